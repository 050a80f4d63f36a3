/** Records: what is kept of an article without its text, to find it, count it and compare it with others. */

import { FIELDS, markerText, type ValueKind } from '../../core/format';
import { type Article, type Field, markedSpan, ownMarkers } from '../../core/parse/article';
import { wordsOf } from '../../core/parse/words';
import { isBlank, type Span, shifted, textOf, trimmed } from '../../core/span';
import { isPlaceholder } from '../../core/text/placeholder';
import { copied } from '../text/copied';
import { digestOf, sketchOf } from '../text/digest';

/** One article. Offsets are UTF-16 units of its document. */
export interface ArticleRecord {
  /** Values without the white space at their ends; empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  /** At most LONGEST_TITLE units. */
  readonly title: string;
  /** In its text. */
  readonly words: number;
  /** From the article's first marker to its last. */
  readonly span: Span;
  /** The span of the number; undefined if it is empty, or uncertain because a marker is lost. */
  readonly numberSpan: Span | undefined;
  /** The START of the text; undefined if `digest` is. */
  readonly textMarker: Span | undefined;
  /** Equal for equal texts, among records that were made alike; undefined if the text is missing, blank, uncertain or a placeholder, and is not compared. */
  readonly digest: string | undefined;
  /** Equal for equal digests, and seldom for others; undefined if `digest` is. */
  readonly sketch: number | undefined;
}

const NUMBER_START = markerText(FIELDS.find((row) => row.kind === 'number')?.marker ?? '', 'start');

/** A title without end is a fault; it should not keep a whole article in memory. */
const LONGEST_TITLE = 300;

/** The same record for an article that begins `base` units later. */
export function recordAt(record: ArticleRecord, base: number): ArticleRecord {
  const { number, date, title, words, span, numberSpan, textMarker, digest, sketch } = record;
  return {
    number,
    date,
    title,
    words,
    digest,
    sketch,
    span: shifted(span, base),
    numberSpan: numberSpan && shifted(numberSpan, base),
    textMarker: textMarker && shifted(textMarker, base),
  };
}

/**
 * The record of an article at `base` in a file that is not open. There may be 100,000 of them, so it keeps only numbers, and
 * makes spans when they are needed.
 */
export class KeptRecord implements ArticleRecord {
  readonly number: string;
  readonly date: string;
  readonly title: string;
  readonly words: number;
  readonly digest: string | undefined;
  readonly sketch: number | undefined;
  private readonly start: number;
  private readonly end: number;
  /** Start of the number; -1 if it has no span. The span is as long as the number. */
  private readonly numberStart: number;
  /** -1 if there is none. */
  private readonly markerStart: number;
  private readonly markerEnd: number;

  constructor(record: ArticleRecord, base: number) {
    const { number, date, title, words, digest, sketch, span, numberSpan, textMarker } = record;
    this.number = number;
    this.date = date;
    this.title = title;
    this.words = words;
    this.digest = digest;
    this.sketch = sketch;
    this.start = base + span.start;
    this.end = base + span.end;
    this.numberStart = numberSpan ? base + numberSpan.start : -1;
    this.markerStart = textMarker ? base + textMarker.start : -1;
    this.markerEnd = textMarker ? base + textMarker.end : -1;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get numberSpan(): Span | undefined {
    const { numberStart: start, number } = this;
    return start === -1 ? undefined : { start, end: start + number.length };
  }

  get textMarker(): Span | undefined {
    return this.markerStart === -1 ? undefined : { start: this.markerStart, end: this.markerEnd };
  }
}

/** What tells a healthy article from others, found without reading it. The span is as if it began its document. */
export interface HealthyTraits {
  readonly number: string;
  readonly numberSpan: Span;
  readonly sketch: number;
}

/** The traits of an article that was proven healthy; undefined for any other. */
export function healthyTraits({ text, healthy }: Article): HealthyTraits | undefined {
  if (!healthy) return undefined;
  const { number, text: value } = healthy;
  const start = text.indexOf(number, text.indexOf(NUMBER_START) + NUMBER_START.length);
  return {
    number: copied(number),
    numberSpan: { start, end: start + number.length },
    sketch: sketchOf(value, false), // A proven article has no carriage return.
  };
}

/**
 * The record of an article that was proven healthy and whose text is kept. Properties for which the article must be read are
 * computed when they are needed. `recordOf` gives its record as if it began its document.
 */
export class HealthyRecord implements ArticleRecord {
  readonly number: string;
  readonly numberSpan: Span;
  readonly sketch: number;

  constructor(
    private readonly article: Article,
    { number, numberSpan, sketch }: HealthyTraits,
    private readonly base: number,
    private readonly recordOf: (article: Article) => ArticleRecord,
  ) {
    this.number = number;
    this.numberSpan = shifted(numberSpan, base);
    this.sketch = sketch;
  }

  get date(): string {
    return this.recordOf(this.article).date;
  }

  get title(): string {
    return this.recordOf(this.article).title;
  }

  get words(): number {
    return this.recordOf(this.article).words;
  }

  get span(): Span {
    return shifted(this.recordOf(this.article).span, this.base);
  }

  get textMarker(): Span | undefined {
    const { textMarker } = this.recordOf(this.article);
    return textMarker && shifted(textMarker, this.base);
  }

  get digest(): string | undefined {
    return this.recordOf(this.article).digest;
  }
}

/** The record of an article, as if it began its document. */
export function recordOf(article: Article): ArticleRecord {
  const comparable = comparableText(article);
  return {
    number: numberIn(article),
    date: shownValue(article, fieldOfKind(article, 'date'), LONGEST_TITLE),
    title: shownValue(article, fieldOfKind(article, 'title'), LONGEST_TITLE),
    words: wordsOf(article),
    span: markedSpan(article),
    numberSpan: certainNumber(article),
    textMarker: comparable?.start && { start: comparable.start.start, end: comparable.start.end },
    digest: comparable && digestOf(article.text, comparable.value),
    sketch: comparable && sketchOf(textOf(article.text, trimmed(article.text, comparable.value))),
  };
}

/** The digest of an article's text, as in its record, for which more would have to be read. */
export function digestIn(article: Article): string | undefined {
  const comparable = comparableText(article);
  return comparable && digestOf(article.text, comparable.value);
}

function fieldOfKind({ fields }: Article, kind: ValueKind): Field | undefined {
  return fields.find(({ format }) => format?.kind === kind);
}

/** The number of an article, as in its record. */
export function numberIn(article: Article): string {
  return shownValue(article, fieldOfKind(article, 'number'));
}

/** The span of an article's number; undefined if it is empty, or uncertain because a marker is lost. */
export function certainNumber(article: Article): Span | undefined {
  const field = fieldOfKind(article, 'number');
  if (!field || !ownMarkers(field)) return undefined;
  const span = trimmed(article.text, field.value);
  return span.end > span.start ? span : undefined;
}

function shownValue({ text }: Article, field: Field | undefined, longest = Number.POSITIVE_INFINITY): string {
  if (!field) return '';
  const { start, end } = trimmed(text, field.value);
  return copied(text.slice(start, Math.min(end, start + longest)));
}

/** The text of an article, if it can be compared. */
export function comparableText(article: Article): Field | undefined {
  const field = fieldOfKind(article, 'text');
  if (!field || !ownMarkers(field)) return undefined;
  const { text } = article;
  const { value } = field;
  return isBlank(text, value.start, value.end) || isPlaceholder(textOf(text, value)) ? undefined : field;
}
