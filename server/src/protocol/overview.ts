/** The overview of the corpus: charts and lists, as HTML. */
import { whereBetween } from '../corpus/overview/byTime';
import type { TimeUnit } from '../corpus/overview/units';
import type { LongRequest } from './longRequests';

export { type TimeUnit, whereBetween };

/** Request to the server: the overview of the corpus as it is now, as an Overview. */
export const OVERVIEW = 'article/corpus/overview';

export interface OverviewParams {
  /** The unit of the articles by time; without it, or if it would have too many bars, the one that suits best. */
  readonly unit?: TimeUnit;
}

export interface Overview {
  readonly sections: readonly OverviewSection[];
  /** Not all files have been read yet. */
  readonly isChecking: boolean;
  /** The last check was stopped before all files were read. */
  readonly wasStopped: boolean;
}

export interface OverviewSection {
  readonly id: string;
  /** HTML. All text in it that comes from articles is escaped. */
  readonly html: string;
}

/** Request to the server: a section as a file, as an OverviewFile; null if there is no such section, or it has no chart. */
export const OVERVIEW_FILE = 'article/corpus/overviewFile';

export interface OverviewFileParams extends OverviewParams {
  /** Id of the section. */
  readonly section: string;
  readonly form: 'svg' | 'csv';
}

export interface OverviewFile {
  readonly title: string;
  readonly content: string;
}

/**
 * Request to the server: reads the texts of all files, and finds those that are nearly the same. The answer is how many pairs
 * there are, and the overview then has them; null if it was cancelled.
 */
export const FIND_NEAR_TEXTS = 'article/corpus/findNearTexts';

export type FindNearTextsParams = LongRequest;

/** Request to the server: the two texts of a pair, as a ComparedPair; null if one of them is not there any more. */
export const COMPARE_NEAR_TEXTS = 'article/corpus/compareNearTexts';

export interface CompareNearTextsParams {
  /** Id of the pair in the overview. */
  readonly pair: number;
}

export type ComparedPair = readonly [ComparedText, ComparedText];

export interface ComparedText {
  /** As in `Article 12`. */
  readonly name: string;
  /** One sentence a line. */
  readonly lines: string;
}
