import { assert } from 'chai';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { showsSpacing, spacing } from '../../../../server/src/core/repair/spacing';
import { article } from '../articles';

const first = (text: string) => parse(text).articles[0] as Article;

/** The article with a marker and a value on each line. */
const inLines = (lineEnd: string) =>
  article(7)
    .trim()
    .replaceAll(/ {2}(?=[A-Z]-)|(?<=T-A-R-T\.) | (?=[A-Z-]+-E-N-D\.)/g, lineEnd);

describe('the white space of an article', () => {
  it('is that of the producers where it is as they write it, or shows none', () => {
    const producers = { inside: ' ', between: '  ', border: '  ', lead: ' ', tail: ' ' };
    assert.deepEqual(spacing(first(article(7))), producers);
    assert.deepEqual(spacing(first('Talks go on.')), producers);
    assert.deepEqual(spacing(first('F-N-S-T-A-R-T.')), producers);
  });

  it('is the line ends of an article in lines, and an empty line before the next one', () => {
    for (const lineEnd of ['\n', '\r\n'])
      assert.deepEqual(spacing(first(inLines(lineEnd))), {
        inside: lineEnd,
        between: lineEnd,
        border: lineEnd + lineEnd,
        lead: '',
        tail: lineEnd,
      });
  });

  it('is one character inside, even where a value begins with more', () => {
    assert.equal(spacing(first(article(7).replace('T-A-R-T. 7', 'T-A-R-T.   7'))).inside, ' ');
    assert.equal(spacing(first('T-I-T-L-E-S-T-A-R-T.\t\tTruce')).inside, '\t');
    assert.equal(spacing(first('T-I-T-L-E-S-T-A-R-T.\r\n\r\nTruce')).inside, '\r\n');
  });

  it('is that of the first field with some, and of a broken one only where no other has any', () => {
    assert.equal(spacing(first(article(7).replace('T-A-R-T. 7 F', 'T-A-R-T.\t7\tF'))).inside, '\t');
    const lost = article(7).replace('T-A-R-T. 7 F-N-E-N-D.', 'T-A-R-T.\t7 ');
    assert.equal(spacing(first(lost)).inside, ' ');
  });

  it('is between two fields what the article has there, not what stray text or a missing field leaves', () => {
    const odd = article(7).replace('F-N-E-N-D.  D', 'F-N-E-N-D.\t\tD');
    assert.equal(spacing(first(odd)).between, '\t\t');
    assert.equal(spacing(first(odd.replace('\t\tD', '\tby Ruiz\tD'))).between, '  ');
    assert.equal(spacing(first(article(7).replace('F-N-E-N-D.  D', 'F-N-E-N-D.D'))).between, '  ');
    const missing = article(7).replace(/D-A-T-E-S.*A-T-E-E-N-D\. /, '\t\t');
    assert.equal(spacing(first(missing)).between, '  ');
    const last = missing.replace(/T-I-T-L-E-E-N-D\. {2}/, 'T-I-T-L-E-E-N-D.\t');
    assert.equal(spacing(first(last)).between, '\t');
  });

  it('is more between fields than where some is lost', () => {
    assert.equal(spacing(first(article(7).replace('F-N-E-N-D.  ', 'F-N-E-N-D. '))).between, '  ');
  });

  it('is between a user-defined field and another one, too', () => {
    const own = article(7).replace('F-N-E-N-D.  ', 'F-N-E-N-D.\tB-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.\t');
    assert.equal(spacing(first(own)).between, '\t');
  });
});

describe('whether an article shows its white space', () => {
  it('is so with a value after a START', () => {
    assert.isTrue(showsSpacing(first(article(7))));
    assert.isTrue(showsSpacing(first('T-I-T-L-E-S-T-A-R-T. Truce')));
    assert.isFalse(showsSpacing(first('Truce T-I-T-L-E-E-N-D.')));
    assert.isFalse(showsSpacing(first('Talks go on.')));
  });
});
