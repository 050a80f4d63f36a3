import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../server/src/core/editDistance';

describe('Near misses', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'TEX-.'), maxLength: 9 });

  it('are as many edits away as the whole table says', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(4), (a, b, limit) => {
        equal(editDistance(a, b, limit), Math.min(distanceByTable(a, b), limit + 1));
      }),
      { numRuns: 5000 },
    );
  });

  it('are judged by their own part of a stretch alone', () => {
    fc.assert(
      fc.property(letters, letters, letters, letters, (before, a, behind, b) => {
        const part = { start: before.length, end: before.length + a.length };
        equal(editDistance(before + a + behind, b, 2, part), editDistance(a, b, 2));
      }),
      { numRuns: 5000 },
    );
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
