import { assert } from 'chai';
import { parse } from '../../../../server/src/core/parse/parser';
import { countSentences, countWords, wordsOf } from '../../../../server/src/core/parse/words';
import { articleText } from '../articles';

const words = (text: string) => countWords(text, { start: 0, end: text.length });

describe('the words of a text', () => {
  it('are what white space parts, as wc -w counts them', () => {
    assert.equal(words('Talks with the U.S. envoy go on.'), 7);
    assert.equal(words('  Talks \n\n go\u00a0on. '), 3);
    assert.equal(words('e-mail – F-16'), 3);
    assert.equal(words('Talks'), 1);
    assert.equal(words(' \n '), 0);
    assert.equal(words(''), 0);
  });

  it('are counted from the beginning of a span to its end', () => {
    assert.equal(countWords('Talks go on.', { start: 2, end: 7 }), 2);
    assert.equal(countWords('Talks go on.', { start: 5, end: 6 }), 0);
  });

  it('of an article are those of its TEXT only', () => {
    const count = (text: string) => parse(text).articles.map(wordsOf);
    const article = articleText(['1986', '2024-04-09', 'A truce in Gaza', 'Talks failed.']);
    assert.deepEqual(count(article + article.replace('Talks failed.', 'They go on today.')), [2, 4]);
    assert.deepEqual(count(article.replace(/ T-E-X-T-S.*/, '')), [0]);
  });
});

describe('the sentences of a text', () => {
  it('are those of Unicode', () => {
    assert.equal(countSentences('Talks failed. They go on.'), 2);
    assert.equal(countSentences('Talks failed.\n\n They go on? Yes!  '), 3);
    assert.equal(countSentences('A truce'), 1);
    assert.equal(countSentences(' \n '), 0);
    assert.equal(countSentences(''), 0);
  });
});
