/** A span of a text in UTF-16 offsets, end excluded. It is relative to the start of its article, unless stated otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters of a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The same span, with offsets from a point that is `by` characters earlier. */
export function shifted<S extends Span>(span: S, by: number): S {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** Whether a UTF-16 unit has Unicode's White_Space property. */
export function isWhiteSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    // This comparison is enough for nearly every character of a text.
    (unit >= 0x85 &&
      (unit === 0x85 ||
        unit === 0xa0 ||
        unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000))
  );
}

/** Whether there is nothing but white space from `start` to `end`. */
export function isBlank(text: string, start: number, end: number): boolean {
  return skipWhiteSpace(text, start, end) === end;
}

/** Whether there is a unit at an offset, and it is no white space. */
export function isGlued(text: string, at: number): boolean {
  return at >= 0 && at < text.length && !isWhiteSpace(text.charCodeAt(at));
}

/** The first offset from `start` on without white space, at most `end`. */
export function skipWhiteSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the white space begins that ends at `end`; `end` if there is none. */
export function skipBack(text: string, end: number): number {
  let at = end;
  while (at > 0 && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The span without the white space at its ends; an empty span at its start if there is only white space. */
export function trimmed(text: string, span: Span): Span {
  const start = skipWhiteSpace(text, span.start, span.end);
  if (start === span.end) return { start: span.start, end: span.start };
  let end = span.end;
  while (isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Whether two spans have a character in common. */
export function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many elements of an ordered list begin before `offset`. */
export function countBefore<T>(list: readonly T[], offset: number, spanOf: (each: T) => Span): number {
  return countWhile(list, (each) => spanOf(each).start < offset);
}

/** How many elements at the beginning of a list are so, if none after them is. A binary search, because there may be thousands. */
export function countWhile<T>(list: ArrayLike<T>, isSo: (each: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
