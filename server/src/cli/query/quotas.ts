/** How many articles a stratified sample has of each stratum. */

/**
 * The numbers to draw of strata of these sizes, `count` in all, in proportion to the sizes: each stratum gets its share rounded
 * down, and those with the largest remainders get one more, the first of equal ones first (largest remainders, Hamilton's method).
 * `count` is at most the sum of the sizes; then no number is larger than its stratum.
 */
export function quotas(sizes: readonly number[], count: number): readonly number[] {
  const all = BigInt(sizes.reduce((sum, size) => sum + size, 0));
  if (all === 0n) return sizes.map(() => 0);
  // In whole numbers, because fractions would be rounded.
  const shares = sizes.map((size) => ({
    whole: (BigInt(size) * BigInt(count)) / all,
    rest: (BigInt(size) * BigInt(count)) % all,
  }));
  const given = shares.reduce((sum, { whole }) => sum + Number(whole), 0);
  const byRest = shares.map((_share, index) => index);
  const restOf = (index: number) => shares[index]?.rest ?? 0n;
  byRest.sort((a, b) => (restOf(a) === restOf(b) ? a - b : restOf(a) > restOf(b) ? -1 : 1));
  const more = new Set(byRest.slice(0, count - given));
  return shares.map(({ whole }, index) => Number(whole) + (more.has(index) ? 1 : 0));
}
