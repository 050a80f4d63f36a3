/** What the copy commands take from an article. */

import type { ValueKind } from '../format';
import { type Article, fieldOf } from '../parse/article';
import { type Span, textOf } from '../span';

export type Copied = 'title' | 'text' | 'citation';

/** The title or the text as it is written, or number, date and title on one line; undefined when there is none. */
export function copyOf(article: Article, what: Copied): string | undefined {
  const copy = what === 'citation' ? citation(article) : withoutMarkers(article, valueSpan(article, what));
  return copy.trim() === '' ? undefined : copy;
}

function citation(article: Article): string {
  const parts = (['number', 'date', 'title'] as const).map((kind) => withoutMarkers(article, valueSpan(article, kind)));
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ');
}

function valueSpan(article: Article, kind: ValueKind): Span {
  return fieldOf(article, kind)?.value ?? { start: 0, end: 0 };
}

/** A value without the markers that damage has left in it. */
function withoutMarkers({ text, markers }: Article, { start, end }: Span): string {
  const inside = markers.filter((marker) => marker.start >= start && marker.end <= end);
  const starts = [start, ...inside.map((marker) => marker.end)];
  return starts.map((from, index) => textOf(text, { start: from, end: inside[index]?.start ?? end })).join('');
}
