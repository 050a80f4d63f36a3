/** What is around the only article of a document: the quotes of JSON or CSV, a code fence, HTML. */

import { markerText } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import { type Span, textOf, touch, trimmed } from '../span';
import type { SomeSymptoms, Symptoms } from './symptoms';

/** Something is around the article that is not part of it. */
export interface Wrapped {
  readonly kind: 'wrapped';
  readonly before: Span;
  readonly after: Span;
  readonly explains: SomeSymptoms;
}

/** Only marks on both sides; or text that ends with an opening mark, and text that begins with a closing one. */
const MARKS = /^[^\p{L}\p{N}\s]+$/u;
const OPENING_MARK = /["'“‘«>`]$/;
const CLOSING_MARK = /^["'”’»<`]/;

/** Longer than anything that is around an article. */
const LONGEST_WRAPPING = 200;

/** It explains the text on both sides, and the outermost markers, if they are stuck to it. */
export function* wrapped(article: Article, { stray, misspelled }: Symptoms): Generator<Wrapped> {
  const { text, markers, first, final } = article;
  const [open, close] = [markers[0], markers.at(-1)];
  if (!first || !final || !open || !close || open.side !== 'start' || close.side !== 'end') return;
  const start = ownStart(text, open);
  const end = ownEnd(text, close);
  if (start === undefined || end === undefined) return;
  const before = trimmed(text, { start: 0, end: start });
  const after = trimmed(text, { start: end, end: text.length });
  if (!isPair(textOf(text, before), textOf(text, after))) return;
  const isAround = (span: Span) => touch(span, before) || touch(span, after);
  const explains = {
    stray: [...stray].filter(({ span }) => isAround(span)),
    misspelled: [...misspelled].filter(isAround),
  };
  yield { kind: 'wrapped', before, after, explains };
}

function isPair(before: string, after: string): boolean {
  if (before.length + after.length > LONGEST_WRAPPING) return false;
  return (MARKS.test(before) && MARKS.test(after)) || (OPENING_MARK.test(before) && CLOSING_MARK.test(after));
}

/** Where a marker begins without what is stuck to it; undefined if it is misspelled in another way. */
function ownStart(text: string, marker: Marker): number | undefined {
  const written = markerText(marker.letters, marker.side);
  return textOf(text, marker).endsWith(written) ? marker.end - written.length : undefined;
}

/** Where a marker ends without what is stuck to it. */
function ownEnd(text: string, marker: Marker): number | undefined {
  const written = markerText(marker.letters, marker.side);
  return textOf(text, marker).startsWith(written) ? marker.start + written.length : undefined;
}
