/** The article model: what the parser makes of the text, and what rules and features read. */
import { FIELDS, type FieldFormat } from './format';
import type { Marker } from './scanner';
import type { Span } from './span';

export interface Field {
  /** The field's letters joined by hyphens. */
  readonly letters: string;
  /** The field's row in the format's table, or undefined for a field that is in none. */
  readonly format: FieldFormat | undefined;
  /** The marker that opens the field; undefined when it is lost. */
  readonly start: Marker | undefined;
  /** The marker that closes the field; undefined when it is lost. */
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
  readonly errors: readonly SyntaxFault[];
  /**
   * How much of the article's beginning shows, whatever stands before, that an article begins here: parsing can start
   * afresh at this article. Undefined when only the articles before it tell.
   */
  readonly head: number | undefined;
}

/** From the article's first marker to its last; the trimmed text when it has none. */
export function markedSpan(article: Article): Span {
  const first = article.markers[0];
  const last = article.markers.at(-1);
  return first && last ? { start: first.start, end: last.end } : { start: 0, end: article.text.length };
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
export function ownMarkers({ start, end }: Field): boolean {
  return start !== undefined && end !== undefined && start.letters === end.letters;
}
