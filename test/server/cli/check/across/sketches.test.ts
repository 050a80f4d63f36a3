import { assert } from 'chai';
import fc from 'fast-check';
import { Sketches } from '../../../../../server/src/cli/check/across/sketches';

/** The sketches of these traits. */
function sketchesOf(traits: readonly (string | number | undefined)[]): Sketches {
  const sketches = new Sketches();
  for (const trait of traits) sketches.add(trait);
  return sketches;
}

describe('sketches of traits', () => {
  it('find all that have their trait in common with another one, and no article that is not compared', () => {
    const trait = fc.option(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('', '1', '2', '10')), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(trait, { maxLength: 30 }), (traits) => {
        // In four bytes, 0 is nothing, and becomes 1.
        const known = traits.map((each) => (each === 0 ? 1 : each));
        const shared = known.flatMap((each, index) =>
          each !== undefined && known.some((other, place) => place !== index && other === each) ? [index] : [],
        );
        assert.deepEqual([...sketchesOf(traits).shared()], shared);
      }),
    );
  });

  it('recognise an article by its trait', () => {
    const sketches = sketchesOf(['1986', 7, undefined]);
    assert.isTrue(sketches.fits(0, '1986') && sketches.fits(1, 7) && sketches.fits(2, undefined));
    assert.isFalse(sketches.fits(0, '1987') || sketches.fits(1, undefined) || sketches.fits(2, 7));
  });

  it('forget the articles of a file that is none', () => {
    const sketches = sketchesOf(['1', '2', '1']);
    sketches.cutTo(2);
    sketches.add('2');
    assert.deepEqual([...sketches.shared()], [1, 2]);
  });

  it('are of many articles, over the borders of their memory', () => {
    const count = 100_000;
    const sketches = sketchesOf(Array.from({ length: count }, (_, index) => `${index}`));
    const before = [...sketches.shared()].length; // There are a few collisions.
    assert.isBelow(before, 10);
    for (const number of ['16383', '16384', '99999']) sketches.add(number);
    const shared = [...sketches.shared()];
    assert.includeMembers(shared, [16_383, 16_384, 99_999, count, count + 1, count + 2]);
    assert.isAtMost(shared.length, before + 6);
  });
});
