import { assert } from 'chai';
import fc from 'fast-check';
import {
  firstUnit,
  stretchesBetween,
  stretchOf,
  TIME_UNITS,
  unitsFor,
} from '../../../../server/src/corpus/overview/units';

/** A stretch as a person reads it. */
const shown = (day: string, unit: (typeof TIME_UNITS)[number]) => {
  const { label, first, last } = stretchOf(day, unit);
  return `${label}: ${first} to ${last}`;
};

describe('a stretch of time', () => {
  it('is the day, the week from Monday on, the month or the year that a day is in', () => {
    assert.equal(shown('2024-02-11', 'day'), '2024-02-11: 2024-02-11 to 2024-02-11');
    assert.equal(shown('2024-02-11', 'week'), '2024-02-05: 2024-02-05 to 2024-02-11');
    assert.equal(shown('2024-02-12', 'week'), '2024-02-12: 2024-02-12 to 2024-02-18');
    assert.equal(shown('2024-02-11', 'month'), '2024-02: 2024-02-01 to 2024-02-29');
    assert.equal(shown('2023-12-31', 'month'), '2023-12: 2023-12-01 to 2023-12-31');
    assert.equal(shown('2023-12-31', 'year'), '2023: 2023-01-01 to 2023-12-31');
  });

  it('does not leave the years that can be written', () => {
    assert.equal(shown('9999-12-31', 'week'), '9999-12-27: 9999-12-27 to 9999-12-31');
    assert.equal(shown('0001-02-03', 'month'), '0001-02: 0001-02-01 to 0001-02-28');
    assert.lengthOf(stretchesBetween('0001-01-01', '9999-12-31', 'year'), 9999);
  });

  it('follows the one before it without a gap, and has each day between the first and the last one', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.nat({ max: 900 }), fc.constantFrom(...TIME_UNITS), (first, days, unit) => {
        const time = (of: string) => Date.parse(of) / 86_400_000;
        const last = new Date((time(first) + days) * 86_400_000).toISOString().slice(0, 10);
        const all = stretchesBetween(first, last, unit);
        for (const [index, stretch] of all.entries()) {
          const next = all[index + 1];
          if (next) assert.equal(time(next.first), time(stretch.last) + 1);
          assert.deepEqual(stretchOf(stretch.first, unit), stretch);
          assert.deepEqual(stretchOf(stretch.last, unit), stretch);
        }
        assert.isTrue((all[0]?.first ?? '~') <= first && (all.at(-1)?.last ?? '') >= last);
        assert.isTrue((all[0]?.last ?? '') >= first && (all.at(-1)?.first ?? '~') <= last);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the unit of a chart', () => {
  it('gives no more bars than can be shown, and at first no more than can be taken in', () => {
    assert.deepEqual(unitsFor('2024-01-01', '2024-12-31'), ['day', 'week', 'month', 'year']);
    assert.deepEqual(unitsFor('2000-01-01', '2024-12-31'), ['month', 'year']);
    assert.deepEqual(unitsFor('0001-01-01', '9999-12-31'), ['year']);
    const last = { day: '2024-04-30', week: '2025-12-31', month: '2033-12-31', year: '2040-01-01' };
    for (const [unit, day] of Object.entries(last)) assert.equal(firstUnit('2024-01-01', day), unit);
  });
});
