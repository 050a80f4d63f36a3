/** The corpus: its check, its view, and search in it. */
import type { FilterCounts } from '../corpus/query/filter';
import type { CorpusRow, CorpusRows, Grouping, Order } from '../corpus/tree/rows';
import type { Position } from './documents';

export { stoppedCheck } from '../corpus/index/stoppedCheck';
export type { CorpusRow, CorpusRows, FilterCounts, Grouping, Order };

/** Notification to the server: check all files of the corpus (start again if a check is running), or stop the check. */
export const CHECK_CORPUS = 'article/corpus/check';

export interface CheckCorpusParams {
  readonly check: boolean;
}

/** Notification to the client: the new totals of the corpus, as CorpusTotals. */
export const CORPUS_CHANGED = 'article/corpus/changed';

export interface CorpusTotals {
  readonly files: number;
  readonly articles: number;
  readonly problems: number;
  /** Files with problems. */
  readonly damaged: number;
  /** Closed files that do not begin like an article. They are not in `files`, unless a rule reports them. */
  readonly notArticles: number;
  /** Not all files have been read yet. */
  readonly isChecking: boolean;
  /** The last check was stopped before all files were read. */
  readonly wasStopped: boolean;
  /** Rows that were sent before this may be out of date. */
  readonly rowsChanged: boolean;
}

/** Which articles the corpus view shows, and how. */
export interface CorpusChoice {
  readonly grouping: Grouping;
  readonly order: Order;
  /** A query, as for `article-format list --where`, which FILTER_ARTICLES has accepted. Without it, all articles are shown. */
  readonly where?: string;
}

/** Request to the server: read a query, and count what it chooses, as a FilterAnswer. */
export const FILTER_ARTICLES = 'article/corpus/filter';

export interface FilterParams {
  readonly where: string;
}

/** One of the two. */
export interface FilterAnswer {
  readonly counts?: FilterCounts;
  /** What is wrong in the query, and where, in UTF-16 units. */
  readonly error?: { readonly message: string; readonly span: { readonly start: number; readonly end: number } };
}

/** Request to the server: rows of the corpus, as CorpusRows. */
export const CORPUS_ROWS = 'article/corpus/rows';

export interface CorpusRowsParams extends CorpusChoice {
  /** The path of their parent row; empty for the outermost rows. */
  readonly path: readonly string[];
  /** Index of the first wanted row, and of the row after the last wanted one. At most MOST_ROWS are sent. */
  readonly from: number;
  readonly to: number;
}

/** At most this many rows are sent at once. */
export const MOST_ROWS = 5000;

/**
 * Request to the server: the rows from the outermost one to an article, as CorpusRowPlaces; null if there are none.
 * The answer comes when all files have been read.
 */
export const CORPUS_ROWS_TO = 'article/corpus/rowsTo';

export interface CorpusRowsToParams extends CorpusChoice {
  /** URI of a document, or of its file. */
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
  /** Number, date and title are empty if the article has no such field. */
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
  /** Not all files have been read yet; more articles may match. */
  readonly isChecking: boolean;
  /** The last check was stopped before all files were read. */
  readonly wasStopped: boolean;
}

/**
 * Request to the server: the first problem of the next file with problems, as a NextDamaged. The answer comes when all files have been
 * read, or that was stopped.
 */
export const NEXT_DAMAGED = 'article/corpus/nextDamaged';

export interface NextDamagedParams {
  /** URI of the current document or file. Without it, the first file is the next one. */
  readonly uri?: string;
}

export interface NextDamaged {
  /** Null if no other file that was read has problems. */
  readonly place: ProblemPlace | null;
  /** The last check was stopped before all files were read. */
  readonly wasStopped: boolean;
}

export interface ProblemPlace {
  readonly uri: string;
  readonly position: Position;
}
