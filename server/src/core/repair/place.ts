/** The place at which a fix writes a marker, or the white space beside one: what is there in the damaged text. */
import { FIELDS, fieldRank, markerText, type Side, type ValueKind } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import type { Article } from '../parse/article';
import { countBefore, isGlued, type Span, skipBack, skipWhiteSpace, textOf } from '../span';
import type { Edit } from './edit';
import { spacing } from './spacing';

export interface MarkerPlace {
  readonly article: Article;
  /** The marker that is written, and its text. */
  readonly marker: Marker;
  readonly written: string;
  /** The kind of its field. */
  readonly kind: ValueKind;
  /** What is there now, without tags around it: empty if nothing is left of the marker. */
  readonly present: string;
  /** The value of its field without the white space at its ends; of a long one, the part beside the marker. */
  readonly value: string;
  /** The same, so long that it holds both marks of a quotation. */
  readonly passage: string;
  /** The word of the value that is beside the marker. */
  readonly word: string;
  /** The white space between the value and what is on the other side of the marker. */
  readonly gap: string;
  /** The white space between the marker and its value. */
  readonly spaceBeside: string;
  /** The white space that a deleted marker leaves in the layout of this article. */
  readonly wholeGap: string;
  /** The marker is there as it should be, and only the white space between it and its value is missing. */
  readonly isStuck: boolean;
  /** What is there is stuck to other characters. */
  readonly isGlued: boolean;
}

/** So much of a value is read, in UTF-16 units: more than any spelling of a marker. */
const NEAR = 200;

/** Longer than most quotations, in UTF-16 units. */
const LONG = 2_000;

/** HTML around a marker, as in `<b>T-E-X-T-E-N-D.</b>` */
const TAGS = /<\/?[A-Za-z]\w{0,9}(?: [^<>]{0,60})?>/g;

/** The place at which an edit writes a marker; undefined if it writes none, or more than one. */
export function placeOfMarker(article: Article, { span, text }: Edit): MarkerPlace | undefined {
  const [marker, ...more] = scanMarkers(text, 0);
  return marker && more.length === 0 ? placeOf(article, span, marker, false) : undefined;
}

/** The place at which an edit parts a marker from its value; undefined if no value is beside the white space. */
export function placeOfSpace(article: Article, { span }: Edit): MarkerPlace | undefined {
  const at = span.start;
  const next = countBefore(article.markers, at, (each) => each);
  const beside = [article.markers[next - 1], article.markers[next]];
  const marker = beside.find((each) => (each?.side === 'start' ? each.end : each?.start) === at);
  return marker && placeOf(article, marker, marker, true);
}

/**
 * The places of the markers on the other side of white space that is not what it should be, where an edit is. Their values are on that
 * side, and what is at the edge of one may be of the same accident.
 */
export function placesBeyond(article: Article, { span }: Edit): readonly MarkerPlace[] {
  const { markers, text } = article;
  const next = countBefore(markers, span.start, (each) => each);
  const before = markers[next - 1];
  const after = markers.slice(next, next + 2).find(({ start }) => start >= span.end);
  const { between } = spacing(article);
  const isOdd = (space: string) => space !== between && space.trim() === '';
  const beyond: Marker[] = [];
  if (before?.side === 'end' && isOdd(text.slice(before.end, span.start))) beyond.push(before);
  if (after?.side === 'start' && isOdd(text.slice(span.end, after.start))) beyond.push(after);
  return beyond.map((marker) => placeOf(article, marker, marker, false));
}

function placeOf(article: Article, span: Span, marker: Marker, isStuck: boolean): MarkerPlace {
  const { text } = article;
  const { side, letters } = marker;
  const kind = FIELDS[fieldRank(letters)]?.kind ?? 'title';
  const present = textOf(text, span).replaceAll(TAGS, '').trim();
  const written = markerText(letters, side);
  const value = valueBeside(article, span, side, NEAR);
  const word = (side === 'end' ? value.split(/\s+/).at(-1) : value.split(/\s+/, 1)[0]) ?? '';
  return {
    article,
    marker,
    written,
    kind,
    present,
    value,
    word,
    isStuck,
    isGlued: isGlued(text, span.start - 1) || isGlued(text, span.end),
    // Few accidents need them.
    get passage() {
      return valueBeside(article, span, side, LONG);
    },
    get gap() {
      return text.slice(skipBack(text, span.start), skipWhiteSpace(text, span.end, text.length));
    },
    get spaceBeside() {
      return side === 'end'
        ? text.slice(skipBack(text, span.start), span.start)
        : text.slice(span.end, skipWhiteSpace(text, span.end, text.length));
    },
    get wholeGap() {
      return wholeGapAt(article, span, side);
    },
  };
}

function valueBeside({ text, markers }: Article, { start, end }: Span, side: Side, most: number): string {
  if (side === 'end') {
    const previous = markers[countBefore(markers, start, (each) => each) - 1];
    return text.slice(Math.max(previous?.end ?? 0, start - most), start).trim();
  }
  const next = markers[countBefore(markers, end, (each) => each)];
  return text.slice(end, Math.min(next?.start ?? text.length, end + most)).trim();
}

function wholeGapAt(article: Article, span: Span, side: Side): string {
  const { text, first, final } = article;
  const { inside, between, border, lead, tail } = spacing(article);
  if (side === 'start') return (skipBack(text, span.start) > 0 ? between : first ? lead : border) + inside;
  return inside + (skipWhiteSpace(text, span.end, text.length) < text.length ? between : final ? tail : border);
}
