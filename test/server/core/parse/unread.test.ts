import { assert } from 'chai';
import { parse } from '../../../../server/src/core/parse/parser';
import { UnreadArticle } from '../../../../server/src/core/parse/unread';
import { textOf } from '../../../../server/src/core/span';
import { article } from '../articles';

describe('an article that is proven healthy', () => {
  const [first, second] = parse(article(7) + article(8)).articles;

  it('is read when it is first asked for its fields, and once only', () => {
    assert.instanceOf(second, UnreadArticle);
    assert.deepEqual(
      second?.fields.map(({ value }) => textOf(second.text, value)),
      ['8', '2024-04-09', 'Truce 8', 'Talks 8.'],
    );
    assert.lengthOf(second?.markers ?? [], 8);
    assert.strictEqual(second?.fields, second?.fields);
  });

  it('knows its place in the document', () => {
    assert.deepEqual([first?.first, first?.final], [true, false]);
    assert.deepEqual([second?.first, second?.final], [false, true]);
    assert.equal(second?.text, article(8).trimStart());
  });

  it('has nothing wrong', () => {
    assert.isTrue(first?.isWhole);
    assert.isFalse(first?.glued);
    assert.deepEqual([first?.faults, first?.conflicts], [[], []]);
  });
});
