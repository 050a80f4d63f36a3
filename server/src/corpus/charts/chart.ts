/** Charts of bars, before they are drawn. */
import type { Severity } from '../../core/rules';

export interface Bar {
  readonly label: string;
  /** A shorter label, for the place below the bar. */
  readonly short?: string;
  /** 0 or more. */
  readonly value: number;
  /** What the value is made of, in its order, such as problems by severity; otherwise the bar is of one piece. */
  readonly parts?: readonly BarPart[];
  /** A query for the articles that the bar stands for. */
  readonly where?: string;
  /** The first and the last day that it stands for, YYYY-MM-DD. */
  readonly days?: readonly [string, string];
}

export interface BarPart {
  /** Also the name of its class in SVG. */
  readonly name: Severity;
  readonly value: number;
}

/** What the bars of a chart count. */
export type Counted = 'articles' | 'problems';

export interface Chart {
  /** Upright bars side by side, such as months; or bars below each other, each with its name and its figure, such as rules. */
  readonly form: 'columns' | 'rows';
  /** For screen readers. */
  readonly title: string;
  readonly counts: Counted;
  readonly bars: readonly Bar[];
  /** Shade the place of a bar of 0, where something is missing. */
  readonly shadesGaps?: true;
}
