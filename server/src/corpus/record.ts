/** What is kept of an article whose text is not: enough to find it, to count it and to compare it with all others. */

import { FIELDS, markerText, type ValueKind } from '../core/format';
import { type Article, type Field, markedSpan, ownMarkers } from '../core/parse/article';
import type { ParsedDocument } from '../core/parse/parser';
import type { HealthyValues } from '../core/parse/proof';
import { isBlank, type Span, shifted, textOf, trimmed } from '../core/span';
import { isPlaceholder } from '../core/text/placeholder';
import { copied } from './copied';
import { digestOf, sketchOf } from './digest';

/** One article. Offsets are UTF-16 units of its document. */
export interface ArticleRecord {
  /** Values without the white space at their ends; empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  /** At most LONGEST_TITLE units of it. */
  readonly title: string;
  /** From the article's first marker to its last. */
  readonly span: Span;
  /** Where the number is; undefined where it is empty, or a lost marker leaves it uncertain. */
  readonly numberSpan: Span | undefined;
  /** The marker that opens the text; undefined where `digest` is. */
  readonly textMarker: Span | undefined;
  /** Equal for equal texts; undefined where there is no text to compare: none, a blank, an uncertain one or a placeholder. */
  readonly digest: string | undefined;
  /** Equal for equal digests, and seldom for others; undefined where `digest` is. */
  readonly sketch: number | undefined;
}

const NUMBER_START = markerText(FIELDS.find((row) => row.kind === 'number')?.marker ?? '', 'start');

/** A title that never ends is a fault, and no reason to keep a whole article in memory. */
const LONGEST_TITLE = 300;

/** A record for each article, in their order; text without any marker is no article. */
export function recordsOf({ articles, starts }: ParsedDocument): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  for (const [index, article] of articles.entries()) {
    if (article.markers.length > 0) records.push(recordAt(recordOf(article), starts[index] as number));
  }
  return records;
}

/** The same record, of an article that begins `base` units later. */
export function recordAt(record: ArticleRecord, base: number): ArticleRecord {
  const { number, date, title, span, numberSpan, textMarker, digest, sketch } = record;
  return {
    number,
    date,
    title,
    digest,
    sketch,
    span: shifted(span, base),
    numberSpan: numberSpan && shifted(numberSpan, base),
    textMarker: textMarker && shifted(textMarker, base),
  };
}

/**
 * The record of an article whose file is not open, that begins at `base`. There may be 100,000 of them: it keeps numbers,
 * and makes spans of them when somebody asks.
 */
export class KeptRecord implements ArticleRecord {
  readonly number: string;
  readonly date: string;
  readonly title: string;
  readonly digest: string | undefined;
  readonly sketch: number | undefined;
  private readonly start: number;
  private readonly end: number;
  /** Of the number; -1 where it has no place. As it is in the text, it is as long as its place. */
  private readonly numberStart: number;
  /** -1 where there is none. */
  private readonly markerStart: number;
  private readonly markerEnd: number;

  constructor({ number, date, title, digest, sketch, span, numberSpan, textMarker }: ArticleRecord, base: number) {
    this.number = number;
    this.date = date;
    this.title = title;
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

/**
 * The record of an article that was proven healthy and whose text stays at hand: what makes the article be read is found
 * out when somebody asks. `recordOf` gives its record at the beginning of its document.
 */
export class HealthyRecord implements ArticleRecord {
  readonly number: string;
  readonly numberSpan: Span;
  readonly sketch: number;

  constructor(
    private readonly article: Article,
    { number, text }: HealthyValues,
    private readonly base: number,
    private readonly recordOf: (article: Article) => ArticleRecord,
  ) {
    this.number = copied(number);
    const start = base + article.text.indexOf(number, article.text.indexOf(NUMBER_START) + NUMBER_START.length);
    this.numberSpan = { start, end: start + number.length };
    this.sketch = sketchOf(text, false); // None is proven healthy that has one.
  }

  get date(): string {
    return this.recordOf(this.article).date;
  }

  get title(): string {
    return this.recordOf(this.article).title;
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

/** The record of an article at the beginning of its document. */
export function recordOf(article: Article): ArticleRecord {
  const number = fieldOfKind(article, 'number');
  const text = fieldOfKind(article, 'text');
  const numberSpan = number && trimmed(article.text, number.value);
  const isCertain = number && numberSpan && ownMarkers(number) && numberSpan.end > numberSpan.start;
  const comparable = text && isComparable(article, text) ? text : undefined;
  return {
    number: shownValue(article, number),
    date: shownValue(article, fieldOfKind(article, 'date'), LONGEST_TITLE),
    title: shownValue(article, fieldOfKind(article, 'title'), LONGEST_TITLE),
    span: markedSpan(article),
    numberSpan: isCertain ? numberSpan : undefined,
    textMarker: comparable?.start && { start: comparable.start.start, end: comparable.start.end },
    digest: comparable && digestOf(article.text, comparable.value),
    sketch: comparable && sketchOf(textOf(article.text, trimmed(article.text, comparable.value))),
  };
}

function fieldOfKind({ fields }: Article, kind: ValueKind): Field | undefined {
  return fields.find(({ format }) => format?.kind === kind);
}

function shownValue({ text }: Article, field: Field | undefined, longest = Number.POSITIVE_INFINITY): string {
  if (!field) return '';
  const { start, end } = trimmed(text, field.value);
  return copied(text.slice(start, Math.min(end, start + longest)));
}

function isComparable({ text }: Article, field: Field): boolean {
  const { value } = field;
  return ownMarkers(field) && !isBlank(text, value.start, value.end) && !isPlaceholder(textOf(text, value));
}
