/**
 * Marks and letters that were typed beside a marker, and are read as part of it: `**T-E-X-T-E-N-D.**`,
 * `== T-E-X-T-E-N-D. ==`, `T-E-X-T-E-N-D..`, `QT-E-X-T-E-N-D.` They are not part of it where they may belong to a value that has lost its space.
 */

import type { Marker } from '../../markers/scanner';
import { isBlank, isWhiteSpace, type Span } from '../../span';
import { looksLikeHyphen } from '../../text/lookAlikes';

/** Where the text before a marker begins, where the text after it ends, and whether the marker is outside any field. */
export interface Neighbours {
  readonly before: number;
  readonly after: number;
  /** Before the marker is nothing, or only an END and white space. */
  readonly isOutside: boolean;
}

/** The marker with the characters that are stuck to it, as a misspelled one; the same marker when there are none. */
export function dressed(text: string, marker: Marker, neighbours: Neighbours): Marker {
  const pair = pairAround(text, marker, neighbours);
  if (pair) return { ...marker, ...pair, misspelled: true };
  const left = runBefore(text, marker.start, neighbours.before);
  const right = runAfter(text, marker.end, neighbours.after);
  if (left === '' && right === '') return marker;
  // Invisible characters and pairs around a marker belong to no value.
  const isUnseen = (run: string) => UNSEEN.test(run);
  const isWrapped = MARKS.test(left) && MARKS.test(right);
  const takesLeft = isWrapped || isUnseen(left) || mayTakeLeft(text, marker, left, neighbours);
  const takesRight = isWrapped || isUnseen(right) || mayTakeRight(text, marker, right, neighbours);
  if (!takesLeft && !takesRight) return marker;
  const start = takesLeft ? marker.start - left.length : marker.start;
  const end = takesRight ? marker.end + right.length : marker.end;
  return { ...marker, start, end, misspelled: true };
}

/** One to three characters that are neither letters nor digits, or one as HTML escapes it. */
const MARKS = /^(?:[^\p{L}\p{N}\s]{1,3}|&(?:lt|gt|quot|apos|#39);)$/u;
/** What opens before a marker and closes after it, with a space or without: a comment, a tag with attributes, a space of HTML. */
const PAIRS = [
  { opens: /<!-- ?$/, closes: /^ ?-->/ },
  { opens: /<[A-Za-z]\w{0,9}(?: [^<>]{0,60})?> ?$/, closes: /^ ?<\/[A-Za-z]\w{0,9}>/ },
  { opens: /&(?:nbsp|#160|#x[aA]0); ?$/, closes: /^ ?&(?:nbsp|#160|#x[aA]0);/ },
  { opens: /<!\[CDATA\[ ?$/, closes: /^ ?\]\]>/ },
];
/** The same line end or tab before a marker and after it, as programs escape it, as in `\nT-E-X-T-E-N-D.\n` and `_x000D_T-E-X-T-E-N-D._x000D_` */
const ESCAPED = {
  opens: /((?:\\[nrt]|%0[AaDd9]|&#(?:9|1[03]|x0?[aAdD9]);|_x000[AaDd]_){1,2})$/,
  closes: /^((?:\\[nrt]|%0[AaDd9]|&#(?:9|1[03]|x0?[aAdD9]);|_x000[AaDd]_){1,2})/,
};
/** The same marks of markup before a space and after one, as in `*** T-E-X-T-E-N-D. ***` */
const SPACED = { opens: /(?<!\S)([-*_=|#~+<>/]{1,3}) $/, closes: /^ ([-*_=|#~+<>/]{1,3})(?!\S)/ };
const MARK = /^[^\p{L}\p{N}\s]$/u;
/** Marks that no value ends with. */
const MARKUP = /^[-*_`\\|#~<>[{]{1,3}$/;
const LETTER = /^\p{L}$/u;
/** Invisible characters, and control characters without a meaning in a text. */
const CONTROLS = '\\0-\\x08\\x0e-\\x1b\\x7f';
const UNSEEN = new RegExp(`^[\\p{Default_Ignorable_Code_Point}${CONTROLS}]+$`, 'u');

/** Longer than what opens or closes, in UTF-16 units. */
const LONGEST_PAIR = 80;

/** The marker with what opens before it and closes after it; undefined where nothing does. */
function pairAround(text: string, { start, end }: Marker, { before, after }: Neighbours): Span | undefined {
  // Nearly no marker has something stuck to it, or marks, on both sides.
  if (!isBeside(text, start - 1, start - 2) || !isBeside(text, end, end + 1)) return undefined;
  const left = text.slice(Math.max(before, start - LONGEST_PAIR), start);
  const right = text.slice(end, Math.min(after, end + LONGEST_PAIR));
  for (const { opens, closes } of [...PAIRS, SPACED, ESCAPED]) {
    const [opening, marks] = opens.exec(left) ?? [];
    const [closing, others] = closes.exec(right) ?? [];
    if (opening && closing && marks === others) return { start: start - opening.length, end: end + closing.length };
  }
  return undefined;
}

/** Whether something is stuck at an offset, or a mark is at the next one after a space. */
function isBeside(text: string, at: number, next: number): boolean {
  if (at < 0 || at >= text.length) return false;
  return text.charAt(at) === ' ' ? MARK.test(text.charAt(next)) : !isWhiteSpace(text.charCodeAt(at));
}

function mayTakeLeft(text: string, { side, start }: Marker, left: string, { before, isOutside }: Neighbours): boolean {
  // The mark replaces its first letter.
  if (looksLikeHyphen(text.charAt(start)) && MARK.test(left)) return true;
  if (side === 'start') return MARKS.test(left) || (LETTER.test(left) && isOutside);
  // The value is before an END. These characters may be all of it.
  return (MARKUP.test(left) || LETTER.test(left)) && !isBlank(text, before, start - left.length);
}

function mayTakeRight(text: string, { side, start, end }: Marker, right: string, { after }: Neighbours): boolean {
  const isStopLost = /[\p{L}\p{N}]/u.test(text.charAt(end - 1));
  if (isStopLost && MARK.test(right)) return true;
  // The end of the marker is repeated.
  if (right.length > 1 && text.slice(start, end).endsWith(right)) return true;
  if (side === 'start') return /^\.{1,2}$/.test(right);
  // Text after an END would mean that the START of the next field is lost.
  return (MARKS.test(right) || LETTER.test(right)) && isBlank(text, end + right.length, after);
}

/** Longer than anything that is read as part of a marker. */
const LONGEST_STUCK = 20;

function runBefore(text: string, start: number, floor: number): string {
  let from = start;
  while (from > floor && start - from < LONGEST_STUCK && !isWhiteSpace(text.charCodeAt(from - 1))) from--;
  return text.slice(from, start);
}

function runAfter(text: string, end: number, limit: number): string {
  let to = end;
  while (to < limit && to - end < LONGEST_STUCK && !isWhiteSpace(text.charCodeAt(to))) to++;
  return text.slice(end, to);
}
