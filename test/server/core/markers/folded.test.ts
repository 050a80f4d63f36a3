import { assert } from 'chai';
import { fold } from '../../../../server/src/core/markers/folded';

const as = (text: string) =>
  fold(text)
    .map((each) => each.as)
    .join('');

/** The folded characters, `_` on the sides on which they include white space. */
const spaced = (text: string) =>
  fold(text)
    .map((each) => `${each.spaceBefore ? '_' : ''}${each.as}${each.spaceAfter ? '_' : ''}`)
    .join(' ');

describe('characters are folded', () => {
  it('to those of a marker', () => {
    assert.equal(as('T-E-X-T.'), 'T-E-X-T.');
    assert.equal(as('t–e—x‑Т…'), 'T-E-X-T.');
    assert.equal(as('Ｔ－Ｅ。'), 'T-E.');
    assert.equal(as('7(é)'), '7(É)');
  });

  it('without invisible ones', () => {
    assert.equal(as('\ufeffT\u200b-\u2060E'), 'T-E');
    assert.equal(as(''), '');
  });

  it('with white space as a hyphen, or as part of the one beside it', () => {
    assert.equal(spaced('T E'), 'T _-_ E');
    assert.equal(spaced('T- E'), 'T -_ E');
    assert.equal(spaced('T -E'), 'T _- E');
    assert.equal(spaced('T - E'), 'T _-_ E');
    assert.equal(spaced('T   E'), 'T _-_ E');
    assert.equal(spaced('T--E'), 'T - - E');
    assert.equal(spaced('T- -E'), 'T -_ - E');
    assert.equal(spaced('\tT\u00a0'), '_-_ T _-_');
  });

  it('with their spans in the text', () => {
    assert.deepEqual(
      fold('T -𝐄').map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [2, 3],
        [3, 5],
      ],
    );
  });
});
