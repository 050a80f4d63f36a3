import { assert } from 'chai';
import { tableText } from '../../../../server/src/corpus/tables/tableText';

describe('the head of a table', () => {
  const head = (options: Parameters<typeof tableText>[2]) => tableText('csv', { names: ['a', 'b'] }, options).head;

  it('names the columns, unless it is to have no header', () => {
    assert.equal(head({}), 'a,b\r\n');
    assert.equal(head({ header: false }), '');
    assert.equal(head({ header: false, byteOrderMark: true }), '\ufeff');
  });
});
