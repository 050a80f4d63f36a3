/** What is left of a marker, or of one in another spelling, in the value beside the right one. */
import { markerText, type Side } from '../format';
import { editsTo } from '../markers/meantAs';
import type { Article } from '../parse/article';
import { type Span, skipBack, skipWhiteSpace, trimmed } from '../span';

export interface WordBeside {
  /** The marker that it is beside, and is like. */
  readonly letters: string;
  readonly side: Side;
  readonly span: Span;
  /** The same, with the white space between it and the rest of the value. */
  readonly removed: Span;
}

/** Hyphens or dashes with single letters between them; a dash after another character beyond ASCII is not looked at (parse/proof.ts). */
const SPELLED_OUT = /-[A-Za-z]-[A-Za-z]-|(?<!\P{ASCII})[‐-―−][A-Za-z][‐-―−]/u;

/** What prose may spell out, too. */
const PROSE = /^(?:D-A-T-E|T-I-T-L-E|T-E-X-T|S-T-A-R-T|E-N-D)\.?$/;

/** Longer than any marker in another spelling, in UTF-16 units. */
const LONGEST = 60;

/**
 * Words of a value that are right beside its marker, and like it or a part of it: `Truce T–I–T–L–E–E–N–D. T-I-T-L-E-E-N-D.` A
 * date with more beside it is no date, and where there is no white space, marker-spacing says so. An article that is proven
 * healthy (parse/proof.ts) has no such words.
 */
export function* wordsBeside({ text, fields }: Article): Generator<WordBeside> {
  for (const { format, letters, value, span } of fields) {
    if (format?.kind === 'date') continue;
    const [start, end] = [markerText(letters, 'start'), markerText(letters, 'end')];
    const words = trimmed(text, value);
    const [first = ''] = text.slice(words.start, Math.min(words.end, words.start + LONGEST)).split(/\s/, 1);
    const last = lastOf(text.slice(Math.max(words.start, words.end - LONGEST), words.end));
    if (words.start > span.start + start.length && isLike(first, start, 'start')) {
      const to = words.start + first.length;
      const removed = { start: words.start, end: skipWhiteSpace(text, to, words.end) };
      yield { letters, side: 'start', span: { start: words.start, end: to }, removed };
    } else if (words.end < span.end - end.length && isLike(last, end, 'end')) {
      const from = words.end - last.length;
      const removed = { start: Math.max(words.start, skipBack(text, from)), end: words.end };
      yield { letters, side: 'end', span: { start: from, end: words.end }, removed };
    }
  }
}

/** The last word; a hyphen alone belongs to the one before. */
function lastOf(words: string): string {
  const parts = words.split(/(\s)/);
  return parts.slice(parts.at(-1) === '-' ? -3 : -1).join('');
}

function isLike(word: string, marker: string, side: Side): boolean {
  if (PROSE.test(word)) return false;
  const bare = marker.replaceAll(/[-.]/g, '');
  if (word === bare || word === `${bare}.`) return true;
  const part = word.replace(/\s/, '');
  if (part.includes('-') && (side === 'end' ? marker.startsWith(part) : marker.endsWith(part))) return true;
  return SPELLED_OUT.test(word) && (word.includes(marker) || editsTo(word, marker) !== undefined);
}
