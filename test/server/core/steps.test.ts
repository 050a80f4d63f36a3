import { assert } from 'chai';

import { finished, sortedBy } from '../../../server/src/core/steps';
import { seeded } from '../../random';

describe('sorting in steps', () => {
  it('orders items by their keys, and leaves equal ones in their order', () => {
    const random = seeded(1986);
    for (const length of [0, 1, 4096, 4097, 30_000]) {
      const items = Array.from({ length }, (_, at) => ({ at, key: String(Math.floor(random() * 1000)) }));
      const wanted = [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at));
      assert.deepEqual(finished(sortedBy(items, ({ key }) => key)), wanted);
    }
  });

  it('has many steps, and makes the key of an item once', () => {
    let keys = 0;
    let steps = 0;
    const items = Array.from({ length: 100_000 }, (_, at) => 100_000 - at);
    const keyOf = (item: number) => {
      keys++;
      return String(item);
    };
    for (const _ of sortedBy(items, keyOf)) steps++;
    assert.equal(keys, items.length);
    assert.isAtLeast(steps, 100);
  });
});
