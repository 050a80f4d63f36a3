/** The result of reading a run: articles with their fields and faults. Offsets are those of the text. */

import type { Marker } from '../../markers/scanner';
import type { Span } from '../../span';
import type { SyntaxFault } from '../article';

/** A field by its markers; at least one of them is there. */
export interface MarkedField {
  readonly letters: string;
  readonly start: Marker | undefined;
  readonly end: Marker | undefined;
  /** The text between the markers. Where a marker is lost, it reaches as far as the value can. */
  readonly inside: Span;
}

/** A field in its article. */
export interface FieldReading extends MarkedField {
  readonly misplaced: boolean;
  readonly duplicate: boolean;
}

/** An article as read from its markers. */
export interface ArticleReading {
  readonly start: number;
  /** What was read as a marker, in order. */
  readonly markers: readonly Marker[];
  readonly fields: readonly FieldReading[];
  readonly faults: readonly SyntaxFault[];
  /** See Article.isWhole; false also where the search found the reading. */
  readonly isWhole: boolean;
}

/** The field of two markers, named by the first unless said otherwise. */
export function paired(start: Marker, end: Marker, letters = start.letters): MarkedField {
  return { letters, start, end, inside: { start: start.end, end: end.start } };
}

/** The field of a START whose END is lost, as far as its value can reach. */
export function unclosed(start: Marker, until: number): MarkedField {
  return { letters: start.letters, start, end: undefined, inside: { start: start.end, end: until } };
}

/** The field of an END whose START is lost; the value begins at `from`. */
export function unopened(end: Marker, from: number): MarkedField {
  return { letters: end.letters, start: undefined, end, inside: { start: from, end: end.start } };
}
