import { assert } from 'chai';
import fc from 'fast-check';
import { matches } from '../../../../server/src/core/text/matches';

describe('the matches of an expression', () => {
  it('are those of matchAll, with their groups and places', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\u{1f600}')).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(/(a)b?/g, /(?<!a)b/g, /[^ a]+/gu), (searched, expression) => {
        assert.deepEqual([...matches(searched, expression)], [...searched.matchAll(expression)]);
      }),
    );
  });

  it('are all found when another text is searched with the same expression between two of them', () => {
    const word = /\w+/g;
    const found: string[] = [];
    for (const [outer] of matches('one two three', word)) {
      for (const [inner] of matches('x y', word)) found.push(outer + inner);
    }
    assert.deepEqual(found, ['onex', 'oney', 'twox', 'twoy', 'threex', 'threey']);
  });
});
