import { assert } from 'chai';
import { Repeats, repeatsSection } from '../../../../server/src/corpus/overview/repeats';

describe('the list of what repeats', () => {
  it('has the first findings of the rules that compare articles, and of no other', () => {
    const repeats = new Repeats();
    for (const code of ['duplicate-text', 'file-name-mismatch', 'empty-field'])
      repeats.add(code, () => ({ number: '7', file: 'a.txt', message: `${code}.` }));
    assert.deepEqual(repeatsSection(repeats).table.rows, [['7', 'a.txt', 'duplicate-text.']]);
    for (let number = 1; number <= 200; number++)
      repeats.add('near-duplicate', () => ({ number: String(number), file: 'b.txt', message: 'Near.' }));
    const { sentence, table } = repeatsSection(repeats);
    assert.equal(sentence, '201 problems were found by comparing articles with each other. The first 200 are listed.');
    assert.lengthOf(table.rows, 200);
    assert.deepEqual(table.rows.at(-1), ['199', 'b.txt', 'Near.']);
  });

  it('says that there is none', () =>
    assert.equal(repeatsSection(new Repeats()).sentence, 'Nothing was found by comparing articles with each other.'));
});
