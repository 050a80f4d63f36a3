/** The markers of the format, and what comes close to one of them. */
import { FIELDS, markerText, type Side } from '../format';
import type { Span } from '../span';

/** The markers that something may be meant as: those of the format's fields, in their order. */
export const MARKERS = FIELDS.flatMap(({ marker: letters }) =>
  (['start', 'end'] as const).map((side) => ({ side, letters, text: markerText(letters, side) })),
);

/** A marker that something may be meant as. */
export interface Meant {
  readonly side: Side;
  readonly letters: string;
  /** Edits between the two, after the forms of the characters are set aside; one more than any misspelling has where it is torn. */
  readonly distance: number;
}

/** A span of text that is not written like a marker, but may be meant as one. */
export interface NearMiss extends Span {
  /** The markers it comes close to, the closest ones first. */
  readonly meant: readonly Meant[];
}
