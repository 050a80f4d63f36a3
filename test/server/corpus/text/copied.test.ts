import { assert } from 'chai';
import fc from 'fast-check';
import { copied } from '../../../../server/src/corpus/text/copied';

describe('a copied string', () => {
  it('has the same units, of whatever kind and however many', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', minLength: 990, maxLength: 1100 }),
    );
    fc.assert(fc.property(text, fc.nat(), (whole, from) => copied(whole.slice(from)) === whole.slice(from)));
    assert.equal(copied('a\ud83d'), 'a\ud83d');
  });
});
