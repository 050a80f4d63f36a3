/** What an edit of a document reads again, and what it leaves as it is. */
import { assert } from 'chai';
import { articleIndex, edit, parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const NUMBERS = [1, 2, 3, 4, 5];
const TEXT = NUMBERS.map((number) => article(number)).join('');

/** For each article after an edit: its number, with `*` if it was read again. */
function after(from: string, to: string, text = TEXT): string {
  const before = parse(text);
  const start = text.indexOf(from);
  assert.notEqual(start, -1);
  const edited = edit(before, { start, end: start + from.length }, to);
  const whole = parse(text.replace(from, () => to));
  assert.deepEqual(
    edited.articles.map((each) => [each.text, each.first, each.final, each.fields, each.faults]),
    whole.articles.map((each) => [each.text, each.first, each.final, each.fields, each.faults]),
  );
  assert.deepEqual([...edited.starts], [...whole.starts]);
  assert.equal(edited.length, whole.length);
  return edited.articles
    .map((each) => `${/\d+/.exec(each.text)?.[0]}${before.articles.includes(each) ? '' : '*'}`)
    .join(' ');
}

describe('an edit', () => {
  it('reads the article again in which it is, and no other', () => {
    assert.equal(after('Talks 3.', 'Talks failed.'), '1 2 3* 4 5');
    assert.equal(after('Talks 1.', 'Talks failed.'), '1* 2 3 4 5');
    assert.equal(after('Talks 5.', ''), '1 2 3 4 5*');
  });

  it('reads the one before it as well, if it is where an article begins', () => {
    assert.equal(after('F-N-S-T-A-R-T. 3', 'F-N-S-T-A-R-T. 30'), '1 2* 30* 4 5');
  });

  it('may make two articles of one, and one of two', () => {
    assert.equal(after('F-N-S-T-A-R-T. 3 F-N-E-N-D.', '').split(' ').length, 5);
    assert.equal(after(article(3).trimStart(), ''), '1 2* 4 5');
    assert.equal(after('Talks 3. T-E-X-T-E-N-D. ', `Talks 3. T-E-X-T-E-N-D. ${article(9)}`), '1 2 3* 9* 4 5');
  });

  it('may make another article the first one, or the last', () => {
    assert.match(after(article(1), ''), /^2\*/);
    assert.match(after(article(5).trimStart(), ''), /4\*$/);
  });

  it('may empty a document, and fill it', () => {
    assert.equal(after(TEXT, ''), '');
    const filled = edit(parse(''), { start: 0, end: 0 }, TEXT);
    assert.lengthOf(filled.articles, NUMBERS.length);
  });
});

describe('the article at an offset', () => {
  it('is the one that begins there, at a border', () => {
    const parsed = parse(TEXT);
    const border = parsed.starts[2] as number;
    assert.deepEqual(
      [0, border - 1, border, border + 1, TEXT.length].map((offset) => articleIndex(parsed, offset)),
      [0, 1, 2, 2, 4],
    );
    assert.equal(articleIndex(parse(''), 0), 0);
  });
});
