import { assert } from 'chai';
import fc from 'fast-check';
import { draw } from '../../../../server/src/cli/query/draw';
import { quotas } from '../../../../server/src/cli/query/quotas';

const sizes = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 });

describe('the quotas of strata', () => {
  it('are proportional, with the largest remainders rounded up, the first of equal ones first', () => {
    assert.deepEqual(quotas([50, 30, 20], 10), [5, 3, 2]);
    assert.deepEqual(quotas([47, 16, 158], 10), [2, 1, 7]);
    assert.deepEqual(quotas([1, 1, 1], 2), [1, 1, 0]);
    assert.deepEqual(quotas([0, 3], 3), [0, 3]);
    assert.deepEqual(quotas([], 0), []);
  });

  it('are as many as asked for, none larger than its stratum, and none further than one from its share', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const sum = all.reduce((a, b) => a + b, 0);
        const count = Math.round(sum * share);
        const numbers = quotas(all, count);
        assert.equal(
          numbers.reduce((a, b) => a + b, 0),
          count,
        );
        for (const [index, number] of numbers.entries()) {
          assert.isAtMost(number, all[index] as number);
          if (sum > 0) assert.isBelow(Math.abs(number - ((all[index] as number) * count) / sum), 1);
        }
      }),
    );
  });
});

/** What version 8 of pure-rand gives. Another result would break the samples in published papers. */
const FIXED = { 7: [0, 1, 6, 7, 8, 9], 8: [0, 1, 5, 6, 8, 11], large: [263_028, 393_207, 483_648] };

describe('a draw', () => {
  /** Twelve items in three strata, mixed. */
  const STRATA = [...'bacabbcaabca'];

  it('gives the same items for the same seed, for ever', () => {
    assert.deepEqual(draw(STRATA, 6, 7), FIXED[7]);
    assert.deepEqual(draw(STRATA, 6, 8), FIXED[8]);
    assert.deepEqual(draw(new Array(1_000_000).fill(''), 3, 4_294_967_295), FIXED.large);
  });

  it('takes of each stratum its quota, and no item twice', () => {
    for (let seed = 0; seed < 20; seed++) {
      const drawn = draw(STRATA, 6, seed);
      assert.lengthOf(new Set(drawn), 6);
      assert.equal(
        drawn
          .map((index) => STRATA[index])
          .sort()
          .join(''),
        'aaabbc',
      );
    }
    assert.deepEqual(draw(STRATA, 12, 1), [...STRATA.keys()]);
    assert.deepEqual(draw([], 0, 1), []);
  });

  it('gives every item the same chance', () => {
    const counts = new Array(10).fill(0);
    for (let seed = 0; seed < 5000; seed++) for (const index of draw(new Array(10).fill(''), 3, seed)) counts[index]++;
    // 1,500 each; the standard deviation is 32.
    for (const count of counts) assert.closeTo(count, 1500, 160);
  });
});
