/** The markers of the format, and spans of text that may be meant as one of them. */
import { FIELDS, markerText, type Side } from '../format';
import type { Span } from '../span';

/** All markers of the format, in its order. */
export const MARKERS = FIELDS.flatMap(({ marker: letters }) =>
  (['start', 'end'] as const).map((side) => ({ side, letters, text: markerText(letters, side) })),
);

/** A marker that a span of text may be meant as. */
export interface Meant {
  readonly side: Side;
  readonly letters: string;
  /** Edits between the two after folding. For a torn marker it is one more than any misspelling has. */
  readonly distance: number;
}

/** A span of text that is not a correct marker, but may be meant as one. */
export interface NearMiss extends Span {
  /** The markers that may be meant, the closest first. */
  readonly meant: readonly Meant[];
}
