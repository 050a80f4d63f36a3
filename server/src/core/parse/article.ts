/** The article model: what the parser makes of the text, and what rules and features read. */
import { FIELDS, type FieldFormat, fieldRank, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import { countBefore, isBlank, type Span } from '../span';
import type { HealthyValues } from './proof';

export interface Field {
  /** The field's letters joined by hyphens. */
  readonly letters: string;
  /** The field's row in the format's table, or undefined for a field that is in none. */
  readonly format: FieldFormat | undefined;
  /** The marker that is where the field is opened; undefined when it is lost, another one when fields are crossed. */
  readonly start: Marker | undefined;
  /** The marker that is where the field is closed; undefined or another one likewise. */
  readonly end: Marker | undefined;
  /** What is between the markers, less exactly one white-space character (or CRLF) on each side. */
  readonly value: Span;
  /** From the first marker (or, without one, the value) to the last. */
  readonly span: Span;
  /** The field is where the format's order has another. */
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
  /** What git could not merge, or as much of it as is in this article; the other version is in no field. */
  readonly conflicts: readonly Span[];
  /** It has the fields of the format in order, between their own markers, and nothing else: no rule about that speaks. */
  readonly isWhole: boolean;
  /** What is known without its fields of an article that was proven healthy; undefined where nothing was proven. */
  readonly healthy: HealthyValues | undefined;
  /**
   * How much of the article's beginning shows, whatever is before, that an article begins here: parsing can start
   * afresh at this article. Undefined when only the articles before it tell.
   */
  readonly head: number | undefined;
  /** Nothing is before it in its document. */
  readonly first: boolean;
  /** Nothing is after it in its document. */
  readonly final: boolean;
  /** The next article's first marker follows without white space. */
  readonly glued: boolean;
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

/** In an article with more fields than this, nobody can tell which one is too many, or stands in for another. */
export const MOST_FIELDS = 50;

/** Whether all fields of an article but this one stand in the format's order, each once; user-defined ones, anywhere. */
export function isOneTooMany({ fields }: Article, field: Field): boolean {
  if (fields.length > MOST_FIELDS) return false;
  const others = fields.filter((other) => other !== field && other.format);
  return others.every(({ letters }, place) => {
    const before = others[place - 1];
    return !before || fieldRank(letters) > fieldRank(before.letters);
  });
}

/** Required fields that an article has not got, next to each other in the format's order. */
export interface Gap {
  readonly rows: readonly FieldFormat[];
  /** The fields of the article that should stand before and after them. */
  readonly before: Field | undefined;
  readonly after: Field | undefined;
}

/** Where fields are missing, in the format's order. */
export function gaps(article: Article): readonly Gap[] {
  const found: Gap[] = [];
  let rows: FieldFormat[] = [];
  let before: Field | undefined;
  const close = (after: Field | undefined) => {
    if (rows.length > 0) found.push({ rows, before, after });
    rows = [];
    before = after;
  };
  for (const row of FIELDS) {
    const field = fieldOf(article, row);
    if (field) close(field);
    else if (row.required) rows.push(row);
  }
  close(undefined);
  return found;
}

/**
 * Whether a gap is where the article was cut: a field beside it has lost its marker on that side, or has got that of a
 * missing field. Then the marker and the fields went with one cut, and are one fault.
 */
export function isCut({ rows, before, after }: Gap): boolean {
  const isTorn = (field: Field | undefined, marker: Marker | undefined) =>
    field !== undefined && (!marker || rows.some((row) => row.marker === marker.letters));
  return isTorn(before, before?.end) || isTorn(after, after?.start);
}

/** For each field beside which others were cut off, the names of these, as people list them. */
export function cutOff(article: Article): ReadonlyMap<Field, string> {
  const rows = new Map<Field, FieldFormat[]>();
  for (const gap of gaps(article).filter(isCut)) {
    for (const field of [gap.before, gap.after]) if (field) rows.set(field, [...(rows.get(field) ?? []), ...gap.rows]);
  }
  return new Map([...rows].map(([field, lost]) => [field, listed(lost)]));
}

/** The names of fields as people list them: `DATE, TITLE and TEXT`. */
export function listed(rows: readonly FieldFormat[]): string {
  const names = rows.map(({ name }) => name);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

/** Whether a field has both its markers and they are its own, so that its value is certain. */
export function ownMarkers({ letters, start, end }: Field): boolean {
  return isOwn(start, 'start', letters) && isOwn(end, 'end', letters);
}

/** Whether a field has its own markers, apart from the value, and no other one is in it, so that it can be judged. */
export function valueIsCertain({ text, markers }: Article, field: Field): boolean {
  const { start, end } = field.value;
  const isParted = text.length > end && isBlank(text, start - 1, start) && isBlank(text, end, end + 1);
  return ownMarkers(field) && isParted && (firstFrom(markers, start)?.end ?? text.length) > end;
}

/** The first of spans in order that begins at `offset` or after it. */
export function firstFrom<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  return spans[countBefore(spans, offset, (span) => span)];
}

/** The field around a span that touches neither end of it. */
export function fieldAround({ fields }: Article, { start, end }: Span): Field | undefined {
  const field = fields[countBefore(fields, start, ({ span }) => span) - 1];
  return field && end < field.span.end ? field : undefined;
}

function isOwn(marker: Marker | undefined, side: Side, letters: string): boolean {
  return marker?.side === side && marker.letters === letters;
}
