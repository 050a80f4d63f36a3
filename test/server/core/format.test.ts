import { assert } from 'chai';
import { FIELDS, fieldName, fieldRank, markerText, mayLack } from '../../../server/src/core/format';
import { finished } from '../../../server/src/core/steps';

describe('the format', () => {
  it('has four fields in order, all required, each of its own kind', () => {
    assert.deepEqual(
      FIELDS.map(({ name, kind }) => `${name} ${kind}`),
      ['F-N number', 'DATE date', 'TITLE title', 'TEXT text'],
    );
    assert.isTrue(FIELDS.every(({ required }) => required));
    assert.lengthOf([...new Set(FIELDS.map(({ kind }) => kind))], FIELDS.length);
  });

  it('writes markers as the producers do', () => {
    assert.equal(markerText('F-N', 'start'), 'F-N-S-T-A-R-T.');
    assert.equal(markerText('T-E-X-T', 'end'), 'T-E-X-T-E-N-D.');
  });

  it('names a field as people do, user-defined ones too', () => {
    assert.deepEqual(['F-N', 'D-A-T-E', 'B-Y-L-I-N-E'].map(fieldName), ['F-N', 'DATE', 'BYLINE']);
  });

  it('ranks its fields, and no others', () => {
    assert.deepEqual(
      ['F-N', 'D-A-T-E', 'T-I-T-L-E', 'T-E-X-T', 'B-Y-L-I-N-E', ''].map(fieldRank),
      [0, 1, 2, 3, -1, -1],
    );
  });

  it('lacks no field, but those of an empty range', () => {
    assert.isTrue(mayLack(1, 1));
    assert.isFalse(mayLack(0, 1));
    assert.isFalse(mayLack(2, 4));
  });
});

describe('work in steps', () => {
  it('has its result after the last one', () => {
    let steps = 0;
    function* work() {
      for (let i = 0; i < 3; i++) {
        steps++;
        yield;
      }
      return 'done';
    }
    assert.equal(finished(work()), 'done');
    assert.equal(steps, 3);
  });
});
