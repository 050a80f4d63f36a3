/** The corpus: checking it, its view, and what can be found in it. */
import type { CorpusRow, CorpusRows, Grouping, Order } from '../corpus/treeRows';
import type { Position } from './documents';

export type { CorpusRow, CorpusRows, Grouping, Order };

/** Notification to the server: check all files of the corpus, anew if that is under way, or leave the rest unchecked. */
export const CHECK_CORPUS = 'article/corpus/check';

export interface CheckCorpusParams {
  readonly check: boolean;
}

/** Notification to the client: what there is in the corpus now. */
export const CORPUS_CHANGED = 'article/corpus/changed';

export interface CorpusTotals {
  readonly files: number;
  readonly articles: number;
  readonly problems: number;
  /** Files that have any. */
  readonly damaged: number;
  /** Not all files have been read yet. */
  readonly isChecking: boolean;
  /** Rows that were given before this may hold no more. */
  readonly rowsChanged: boolean;
}

/** Request to the server: rows of the corpus, as CorpusRows. */
export const CORPUS_ROWS = 'article/corpus/rows';

export interface CorpusRowsParams {
  readonly grouping: Grouping;
  readonly order: Order;
  /** Of the row that they are in; empty for the outermost rows. */
  readonly path: readonly string[];
  /** Index of the first row that is wanted, and of the one behind the last. At most MOST_ROWS are given. */
  readonly from: number;
  readonly to: number;
}

/** More rows than this are never sent at once. */
export const MOST_ROWS = 5000;

/**
 * Request to the server: the rows that lead to an article, as CorpusRowPlaces from the outermost; null where there is none.
 * The answer comes when all files have been read.
 */
export const CORPUS_ROWS_TO = 'article/corpus/rowsTo';

export interface CorpusRowsToParams {
  readonly grouping: Grouping;
  readonly order: Order;
  /** Of a document, or of its file. */
  readonly uri: string;
  readonly position: Position;
}

/** A row, and its index among its siblings. */
export interface CorpusRowPlace {
  readonly row: CorpusRow;
  readonly index: number;
}

/** Request to the server: articles by number, words of the title and date, as CorpusMatches. */
export const FIND_ARTICLES = 'article/corpus/find';

export interface FindArticlesParams {
  readonly query: string;
}

export interface CorpusMatch {
  /** Empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  readonly uri: string;
  readonly position: Position;
}

/** The best matches, and whether there are more. */
export interface CorpusMatches {
  readonly matches: readonly CorpusMatch[];
  readonly hasMore: boolean;
  /** Not all files have been read yet: others may match. */
  readonly isChecking: boolean;
}

/**
 * Request to the server: the first problem of the next file that has any, as a ProblemPlace; null when no other file has.
 * The answer comes when all files have been read.
 */
export const NEXT_DAMAGED = 'article/corpus/nextDamaged';

export interface NextDamagedParams {
  /** Of the document or file that is left; without it, the first file is the next. */
  readonly uri?: string;
}

export interface ProblemPlace {
  readonly uri: string;
  readonly position: Position;
}
