/** The corpus, or one file, as a table. */
import type { Loss } from '../corpus/tables/losses';
import type { TableForm } from '../corpus/tables/tableText';
import type { TargetName } from '../corpus/targets/list';
import type { LeftFile, LongRequest } from './longRequests';

export { TARGET_LIST } from '../corpus/targets/list';
export type { Loss, TableForm, TargetName };

/** Request to the server: write the articles of the corpus, or of one file, as a table, or for a program. */
export const EXPORT = 'article/corpus/export';

export interface ExportParams extends LongRequest {
  /** The form of a table, or what the articles are for. */
  readonly form: TableForm | TargetName;
  /** CSV begins with a byte order mark, and values that would run as formulas get an apostrophe. */
  readonly forSpreadsheets: boolean;
  /** URI of the file to write, which is replaced unless it contains articles; or of the folder, which must not exist. */
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
  /** Those that were exported. */
  readonly articles: number;
  /** Number of files that contain these articles. */
  readonly files: number;
  /** Files that are left out. */
  readonly left: readonly LeftFile[];
  /** URIs of the files that may belong to the corpus, but do not begin like an article. */
  readonly notArticles: readonly string[];
  /** Files with articles that are not exported whole, once for each reason. */
  readonly lossy: readonly LossyFile[];
  /** Articles that cannot be exported for this program, by file and reason. */
  readonly omitted: readonly OmittedArticles[];
  /** URIs of the files that were exported with unsaved changes. */
  readonly unsaved: readonly string[];
}

export interface OmittedArticles {
  readonly uri: string;
  /** A few words: `empty text`. */
  readonly reason: string;
  readonly articles: number;
}

export interface LossyFile {
  readonly uri: string;
  readonly loss: Loss;
  /** How many articles have this loss. */
  readonly articles: number;
  /** The letters of the fields that no setting names, if that is the loss. */
  readonly letters: readonly string[];
}
