/** What a call asks of the workers that check its files, and what they answer. */

import type { PlainFigures } from '../../../corpus/statistics/articleFigures';
import type { InputFile } from '../../input/inputFile';
import type { SettingsOptions } from '../../settings/settings';
import type { PlainError } from '../../workers/plainError';
import type { PackedNotes } from '../across/articleNotes';
import type { CheckedRange } from '../checkedRange';
import type { ReportedFinding } from '../report';

/** What is the same for all units of a call. */
export interface CheckSetup {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly settings: SettingsOptions;
  /** The codes of the rules across files for which notes are made. */
  readonly across: readonly string[];
  /** Whether articles and findings are only counted. */
  readonly counts: boolean;
  /** A file with more bytes is left to be checked in ranges. */
  readonly large: number;
}

export type CheckUnit = FilesUnit | RangeUnit;

/** Regular files. */
export interface FilesUnit {
  readonly files: readonly InputFile[];
}

/** A large file from a byte at which an article begins, to the first of these ends at which a part ends, or to its own end. */
export interface RangeUnit {
  readonly file: InputFile;
  readonly from: number;
  readonly ends: readonly number[];
}

export interface FilesResult {
  /** For each file; null if it was checked, and nothing is to be said. */
  readonly outcomes: readonly (FileOutcome | null)[];
  /** For each file, how many articles and parts there are in the notes up to its end. */
  readonly articles: readonly number[];
  readonly parts: readonly number[];
  /** Undefined if the rules across files are off. */
  readonly notes: PackedNotes | undefined;
}

/** What has become of a file. */
export interface FileOutcome {
  /** None if findings are only counted. */
  readonly findings: readonly ReportedFinding[];
  readonly complaints: readonly PlainError[];
  readonly isChecked: boolean;
  readonly isLeftAlone: boolean;
  /** If it has several names, its identity on the disk. */
  readonly identity: string | undefined;
  /** Its length, if it is large, so that it was not checked. */
  readonly large: number | undefined;
  /** Undefined if nothing is counted. */
  readonly figures: PlainFigures | undefined;
}

export interface RangeResult extends CheckedRange {
  /** The byte of the file at which it ends. */
  readonly to: number;
  /** Whether a finding is about U+FFFD, which stands for a byte that is not UTF-8 if one of those came before. */
  readonly hasReplacement: boolean;
  /** Why the range could not be read to its end. */
  readonly complaint: PlainError | undefined;
}
