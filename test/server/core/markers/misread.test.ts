import { assert } from 'chai';
import { misread } from '../../../../server/src/core/markers/misread';

function found(text: string): string[] {
  return [...misread(text, 0, text.length)].map(
    ({ start, end, meant }) => `${text.slice(start, end)} = ${meant.map(({ letters, side }) => `${letters} ${side}`)}`,
  );
}

describe('a marker that OCR misread', () => {
  it('has letters for others that look like them', () => {
    assert.deepEqual(found('Talks 7-E-X-7-E-N-0. More'), ['7-E-X-7-E-N-0. = T-E-X-T end']);
    assert.deepEqual(found('T-l-T-1-E-5-T-4-R-T: Truce'), ['T-l-T-1-E-5-T-4-R-T: = T-I-T-L-E start']);
    assert.deepEqual(found('F-M-E-N-D'), ['F-M-E-N-D = F-N end']);
  });

  it('has at least half of its letters right, in any case', () => {
    assert.lengthOf(found('7-F-K-7-E-N-D.'), 0, 'three of seven');
    assert.lengthOf(found('7-E-K-7-E-N-D.'), 1, 'four of seven');
    assert.lengthOf(found('t-e-x-7-e-n-d.'), 1);
    assert.lengthOf(found('1-1-7-L-E-E-N-D.'), 1, 'five of eight');
  });

  it('has no letter that looks like nothing in its place, and none too many', () => {
    for (const text of [
      '7-E-X-T-E-N-Q.',
      '7-E-X-T-E-N-N-D.',
      '7-E-X-T-E-D.',
      'x7-E-X-T-E-N-D.',
      '7-E-X-T-E-N-D.x',
      'F-1-6',
    ])
      assert.deepEqual(found(`Talks ${text} on`), [], text);
  });
});
