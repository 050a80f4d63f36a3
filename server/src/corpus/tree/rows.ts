/** The rows of the corpus tree, which the corpus view shows. */
import type { Severity } from '../../core/rules';
import type { Position } from '../text/lines';

export type Grouping = 'month' | 'problem' | 'file';

/** From the first day, name or most serious problem on, or from the last; or those with the most problems first. */
export type Order = 'ascending' | 'descending' | 'problems';

/** A row of the tree. */
export interface CorpusRow {
  /** Identifies the row in its grouping: a key for each level. */
  readonly path: readonly string[];
  readonly kind: 'month' | 'day' | 'problem' | 'file' | 'article';
  /** The month as YYYY-MM or the day as YYYY-MM-DD, empty where there is no valid date; the code of a problem; the file’s name. */
  readonly name: string;
  readonly articles: number;
  readonly problems: number;
  /** Of the most serious problem. */
  readonly severity?: Severity;
  /** Different codes of its problems, the first few. */
  readonly codes: readonly string[];
  /** Whether it has rows in it. */
  readonly expands: boolean;
  /** The article, for a row of one article. */
  readonly article?: CorpusArticle;
  /** Where it opens: the URI of a document, and a position in it. A file of several articles opens at its first problem. */
  readonly uri?: string;
  readonly position?: Position;
}

export interface CorpusArticle {
  /** Empty if the article has no such field. */
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
