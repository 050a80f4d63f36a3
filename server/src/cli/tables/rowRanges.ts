/**
 * The rows of a large file, of which several workers read ranges. Their first reading says where the ranges end, how many articles
 * are in each, and whether the file is UTF-8; the second makes the rows.
 */
import { isUtf8 } from 'node:buffer';
import { byteFacts } from '../../core/text/byteFacts';
import type { Columns } from '../../corpus/tables/columns';
import { type Losses, noLosses } from '../../corpus/tables/losses';
import type { Row } from '../../corpus/tables/rows';
import type { InputFile } from '../input/inputFile';
import { fileParts } from '../reading/fileReading';
import { Cutter, type Part } from '../reading/parts';
import { type PlainError, plainError } from '../workers/plainError';
import type { RowName } from './rowNames';
import { articlesInPart, ChangedError, partsUntil, rowsIn } from './rows';

/** A range from a byte at which an article begins, to the first of these ends at which a part ends, or to the end of the file. */
export interface SurveyUnit {
  readonly file: InputFile;
  readonly from: number;
  readonly ends: readonly number[];
}

export interface Survey {
  /** The byte of the file at which the range ends. */
  readonly to: number;
  readonly articles: number;
  /** The first byte that is not UTF-8; `at` is its place in the file. */
  readonly bad: { readonly byte: number; readonly at: number } | undefined;
  /** Why the range could not be read to its end. */
  readonly complaint: PlainError | undefined;
}

/** A range as its survey found it. */
export interface RangeOfRows {
  readonly file: InputFile;
  readonly name: RowName;
  readonly from: number;
  readonly to: number;
  /** How many articles of the file are before it. */
  readonly before: number;
}

export interface RangeText {
  /** Its rows. */
  readonly text: string;
  readonly losses: Losses;
  readonly complaint: PlainError | undefined;
}

/** No date is after it: articles are only counted. */
const LAST_DAY = '9999-12-31';

export function surveyOf({ file, from, ends }: SurveyUnit): Survey {
  let [to, articles] = [from, 0];
  let bad: Survey['bad'];
  let complaint: PlainError | undefined;
  try {
    for (const part of fileParts(new Cutter(), file, LAST_DAY, undefined, from)) {
      articles += part.healthy ? 1 : articlesInPart(part);
      bad ??= badByteOf(part, to);
      to += part.end - part.start;
      if (ends.includes(to)) break;
    }
  } catch (error) {
    complaint = plainError(error);
  }
  return { to, articles, bad, complaint };
}

/** `before` is how many bytes of the file are before the part. */
function badByteOf({ bytes, start, end, healthy }: Part, before: number): Survey['bad'] {
  const raw = bytes.subarray(start, end);
  if (healthy || isUtf8(raw)) return undefined;
  const { invalid } = byteFacts(raw);
  return invalid && { byte: invalid.byte, at: before + invalid.at };
}

export async function rowsOfRange(
  { file, name, from, to, before }: RangeOfRows,
  columns: Columns,
  line: (row: Row) => string,
): Promise<RangeText> {
  const losses = noLosses();
  let text = '';
  try {
    const parts = partsUntil(fileParts(new Cutter(), file, undefined, undefined, from), from, to);
    const leaveOut = () => {
      throw new ChangedError();
    };
    for await (const row of rowsIn(parts, { ...name, columns, losses, leaveOut, before })) text += line(row);
  } catch (error) {
    return { text, losses, complaint: plainError(error) };
  }
  return { text, losses, complaint: undefined };
}
