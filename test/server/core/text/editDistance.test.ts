import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { beginsAlike, editDistance } from '../../../../server/src/core/text/editDistance';

describe('edit distance', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'TEX-.'), maxLength: 9 });

  it('is what the whole table says', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(4), (a, b, limit) => {
        equal(editDistance(a, b, limit), Math.min(distanceByTable(a, b), limit + 1));
      }),
      { numRuns: 5000 },
    );
  });

  it('of a part depends on that part alone', () => {
    fc.assert(
      fc.property(letters, letters, letters, letters, (before, a, after, b) => {
        const part = { start: before.length, end: before.length + a.length };
        equal(editDistance(before + a + after, b, 2, part), editDistance(a, b, 2));
      }),
      { numRuns: 5000 },
    );
  });

  it('is within a limit only where the beginnings are alike', () => {
    fc.assert(
      fc.property(letters, letters, letters, fc.nat(2), fc.nat(9), (before, a, b, limit, length) => {
        fc.pre(length <= b.length && editDistance(a, b, limit) <= limit);
        ok(beginsAlike(before + a, before.length, b, limit, length));
      }),
      { numRuns: 2000 },
    );
  });

  it('is beyond a limit where the beginnings are not', () => {
    ok(!beginsAlike('A-A-A-A-', 0, 'T-I-T-L-E', 2, 8));
    ok(beginsAlike('T-I-L-E-S-T', 0, 'T-I-T-L-E-', 2, 8));
  });
});

/** Optimal string alignment as the textbooks have it: one cell for each pair of beginnings. */
function distanceByTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const cell = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= b.length; j++) {
    for (let i = 0; i <= a.length; i++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (table[i] as number[])[j] = Math.min(
        i === 0 ? j : cell(i - 1, j) + 1,
        j === 0 ? i : cell(i, j - 1) + 1,
        i > 0 && j > 0 ? cell(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]) : Number.POSITIVE_INFINITY,
        isSwap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return cell(a.length, b.length);
}
