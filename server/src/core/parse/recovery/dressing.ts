/**
 * Marks and letters that were typed right beside a marker, and are read as part of it: `**T-E-X-T-E-N-D.**`,
 * `T-E-X-T-E-N-D..`, `QT-E-X-T-E-N-D.` They are not part of it where they may belong to a value that has lost its space.
 */

import type { Marker } from '../../markers/scanner';
import { isBlank, isWhiteSpace } from '../../span';
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
  const [opening] = COMMENT_OPENS.exec(text.slice(Math.max(neighbours.before, marker.start - 5), marker.start)) ?? [];
  const [closing] = COMMENT_CLOSES.exec(text.slice(marker.end, Math.min(neighbours.after, marker.end + 4))) ?? [];
  if (opening && closing)
    return { ...marker, start: marker.start - opening.length, end: marker.end + closing.length, misspelled: true };
  const left = runBefore(text, marker.start, neighbours.before);
  const right = runAfter(text, marker.end, neighbours.after);
  if (left === '' && right === '') return marker;
  // Invisible characters and pairs around a marker belong to no value.
  const isUnseen = (run: string) => UNSEEN.test(run);
  const isWrapped = (MARKS.test(left) && MARKS.test(right)) || (OPENING_TAG.test(left) && CLOSING_TAG.test(right));
  const takesLeft = isWrapped || isUnseen(left) || mayTakeLeft(text, marker, left, neighbours);
  const takesRight = isWrapped || isUnseen(right) || mayTakeRight(text, marker, right, neighbours);
  if (!takesLeft && !takesRight) return marker;
  const start = takesLeft ? marker.start - left.length : marker.start;
  const end = takesRight ? marker.end + right.length : marker.end;
  return { ...marker, start, end, misspelled: true };
}

/** One to three characters that are neither letters nor digits, or one as HTML escapes it. */
const MARKS = /^(?:[^\p{L}\p{N}\s]{1,3}|&(?:lt|gt|quot|apos|#39);)$/u;
/** HTML around a marker, such as `<b>…</b>`. */
const OPENING_TAG = /^<[A-Za-z]\w{0,5}>$/;
const CLOSING_TAG = /^<\/[A-Za-z]\w{0,5}>$/;
/** A comment of HTML, `<!-- … -->`. */
const COMMENT_OPENS = /<!-- ?$/;
const COMMENT_CLOSES = /^ ?-->/;
const MARK = /^[^\p{L}\p{N}\s]$/u;
/** Marks that no value ends with. */
const MARKUP = /^[-*_`\\|#~<>[{]{1,3}$/;
const LETTER = /^\p{L}$/u;
/** Invisible characters. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}+$/u;

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
