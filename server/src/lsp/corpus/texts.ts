/** Reads the texts of articles in the index again, which keeps none: from an editor where the file is open, otherwise from disk. */
import type { CancellationToken } from 'vscode-languageserver';
import { type ParsedDocument, parsing } from '../../core/parse/parser';
import { numbered, textValueOf } from '../../corpus/articles/numbered';
import { type ArticleRecord, digestIn } from '../../corpus/articles/record';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { decode } from '../../corpus/verdict/checkFile';
import type { ArticleDocument } from '../documents/document';
import type { ReadFile } from '../files';
import type { Pace } from '../pace';

export interface TextSources {
  readonly readFile: ReadFile;
  readonly pace: Pace;
  /** The open document of a file. */
  readonly documentOf: (uri: string) => ArticleDocument | undefined;
}

/** An article of the index that can be compared with others. */
export interface Comparable {
  readonly file: IndexedFile;
  readonly record: ArticleRecord;
  readonly digest: string;
}

/** What is wanted of some files. */
export interface TextsWanted {
  readonly token?: CancellationToken;
  /** Called with the number of files that are done. */
  readonly report?: (done: number) => void;
  /** Gets the URIs of files that are not as the index knows them, whose articles are left out as far as they differ. */
  readonly missed?: Set<string>;
}

/** How many files are read at a time. */
const READERS = 16;

export class CorpusTexts {
  constructor(private readonly sources: TextSources) {}

  /** The articles of some files that can be compared, with their texts. Ends early if that is cancelled. */
  async *of(
    files: readonly IndexedFile[],
    { token, report, missed }: TextsWanted = {},
  ): AsyncGenerator<readonly [Comparable, string]> {
    const portion = (from: number) => files.slice(from, from + READERS);
    const read = (from: number) => Promise.all(portion(from).map(({ uri }) => this.read(uri)));
    let reading = read(0);
    for (let from = 0; from < files.length; from += READERS) {
      report?.(from);
      const contents = await reading;
      reading = read(from + READERS); // The next ones, while these are being parsed.
      for (const [at, file] of portion(from).entries()) {
        if (token?.isCancellationRequested) return;
        yield* this.inFile(file, contents[at], missed);
      }
    }
  }

  private async *inFile(file: IndexedFile, content: Uint8Array | undefined, missed: Set<string> | undefined) {
    const { pace } = this.sources;
    await pace.turn();
    const parsed = await this.parsed(file.uri, content);
    const articles = parsed ? [...numbered(parsed)] : [];
    if (articles.length !== file.records.length) missed?.add(file.uri);
    for (const [index, record] of file.records.entries()) {
      const article = articles[index]?.article;
      if (!isComparable(record) || !article) continue;
      await pace.turn();
      const { digest } = record;
      if (digestIn(article) === digest) yield [{ file, record, digest }, textValueOf(article)] as const;
      else missed?.add(file.uri);
    }
  }

  /** The bytes of a file that is not open; undefined if it cannot be read. */
  private async read(uri: string): Promise<Uint8Array | undefined> {
    const { documentOf, readFile } = this.sources;
    return documentOf(uri) ? undefined : readFile(uri).catch(() => undefined);
  }

  private async parsed(uri: string, content: Uint8Array | undefined): Promise<ParsedDocument | undefined> {
    const { documentOf, pace } = this.sources;
    return documentOf(uri)?.parsed ?? (content && pace.finish(parsing(decode(content))));
  }
}

/** Whether an article has a number and a text that are certain. */
export function isComparable(record: ArticleRecord): record is ArticleRecord & { readonly digest: string } {
  return record.numberSpan !== undefined && record.digest !== undefined;
}
