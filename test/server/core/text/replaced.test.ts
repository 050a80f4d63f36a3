import { assert } from 'chai';
import { replaced } from '../../../../server/src/core/text/replaced';

describe('a list of articles after an edit', () => {
  const list = ['1986', '1987', '1988', '1989'];

  it('has the new ones in the place of those that were touched', () => {
    assert.deepEqual(replaced(list, 1, 3, ['a']), ['1986', 'a', '1989']);
    assert.deepEqual(replaced(list, 1, 2, ['a', 'b']), ['1986', 'a', 'b', '1988', '1989']);
    assert.deepEqual(replaced(list, 2, 2, ['a']), ['1986', '1987', 'a', '1988', '1989']);
    assert.deepEqual(replaced(list, 0, 4, ['a']), ['a']);
    assert.deepEqual(replaced(list, 0, 1, []), ['1987', '1988', '1989']);
    assert.deepEqual(replaced(list, 3, 4, []), ['1986', '1987', '1988']);
  });

  it('is another list, and the old one is left as it was', () => {
    const same = replaced(list, 0, 0, []);
    assert.deepEqual(same, list);
    assert.notStrictEqual(same, list);
    replaced(list, 0, 4, ['a']);
    assert.deepEqual(list, ['1986', '1987', '1988', '1989']);
  });
});
