/** What the corpus view shows: the rows of the corpus's tree. */
import type { Severity } from '../core/rules';
import type { Place } from './lines';

export type Grouping = 'month' | 'problem' | 'file';

/** From the first day, name or gravest problem on, or from the last; or those with the most problems first. */
export type Order = 'ascending' | 'descending' | 'problems';

/** A row of the tree. */
export interface CorpusRow {
  /** Names it among all rows of its grouping: a key for each level. */
  readonly path: readonly string[];
  readonly kind: 'month' | 'day' | 'problem' | 'file' | 'article';
  /** The month as YYYY-MM or the day as YYYY-MM-DD, empty where there is no valid date; the code of a problem; the file’s name. */
  readonly name: string;
  readonly articles: number;
  readonly problems: number;
  /** Of the gravest problem. */
  readonly severity?: Severity;
  /** Different codes of its problems, the first few. */
  readonly codes: readonly string[];
  /** Whether there are rows in it. */
  readonly expands: boolean;
  /** What a row of one article says of it. */
  readonly article?: CorpusArticle;
  /** Where it opens: a document’s URI, and a place in it. A file of several articles opens at its first problem. */
  readonly uri?: string;
  readonly position?: Place;
}

export interface CorpusArticle {
  /** Empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  readonly title: string;
  /** Index among the articles of its file. */
  readonly index: number;
}

/** Some of the rows in a row, and how many there are in all. */
export interface CorpusRows {
  readonly rows: readonly CorpusRow[];
  readonly total: number;
}
