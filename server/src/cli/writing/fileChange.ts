/** Reads a file, and makes its new content. */
import { parse } from '../../core/parse/parser';
import { beginsLikeArticle } from '../../corpus/checkFile';
import { exactText } from '../../corpus/exactText';
import { type InputFile, STDIN } from '../input/inputFile';
import { healthyFile, isWanted, type KnownNames, requireText, streamOf } from '../input/reading';
import { readAll, readFile } from '../input/readWhole';
import { OtherNameRemark, shown } from '../output/faults';
import type { FolderTerms } from '../settings/settings';
import { type Change, changeFor, type Wish } from './changes';

/** What is done with the new content. `list` and `diff` write no file, and the exit code is 1 if something would change. */
export type Mode = 'write' | 'list' | 'diff' | 'stdout';

/** What is done with the content of a file: standard input goes to standard output. */
export function modeFor({ path }: InputFile, mode: Mode): Mode {
  return path === STDIN && mode === 'write' ? 'stdout' : mode;
}

export interface FileContent {
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
}

export interface FileChange {
  readonly isArticle: boolean;
  readonly leftAlone?: string | undefined;
  /** Undefined if nothing changes, and nothing is to be written. */
  readonly content?: FileContent | undefined;
}

/** Makes changes of files, one after another. */
export class FileChanges {
  private readonly change: Change;

  constructor(
    private readonly wish: Wish,
    private readonly mode: Mode,
    private readonly links: KnownNames,
  ) {
    this.change = changeFor(wish);
  }

  /**
   * The change of a file, or of what can be read only once; undefined if it was only found in a folder and is not an article.
   * Throws an OtherNameRemark if `links` knows the file under another name, what `requireText` throws, and an error if the
   * settings are unknown or the file cannot be read.
   */
  async of(file: InputFile, terms: FolderTerms): Promise<FileChange | undefined> {
    if (this.isProvenHealthy(file, terms)) return { isArticle: true };
    const isStream = !file.regular && (file.path === STDIN || this.mode !== 'write');
    const bytes = isStream ? await readAll(streamOf(file)) : readFile(file.path);
    requireText(bytes, file.named);
    if (!isWanted(file, bytes)) return undefined;
    const first = file.regular ? this.links.firstOf(file.path) : undefined;
    if (first !== undefined) throw new OtherNameRemark(first);
    const before = exactText(bytes);
    const { text: after, leftAlone } = this.change(before, knownTerms(terms));
    const isSilent = after === before && modeFor(file, this.mode) !== 'stdout';
    const content = isSilent ? undefined : { bytes, before, after };
    return { isArticle: beginsLikeArticle(bytes) || holdsArticle(before), leftAlone, content };
  }

  /** Whether there is nothing to fix, without a look at more than the proof: nearly all files of a corpus are of this kind. */
  private isProvenHealthy(file: InputFile, { provenUntil, faulty }: FolderTerms): boolean {
    if (this.wish.command !== 'fix' || provenUntil === undefined || faulty !== undefined) return false;
    return healthyFile(file, provenUntil, this.links) !== undefined;
  }
}

/** Whether a text has any marker of an article. */
export function holdsArticle(text: string): boolean {
  return parse(text).articles.some(({ markers }) => markers.length > 0);
}

/** Throws if the settings file of a file has an error, because its settings are then unknown. */
function knownTerms(terms: FolderTerms): FolderTerms {
  if (terms.faulty === undefined) return terms;
  throw new Error(
    `Its settings are unknown, because ${shown(terms.faulty)} has an error. It was left as it is. Correct that file first.`,
  );
}
