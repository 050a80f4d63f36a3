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
];
/** The same marks of markup before a space and after one, as in `*** T-E-X-T-E-N-D. ***` */
const SPACED = { opens: /(?<!\S)([-*_=|#~+<>/]{1,3}) $/, closes: /^ ([-*_=|#~+<>/]{1,3})(?!\S)/ };
const MARK = /^[^\p{L}\p{N}\s]$/u;
/** Marks that no value ends with. */
const MARKUP = /^[-*_`\\|#~<>[{]{1,3}$/;
const LETTER = /^\p{L}$/u;
/** Invisible characters. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}+$/u;

/** Longer than what opens or closes, in UTF-16 units. */
const LONGEST_PAIR = 80;

/** The marker with what opens before it and closes after it; undefined where nothing does. */
function pairAround(text: string, { start, end }: Marker, { before, after }: Neighbours): Span | undefined {
  // Nearly no marker has marks on both sides of it.
  if (!hasMark(text, start - 1, start - 2) || !hasMark(text, end, end + 1)) return undefined;
  const left = text.slice(Math.max(before, start - LONGEST_PAIR), start);
  const right = text.slice(end, Math.min(after, end + LONGEST_PAIR));
  for (const { opens, closes } of [...PAIRS, SPACED]) {
    const [opening, marks] = opens.exec(left) ?? [];
    const [closing, others] = closes.exec(right) ?? [];
    if (opening && closing && marks === others) return { start: start - opening.length, end: end + closing.length };
  }
  return undefined;
}

/** Whether a mark is at an offset, or at the next one after a space. */
function hasMark(text: string, at: number, next: number): boolean {
  return MARK.test(text.charAt(text.charAt(at) === ' ' ? next : at));
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
