import { assert } from 'chai';
import { COST, HOPELESS, ONE_FAULT } from '../../../../../server/src/core/parse/recovery/costs';

/** Faults of the structure, each of which a reading may have by itself. */
const FAULTS = {
  ...{ unmatched: COST.unmatched, closing: COST.closing, crossed: COST.crossed, wrongSide: COST.wrongSide },
  ...{ nested: COST.nested, missing: COST.missing, duplicate: COST.duplicate, misplaced: COST.misplaced },
  ...{ unknown: COST.unknown, stray: COST.stray },
};

/** Edits of a marker that is torn, which are the most that a misspelled marker has (`distance` in markers/). */
const MOST_EDITS = 3;
const MISSPELLED = COST.misspelled + MOST_EDITS * COST.edit;

/** What the search rests on; the reasons are in costs.ts. */
describe('the costs of faults', () => {
  for (const [name, cost] of Object.entries(FAULTS)) {
    it(`leave one fault within the first search: ${name}`, () => assert.isAtMost(cost, ONE_FAULT));

    it(`make a misspelled marker cheaper than the fault that it explains: ${name}`, () =>
      assert.isBelow(MISSPELLED, cost));
  }

  it('leave two faults for the second search', () => {
    assert.isAbove(2 * Math.min(...Object.values(FAULTS)), ONE_FAULT);
    assert.isAtMost(2 * COST.closing, 2 * ONE_FAULT);
    assert.isAbove(2 * COST.misspelled, ONE_FAULT);
  });

  it('make the next article cheaper than a number in the wrong one', () => {
    for (const cost of [COST.nestedNumber, COST.otherNumber]) assert.isAbove(cost, ONE_FAULT);
  });

  it('make what went with one cut cheaper than faults in several places', () => {
    assert.isBelow(COST.furtherMissing * 3, COST.missing);
  });

  it('make markers that were misspelled together far cheaper than six by themselves, and than plain text', () => {
    assert.isBelow(COST.misspelledAlike * 6, COST.misspelled);
    assert.isBelow(COST.misspelledAlike, COST.passedOver);
  });

  it('give no way up that one more meaning and one fault may still bring to the front', () => {
    assert.isAtLeast(HOPELESS, Math.max(...Object.values(COST)) + ONE_FAULT);
  });
});
