import { assert } from 'chai';
import { unreadableIn } from '../../../../server/src/core/markers/unreadable';
import { article } from '../articles';

const MARKER = /(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-(?:S-T-A-R-T|E-N-D)\./g;
/** The article with `(1)` for each hyphen of its markers. */
const garbled = (number: number) => article(number).replace(MARKER, (marker) => marker.replaceAll('-', '(1)'));
const found = (text: string) => unreadableIn(text).map(({ start, end }) => text.slice(start, end));

describe('an article that cannot be read', () => {
  it('is known by the letters of its markers, in order', () => {
    assert.deepEqual(found(garbled(7)), ['F(1)N(1)S(1)T(1)A(1)R(1)T']);
  });

  it('is one of several', () => {
    assert.lengthOf(found(garbled(7) + garbled(8)), 2);
  });

  it('has half of its markers at least', () => {
    const markers = garbled(7).match(/[A-Z](?:\(1\)[A-Z])+/g) ?? [];
    assert.lengthOf(markers, 8);
    assert.lengthOf(found(markers.slice(0, 4).join(' ')), 1);
    assert.lengthOf(found(markers.slice(0, 3).join(' ')), 0);
    assert.lengthOf(found(markers.slice(4).join(' ')), 1, 'it may have lost its beginning');
  });

  it('is no prose', () => {
    assert.deepEqual(found('From Nablus, Sami T. told Amal that Rami Tamimi had left. Nobody knew why.'), []);
    assert.deepEqual(found(''), []);
  });
});
