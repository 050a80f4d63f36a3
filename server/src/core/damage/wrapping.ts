/** What is around all of a document that holds one article: the quotes of JSON or CSV, a code fence, HTML. */

import { markerText } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import { type Span, textOf, trimmed } from '../span';

export interface Wrapping {
  readonly before: Span;
  readonly after: Span;
}

/** Marks alone; or any text with a mark that opens something beside the article, and one that closes it after. */
const MARKS = /^[^\p{L}\p{N}\s]+$/u;
const OPENING = /["'“‘«>`]$/;
const CLOSING = /^["'”’»<`]/;

/** Longer than anything that an article is wrapped in. */
const LONGEST = 200;

/** What an article and nothing else is wrapped in; undefined where nothing, or only one side of it, is there. */
export function wrapping(article: Article): Wrapping | undefined {
  const { text, markers, first, final } = article;
  const [open, close] = [markers[0], markers.at(-1)];
  if (!first || !final || !open || !close || open.side !== 'start' || close.side !== 'end') return undefined;
  const start = ownStart(text, open);
  const end = ownEnd(text, close);
  if (start === undefined || end === undefined) return undefined;
  const before = trimmed(text, { start: 0, end: start });
  const after = trimmed(text, { start: end, end: text.length });
  return isPair(textOf(text, before), textOf(text, after)) ? { before, after } : undefined;
}

function isPair(before: string, after: string): boolean {
  if (before.length + after.length > LONGEST) return false;
  return (MARKS.test(before) && MARKS.test(after)) || (OPENING.test(before) && CLOSING.test(after));
}

/** Where a marker begins without what is stuck to it; undefined where it is misspelled otherwise. */
function ownStart(text: string, marker: Marker): number | undefined {
  const written = markerText(marker.letters, marker.side);
  return textOf(text, marker).endsWith(written) ? marker.end - written.length : undefined;
}

/** Where a marker ends without what is stuck to it. */
function ownEnd(text: string, marker: Marker): number | undefined {
  const written = markerText(marker.letters, marker.side);
  return textOf(text, marker).startsWith(written) ? marker.start + written.length : undefined;
}
