/** The overview of the corpus: charts and lists, as HTML. */
import { whereBetween } from '../corpus/overview/byTime';
import type { TimeUnit } from '../corpus/overview/units';

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
