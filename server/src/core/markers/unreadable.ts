/**
 * Knows an article whose markers are written in a way that nobody can read, as in `F(1)N(2)S(3)T(4)A(5)R(6)T.` Their letters
 * are there in order, one by one, and so are those of the markers that follow. No prose has that.
 */
import { atFirstUse } from '../atFirstUse';
import type { Span } from '../span';
import { MARKERS } from './meant';

/** The letters of a marker, each a capital of its own, with something between them. Linear, because that is short. */
const loosely = atFirstUse(() =>
  MARKERS.map(({ text }) => {
    const letters = text.replaceAll(/[^A-Z]/g, '').split('');
    return new RegExp(letters.join('[^\\p{Lu}]{1,30}'), 'gu');
  }),
);

/** So many of the eight markers are enough. */
const FEWEST = 4;

/** The spans of the letters of each article in a text that cannot be read: of its first marker only, where that is enough. */
export function unreadableIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let from = 0; ; ) {
    const spans = markersFrom(text, from);
    const [first] = spans;
    if (!first || spans.length < FEWEST) return found;
    found.push(first);
    from = spans.at(-1)?.end ?? text.length;
  }
}

/** The markers of one article that may be meant from an offset on, in the order of the format. */
function markersFrom(text: string, from: number): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of loosely()) {
    pattern.lastIndex = found.at(-1)?.end ?? from;
    const match = pattern.exec(text);
    if (match) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
