/** The smallest, the middle and the largest of some numbers. */

export interface Spread {
  readonly min: number;
  /** With an even number of them, the mean of the two in the middle. */
  readonly median: number;
  readonly max: number;
}

/** The spread of some numbers, in any order; null if there are none. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  return spreadIn(inOrder(numbers));
}

/** Numbers from the smallest to the largest. */
export function inOrder(numbers: readonly number[]): Float64Array {
  return new Float64Array(numbers).sort(); // Not `from`, which takes ten times as long.
}

/** The spread of numbers that are in order. */
export function spreadIn(sorted: Float64Array): Spread | null {
  if (sorted.length === 0) return null;
  const at = (index: number) => sorted[index] as number;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { min: at(0), median, max: at(sorted.length - 1) };
}

/** Longer numbers are not computed exactly. */
const COMPUTABLE = /^\d{1,15}$/;

/** The numbers that are digits, and can be computed exactly, in order; those of several articles several times. */
export function numbersOf(numbers: readonly string[]): Float64Array {
  return inOrder(numbers.filter((number) => COMPUTABLE.test(number)).map(Number));
}
