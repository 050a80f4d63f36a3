/** Counts words as `wc -w` does: stretches without white space. */
import { isWhiteSpace, type Span } from './span';

/** How many words stand in a span of a text. */
export function countWords(text: string, { start, end }: Span): number {
  let words = 0;
  let inside = false;
  for (let at = start; at < end; at++) {
    const blank = isWhiteSpace(text.charCodeAt(at));
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
}
