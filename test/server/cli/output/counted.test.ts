import { assert } from 'chai';
import { counted } from '../../../../server/src/corpus/counted';

it('numbers are written as in English', () => {
  for (const count of [0, 7, 999, 1000, 4000, 12_345, 999_999, 1_000_000, 1_234_567_890]) {
    assert.equal(counted(count), count.toLocaleString('en'));
  }
});
