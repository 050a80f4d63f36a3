import { assert } from 'chai';
import { addTo, grouped } from '../../../server/src/core/grouping';

describe('groups', () => {
  it('are lists by a key, both in the order of the values', () => {
    assert.deepEqual(
      [...grouped(['bat', 'cat', 'bee'], ([first]) => first)],
      [
        ['b', ['bat', 'bee']],
        ['c', ['cat']],
      ],
    );
  });

  it('have no value without a key', () => {
    assert.deepEqual([...grouped(['', 'bee'], ([first]) => first)], [['b', ['bee']]]);
  });

  it('can be added to', () => {
    const groups = new Map([['b', ['bat']]]);
    addTo(groups, 'b', 'bee');
    addTo(groups, 'c', 'cat');
    assert.deepEqual([...groups.values()], [['bat', 'bee'], ['cat']]);
  });
});
