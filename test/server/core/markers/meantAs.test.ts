import { assert } from 'chai';
import { editsTo } from '../../../../server/src/core/markers/meantAs';

const BYLINE = 'B-Y-L-I-N-E-E-N-D.';

describe('how near a text is to a marker', () => {
  it('is nothing where only joints, case or look-alikes are wrong', () => {
    for (const text of [
      BYLINE,
      'B–Y–L–I–N–E–E–N–D.',
      'b-y-l-i-n-e-e-n-d.',
      'BYLINEEND.',
      'BYLINE-END',
      'В-Y-L-I-N-Е-Е-N-D.',
    ])
      assert.equal(editsTo(text, BYLINE), 0, text);
    assert.equal(editsTo('B&#45;Y&#45;L&#45;I&#45;N&#45;E&#45;E&#45;N&#45;D.', BYLINE), 0, 'escaped');
  });

  it('is the number of wrong letters, up to two', () => {
    assert.equal(editsTo('B-Y-L-I-N-E-E-N-X.', BYLINE), 1);
    assert.equal(editsTo('B-Y-L-I-X-E-E-N-X.', BYLINE), 2);
    assert.isUndefined(editsTo('B-X-L-I-X-E-E-N-X.', BYLINE));
  });

  it('is one more for a torn marker', () => {
    assert.equal(editsTo('B-Y-L-I-N', BYLINE), 3);
    assert.equal(editsTo('N-E-E-N-D.', BYLINE), 3);
  });

  it('is not asked of words, or of another marker', () => {
    assert.isUndefined(editsTo('Byline end', BYLINE));
    assert.isUndefined(editsTo('by line end', BYLINE));
    assert.isUndefined(editsTo('T-E-X-T-E-N-D.', BYLINE));
    assert.isUndefined(editsTo('Ruiz', BYLINE));
  });
});
