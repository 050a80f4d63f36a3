/** The place of the cursor in an article, and what was typed there. */

import { FIELDS, type FieldFormat, fieldRank } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import { type Article, gaps, ownMarkers } from '../parse/article';
import { articleIndex, type ParsedDocument, parse } from '../parse/parser';
import { isBlank, type Span, shifted, textOf } from '../span';

/** The beginning of something, up to the cursor. */
export interface Typed {
  /** In offsets of the document. It ends after the cursor if a misspelled marker does. */
  readonly span: Span;
  /** Up to the cursor. */
  readonly text: string;
}

/** Longer than the beginning of any marker. */
const LONGEST_TYPED = 100;

/**
 * The word or half marker before an offset of the document; undefined inside a complete marker, and inside one that is torn over two
 * lines, because LSP completes nothing beyond a line.
 */
export function typedAt(parsed: ParsedDocument, offset: number): Typed | undefined {
  const { article, base, offset: local } = articleAt(parsed, offset);
  const marker = article.markers.find(({ start, end }) => start < local && local <= end);
  if (marker && (marker.misspelled || local < marker.end)) {
    const isTorn = /[\r\n]/.test(textOf(article.text, marker));
    if (!marker.misspelled || isTorn) return undefined;
    return { span: shifted(marker, base), text: article.text.slice(marker.start, local) };
  }
  const [word = ''] =
    /[\p{L}\p{M}\p{N}'’-]+$/u.exec(article.text.slice(Math.max(0, local - LONGEST_TYPED), local)) ?? [];
  const text = /\p{L}/u.test(word) ? word : ''; // Digits belong to a value.
  return { span: { start: offset - text.length, end: offset }, text };
}

/** Whether a word looks like a marker: letters joined by hyphens, as in `T-I` and `t-`. */
export function isSpelledOut(text: string): boolean {
  return /^\p{L}-(?:\p{L}-)*\p{L}?$/u.test(text);
}

interface CursorContext {
  /** Of the article. */
  readonly index: number;
  readonly article: Article;
  /** Relative to the article. */
  readonly offset: number;
  /** Only white space is before it in the article. */
  readonly isFirst: boolean;
  /** Only white space is after it in the article. */
  readonly isLast: boolean;
  /** Text follows before the next marker. */
  readonly textFollows: boolean;
  /** People write sentences here. */
  readonly isProse: boolean;
}

export type CompletionPlace = CursorContext &
  (
    | { readonly kind: 'open'; readonly letters: string; readonly valueStart: number }
    | { readonly kind: 'unopened'; readonly letters: string }
    /** Between fields; `missing` are the fields that belong there in the format's order. */
    | { readonly kind: 'gap'; readonly missing: readonly FieldFormat[]; readonly articleFits: boolean }
  );

/** The place at an offset of the document; undefined in the value of a closed field, or in a marker. `own` are user-defined fields. */
export function placeAt(
  parsed: ParsedDocument,
  documentOffset: number,
  own: readonly string[],
): CompletionPlace | undefined {
  const { article, index, offset } = articleAt(parsed, documentOffset);
  const { text, markers, fields } = article;
  if (markers.some(({ start, end }) => start < offset && offset < end)) return undefined;
  if (fields.some(({ start, end }) => start && end && start.end <= offset && offset <= end.start)) return undefined;
  const last = markers.findLast(({ end }) => end <= offset);
  const next = markers.find(({ start }) => start >= offset);
  const context = {
    index,
    article,
    offset,
    isFirst: isBlank(text, 0, offset),
    isLast: isBlank(text, offset, text.length),
    textFollows: !isBlank(text, offset, next?.start ?? text.length),
  };
  const open = fields.find(({ start, end }) => start && start === last && !end)?.start ?? openOwn(article, offset, own);
  if (open) {
    const { letters } = open;
    return { ...context, kind: 'open', letters, valueStart: open.end, isProse: isProse(letters) };
  }
  const unopened = fields.find(({ start, end }) => end && end === next && !start);
  if (unopened) return { ...context, kind: 'unopened', letters: unopened.letters, isProse: isProse(unopened.letters) };
  const missing = missingBetween(article, offset);
  const articleFits = context.isLast && (missing.length === 0 || fields.length === 0);
  return { ...context, kind: 'gap', missing, articleFits, isProse: false };
}

/** The article at an offset; at a border, the one that ends there. */
export function articleAt(parsed: ParsedDocument, documentOffset: number) {
  let index = articleIndex(parsed, documentOffset);
  if (index > 0 && parsed.starts[index] === documentOffset) index--;
  const base = parsed.starts[index] ?? 0;
  const article = parsed.articles[index] ?? emptyArticle();
  return { article, index, base, offset: documentOffset - base };
}

/** The article of an empty document. */
function emptyArticle(): Article {
  return { ...(parse(' ').articles[0] as Article), text: '' };
}

/** The START of a user-defined field without an END yet. The parser reads it as a spelled-out word. */
function openOwn(article: Article, offset: number, own: readonly string[]): Marker | undefined {
  if (own.length === 0) return undefined;
  const markers = [...scanMarkers(article.text)];
  const index = markers.findLastIndex(({ end }) => end <= offset);
  const last = markers[index];
  if (last?.side !== 'start' || !own.includes(last.letters)) return undefined;
  const next = markers[index + 1];
  const isClosed = next?.side === 'end' && next.letters === last.letters;
  const isInside = article.fields.some((field) => ownMarkers(field) && holdsSpan(field.span, last));
  return isClosed || isInside ? undefined : last;
}

function holdsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Dates and numbers are not prose; a user-defined field may be. */
function isProse(letters: string): boolean {
  const kind = FIELDS[fieldRank(letters)]?.kind;
  return kind !== 'date' && kind !== 'number';
}

/** The missing fields that belong at the offset in the format's order. */
function missingBetween(article: Article, offset: number): readonly FieldFormat[] {
  const ranks = (of: (field: Span) => boolean) =>
    article.fields
      .filter(({ span }) => of(span))
      .flatMap(({ letters }) => [fieldRank(letters)].filter((rank) => rank >= 0));
  const last = Math.max(-1, ...ranks(({ end }) => end <= offset));
  const next = Math.min(Number.POSITIVE_INFINITY, ...ranks(({ start }) => start >= offset));
  const missing = gaps(article).flatMap(({ rows }) => rows);
  return missing.filter(({ marker }) => last < fieldRank(marker) && fieldRank(marker) < next);
}
