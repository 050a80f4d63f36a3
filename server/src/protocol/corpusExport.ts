/** The corpus, or one file, as a table. */
import type { Loss } from '../corpus/losses';
import type { TableForm } from '../corpus/tableText';
import type { LeftFile, LongRequest } from './longRequests';

export type { Loss, TableForm };

/** Request to the server: write the articles of the corpus, or of one file, as a table into a file. */
export const EXPORT = 'article/corpus/export';

export interface ExportParams extends LongRequest {
  readonly form: TableForm;
  /** CSV begins with a byte order mark, and values that would run as formulas get an apostrophe. */
  readonly forSpreadsheets: boolean;
  /** URI of the file to write. An existing file is replaced, unless it contains articles. */
  readonly target: string;
  /** URI of the document or file to export; without it, the whole corpus is exported. */
  readonly only?: string;
  /** URIs of the documents with unsaved changes, which are exported instead of the files on disk. */
  readonly unsaved: readonly string[];
}

export interface ExportAnswer {
  /** Why nothing was written, as a sentence; absent if nothing prevented it. */
  readonly refused?: string;
  /** The table, if the client must write it; absent if the server has written it. */
  readonly content?: readonly string[];
  /** Nothing was written, because the request was cancelled or there are no articles. */
  readonly isStopped: boolean;
  readonly articles: number;
  /** Number of files that contain these articles. */
  readonly files: number;
  /** Files that are not in the table. */
  readonly left: readonly LeftFile[];
  /** Files with articles that the table does not fully represent, once for each reason. */
  readonly lossy: readonly LossyFile[];
  /** URIs of the files that were exported with unsaved changes. */
  readonly unsaved: readonly string[];
}

export interface LossyFile {
  readonly uri: string;
  readonly loss: Loss;
  /** How many articles have this loss. */
  readonly articles: number;
  /** The letters of the fields that no setting names, if that is the loss. */
  readonly letters: readonly string[];
}
