/** The article model: the parser makes it, rules and features read it. */
import { FIELDS, type FieldFormat, fieldRank, type Side, type ValueKind } from '../format';
import { allOf } from '../language';
import type { Marker } from '../markers/scanner';
import { countBefore, isBlank, type Span } from '../span';
import type { Jumble } from './jumbles';
import type { HealthyValues } from './proof';

export interface Field {
  /** The field's letters joined by hyphens. */
  readonly letters: string;
  /** The field's row in the format's table, or undefined for a field that is in none. */
  readonly format: FieldFormat | undefined;
  /** The marker that opens the field. Undefined when it is lost; a marker of another field when fields are crossed. */
  readonly start: Marker | undefined;
  /** The marker that closes the field, in the same way. */
  readonly end: Marker | undefined;
  /** The text between the markers, without exactly one white-space character (or CRLF) on each side. */
  readonly value: Span;
  /** From the first marker (or, without one, the value) to the last. */
  readonly span: Span;
  /** In the format's order, another field belongs in its place. */
  readonly misplaced: boolean;
  /** The article already has this field. */
  readonly duplicate: boolean;
}

/** Markers that do not fit together. The code is also the code of the rule that reports the fault. */
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
  /** They are in no field, or in the value of one. `markers` has the first and the last marker of each, and no other of it. */
  readonly jumbles: readonly Jumble[];
  /** The merge conflicts of git, or their parts in this article. The other version is in no field. */
  readonly conflicts: readonly Span[];
  /** It has the fields of the format in order, each between its own markers, and nothing else. Rules about that find nothing. */
  readonly isWhole: boolean;
  /** Values of an article that was proven healthy, known without reading its fields; undefined where nothing was proven. */
  readonly healthy: HealthyValues | undefined;
  /**
   * The length of the beginning that proves, whatever is before it, that an article begins here: parsing can start at this
   * article. Undefined when that depends on the articles before it.
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
export function fieldOf(article: Article, kind: ValueKind): Field | undefined {
  return article.fields.find(({ format }) => format?.kind === kind);
}

/** In an article with more fields than this, it is not clear which one is too many, or stands in for another. */
export const MOST_FIELDS = 50;

/** Whether all other fields of the format are in order, each once. User-defined fields may be anywhere. */
export function isOneTooMany({ fields }: Article, field: Field): boolean {
  if (fields.length > MOST_FIELDS) return false;
  const others = fields.filter((other) => other !== field && other.format);
  return others.every(({ letters }, place) => {
    const before = others[place - 1];
    return !before || fieldRank(letters) > fieldRank(before.letters);
  });
}

/** Required fields that an article does not have, next to each other in the format's order. */
export interface Gap {
  readonly rows: readonly FieldFormat[];
  /** The fields of the article that belong right before and after them. */
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
    const field = fieldOf(article, row.kind);
    if (field) close(field);
    else if (row.required) rows.push(row);
  }
  close(undefined);
  return found;
}

/**
 * Whether the missing fields were cut off: a field beside them has lost its marker on that side, or has the marker of a
 * missing field there. Then one cut took the marker and the fields, which is one fault.
 */
export function isCut({ rows, before, after }: Gap): boolean {
  const isTorn = (field: Field | undefined, marker: Marker | undefined) =>
    field !== undefined && (!marker || rows.some((row) => row.marker === marker.letters));
  return isTorn(before, before?.end) || isTorn(after, after?.start);
}

/** The names of fields in a sentence: `DATE, TITLE and TEXT`. */
export function listed(rows: readonly FieldFormat[]): string {
  return allOf(rows.map(({ name }) => name));
}

/** Whether a field has both its own markers, so that its value is certain. */
export function ownMarkers({ letters, start, end }: Field): boolean {
  return isOwn(start, 'start', letters) && isOwn(end, 'end', letters);
}

/** Whether a value can be judged: its own markers are around it, with white space between, and no other marker is in it. */
export function valueIsCertain({ text, markers }: Article, field: Field): boolean {
  const { start, end } = field.value;
  const isParted = text.length > end && isBlank(text, start - 1, start) && isBlank(text, end, end + 1);
  return ownMarkers(field) && isParted && (firstFrom(markers, start)?.end ?? text.length) > end;
}

/** The first span that begins at `offset` or later; the spans are in order. */
export function firstFrom<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  return spans[countBefore(spans, offset, (span) => span)];
}

/** The field that contains a span and goes on on both sides of it. */
export function fieldAround({ fields }: Article, { start, end }: Span): Field | undefined {
  const field = fields[countBefore(fields, start, ({ span }) => span) - 1];
  return field && end < field.span.end ? field : undefined;
}

function isOwn(marker: Marker | undefined, side: Side, letters: string): boolean {
  return marker?.side === side && marker.letters === letters;
}
