/** The corpus, or one file, as a table. */
import type { Loss } from '../corpus/losses';
import type { TableForm } from '../corpus/tableText';
import type { LeftFile, LongRequest } from './longRequests';

export type { Loss, TableForm };

/** Request to the server: write the articles of the corpus, or of one file, as a table into a file. */
export const EXPORT = 'article/corpus/export';

export interface ExportParams extends LongRequest {
  readonly form: TableForm;
  /** CSV begins with a byte order mark, and what would run as a formula gets an apostrophe before it. */
  readonly forSpreadsheets: boolean;
  /** URI of the file to write. What is there now is replaced, unless it is an article. */
  readonly target: string;
  /** URI of the document or file whose articles are wanted; without it, all of the corpus. */
  readonly only?: string;
  /** URIs of the documents that are not saved: what is in them counts, not what is on disk. */
  readonly unsaved: readonly string[];
}

export interface ExportAnswer {
  /** Why nothing was written, as a sentence; absent when there was no obstacle. */
  readonly refused?: string;
  /** The table, for the client to write where the server cannot; absent when the server has written it. */
  readonly content?: readonly string[];
  /** Nothing was written: the request was cancelled before, or there are no articles. */
  readonly isStopped: boolean;
  readonly articles: number;
  /** Files that they are from. */
  readonly files: number;
  /** Files that the table leaves out. */
  readonly left: readonly LeftFile[];
  /** Files with articles that do not come over whole, once for each reason. */
  readonly lossy: readonly LossyFile[];
  /** URIs of the files that are in the table as they are in an editor. */
  readonly unsaved: readonly string[];
}

export interface LossyFile {
  readonly uri: string;
  readonly loss: Loss;
  /** How many articles there are with this loss. */
  readonly articles: number;
  /** The letters of the fields that no setting names, where that is the loss. */
  readonly letters: readonly string[];
}
