/** The article model: what the parser makes of the text, and what rules and features read. */
import { FIELDS, type FieldFormat, type Side } from './format';
import type { Marker } from './scanner';
import type { Span } from './span';

export interface Field {
  /** The field's letters joined by hyphens. */
  readonly letters: string;
  /** The field's row in the format's table, or undefined for a field that is in none. */
  readonly format: FieldFormat | undefined;
  /** The marker that stands where the field is opened; undefined when it is lost, another one when fields are crossed. */
  readonly start: Marker | undefined;
  /** The marker that stands where the field is closed; undefined or another one likewise. */
  readonly end: Marker | undefined;
  /** What stands between the markers, less exactly one white-space character (or CRLF) on each side. */
  readonly value: Span;
  /** From the first marker (or, without one, the value) to the last. */
  readonly span: Span;
  /** The field stands where the format's order has another. */
  readonly misplaced: boolean;
  /** The article has had this field already. */
  readonly duplicate: boolean;
}

/** A pair of markers that does not fit together. Its code is also the code of the rule that reports it. */
export interface SyntaxFault {
  readonly code: 'unmatched-start' | 'unmatched-end' | 'crossed-fields' | 'nested-field';
  /** The marker at fault. */
  readonly marker: Marker;
  /** The marker it clashes with, if there is one. */
  readonly partner: Marker | undefined;
}

/**
 * One article. All offsets in it are relative to its own start, so an edit elsewhere leaves it as it is.
 * The texts of a document's articles, joined, are the document.
 */
export interface Article {
  readonly text: string;
  readonly markers: readonly Marker[];
  readonly fields: readonly Field[];
  readonly faults: readonly SyntaxFault[];
  /**
   * How much of the article's beginning shows, whatever stands before, that an article begins here: parsing can start
   * afresh at this article. Undefined when only the articles before it tell.
   */
  readonly head: number | undefined;
  /** Nothing stands before it in its document. */
  readonly first: boolean;
  /** Nothing stands behind it in its document. */
  readonly final: boolean;
}

/** From the article's first marker or value to its last; the whole text when it has neither. */
export function markedSpan(article: Article): Span {
  const parts = [...article.markers, ...article.fields.map((field) => field.span)];
  if (parts.length === 0) return { start: 0, end: article.text.length };
  return parts.reduce(({ start, end }, part) => ({ start: Math.min(start, part.start), end: Math.max(end, part.end) }));
}

/** The article's first field of that kind, if it has one. */
export function fieldOf(article: Article, format: FieldFormat): Field | undefined {
  return article.fields.find((field) => field.format === format);
}

/** The required fields that an article has not got, in the format's order. */
export function missingFields(article: Article): readonly FieldFormat[] {
  return FIELDS.filter((row) => row.required && !fieldOf(article, row));
}

/** Whether a field has both its markers and they are its own, so that its value is certain. */
export function ownMarkers({ letters, start, end }: Field): boolean {
  return isOwn(start, 'start', letters) && isOwn(end, 'end', letters);
}

function isOwn(marker: Marker | undefined, side: Side, letters: string): boolean {
  return marker?.side === side && marker.letters === letters;
}
