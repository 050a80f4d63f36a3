/** Reads a file, and makes its new content. */
import fs from 'node:fs';
import { parse } from '../../core/parse/parser';
import { articlesIn } from '../../corpus/articles/numbered';
import { unfixedSentence } from '../../corpus/fixes/fixes';
import { exactText } from '../../corpus/text/exactText';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { type InputFile, STDIN } from '../input/inputFile';
import { readFile } from '../input/readWhole';
import { OtherNameRemark, shown } from '../output/faults';
import { healthyFile, isWanted, type KnownNames, requireText } from '../reading/fileReading';
import { StreamCopy } from '../reading/streamCopy';
import { streamOf } from '../reading/streamReading';
import type { FolderTerms } from '../settings/settings';
import { type Change, changeFor, type Wish, wholeOf } from './changes';
import { FileBytes, headOf, type LargeBytes, LargeDocument } from './largeDocument';

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
  readonly unfixed?: string | undefined;
  /** Undefined if nothing changes, and nothing is to be written. */
  readonly content?: FileContent | undefined;
}

/** Larger documents are changed part by part, in bytes. */
export const LARGE = 8 * 1024 * 1024;

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
   * settings are unknown or the file cannot be read. A large document is given open.
   */
  async of(file: InputFile, terms: FolderTerms): Promise<FileChange | LargeDocument | undefined> {
    const provenUntil = this.provenUntil(terms);
    if (provenUntil !== undefined && healthyFile(file, provenUntil, this.links)) return { isArticle: true };
    const found = await this.read(file);
    if (found instanceof Uint8Array) return this.isMeant(file, found) ? this.changeOf(file, found, terms) : undefined;
    let document: LargeDocument | undefined;
    try {
      if (!this.isMeant(file, headOf(found))) return undefined;
      document = new LargeDocument(found, { change: this.change, terms, provenUntil, obstacle: obstacleIn(terms) });
      return document;
    } finally {
      if (!document) found.close();
    }
  }

  /** Whether a file is to be changed, by its first bytes. Throws if it must not be. */
  private isMeant(file: InputFile, head: Uint8Array): boolean {
    requireText(head, file.named);
    if (!isWanted(file, head)) return false;
    const first = file.regular ? this.links.firstOf(file.path) : undefined;
    if (first !== undefined) throw new OtherNameRemark(first);
    return true;
  }

  private changeOf(file: InputFile, bytes: Uint8Array, terms: FolderTerms): FileChange {
    const before = exactText(bytes);
    const obstacle = obstacleIn(terms);
    if (obstacle) throw obstacle;
    const { text: after, unfixed, articles } = this.change(before, terms, wholeOf(before));
    const isSilent = after === before && modeFor(file, this.mode) !== 'stdout';
    const content = isSilent ? undefined : { bytes, before, after };
    const isArticle = articles > 0 || beginsLikeArticle(bytes);
    return { isArticle, unfixed: unfixedSentence(unfixed), content };
  }

  private async read(file: InputFile): Promise<Uint8Array | LargeBytes> {
    const isStream = !file.regular && (file.path === STDIN || this.mode !== 'write');
    if (!isStream) return (lengthOf(file) ?? 0) > LARGE ? new FileBytes(file.path) : readFile(file.path);
    const copy = new StreamCopy();
    for await (const block of streamOf(file)) copy.add(block);
    if (copy.failure !== undefined) throw copy.failure;
    return copy.length > LARGE ? copy : copy.whole();
  }

  /** See LargeTask. Nearly all articles of a corpus are healthy, and have nothing to fix. */
  private provenUntil({ provenUntil, faulty }: FolderTerms): string | undefined {
    return this.wish.command === 'fix' && faulty === undefined ? provenUntil : undefined;
  }
}

/** In bytes; undefined if it is not a file, or there is none. */
function lengthOf({ path }: InputFile): number | undefined {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}

/** Whether a text has any marker of an article. */
export function holdsArticle(text: string): boolean {
  return articlesIn(parse(text)) > 0;
}

/** Why a file must not be changed if its settings file has an error: its settings are then unknown. */
function obstacleIn({ faulty }: FolderTerms): Error | undefined {
  if (faulty === undefined) return undefined;
  return new Error(
    `Its settings are unknown, because ${shown(faulty)} has an error. It was left as it is. Correct that file first.`,
  );
}
