/** The number of edits between two short texts. */
import type { Span } from '../span';

/**
 * Edits (insertion, deletion, replacement, swap of neighbours) between a part of `a` and `b`, or `limit` + 1 when there
 * are more (optimal string alignment). A common beginning needs no edit, so each edit is tried where the two first differ.
 * That is fast for a limit of two or three.
 */
export function editDistance(a: string, b: string, limit: number, part: Span = { start: 0, end: a.length }): number {
  return distanceFrom(a, part.start, part.end, b, 0, limit);
}

/** The same from `i` (up to `end`) and `j` on. */
function distanceFrom(a: string, i: number, end: number, b: string, j: number, limit: number): number {
  if (Math.abs(end - i - (b.length - j)) > limit) return limit + 1;
  let from = i;
  let at = j;
  while (from < end && at < b.length && a.charCodeAt(from) === b.charCodeAt(at)) {
    from++;
    at++;
  }
  if (from === end || at === b.length) return end - from + b.length - at;
  // Each result lowers the limit of the tries after it.
  let least = limit + 1;
  if (least > 1) least = Math.min(least, 1 + distanceFrom(a, from + 1, end, b, at + 1, least - 2));
  if (least > 1) least = Math.min(least, 1 + distanceFrom(a, from + 1, end, b, at, least - 2));
  if (least > 1) least = Math.min(least, 1 + distanceFrom(a, from, end, b, at + 1, least - 2));
  const isSwap = a.charCodeAt(from) === b.charCodeAt(at + 1) && a.charCodeAt(from + 1) === b.charCodeAt(at);
  if (least > 1 && isSwap && from + 1 < end)
    least = Math.min(least, 1 + distanceFrom(a, from + 2, end, b, at + 2, least - 2));
  return least;
}

/**
 * Whether `a` from `i` on begins like the first `length` units of `b`, with at most `limit` edits. If not, no part of `a` that
 * begins at `i` is within `limit` edits of `b`.
 */
export function beginsAlike(a: string, i: number, b: string, limit: number, length: number, j = 0): boolean {
  let from = i;
  let at = j;
  while (at < length && a.charCodeAt(from) === b.charCodeAt(at)) {
    from++;
    at++;
  }
  if (at >= length) return true;
  if (limit === 0) return false;
  const isSwap = a.charCodeAt(from) === b.charCodeAt(at + 1) && a.charCodeAt(from + 1) === b.charCodeAt(at);
  return (
    beginsAlike(a, from + 1, b, limit - 1, length, at + 1) ||
    beginsAlike(a, from + 1, b, limit - 1, length, at) ||
    beginsAlike(a, from, b, limit - 1, length, at + 1) ||
    (isSwap && beginsAlike(a, from + 2, b, limit - 1, length, at + 2))
  );
}
