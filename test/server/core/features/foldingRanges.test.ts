import { assert } from 'chai';
import { articleFolds } from '../../../../server/src/core/features/foldingRanges';
import { parse } from '../../../../server/src/core/parse/parser';

/** What each fold of a text begins and ends with. */
function folds(text: string): string[] {
  return parse(text).articles.flatMap((article) =>
    articleFolds(article).map(({ span, kind }) => {
      const lines = article.text.slice(span.start, span.end).split('\n');
      return `${kind}: ${lines[0]} … ${lines.at(-1)}`;
    }),
  );
}

const ARTICLE = `F-N-S-T-A-R-T.
1986
F-N-E-N-D.
T-I-T-L-E-S-T-A-R-T.
A truce in Gaza
T-I-T-L-E-E-N-D.
T-E-X-T-S-T-A-R-T.
Talks go on.
T-E-X-T-E-N-D.
`;

describe('folds', () => {
  it('are an article, from its number on, and its fields; the number is not folded', () => {
    assert.deepEqual(folds(ARTICLE), [
      'article: 1986 … T-E-X-T-E-N-D.',
      'field: T-I-T-L-E-S-T-A-R-T. … T-I-T-L-E-E-N-D.',
      'field: T-E-X-T-S-T-A-R-T. … T-E-X-T-E-N-D.',
    ]);
  });

  it('begin with the first marker of an article without a number', () => {
    assert.deepEqual(folds(ARTICLE.replace(/^F-N-S.*\n.*\n.*\n/, '\n')), [
      'article: T-I-T-L-E-S-T-A-R-T. … T-E-X-T-E-N-D.',
      'field: T-I-T-L-E-S-T-A-R-T. … T-I-T-L-E-E-N-D.',
      'field: T-E-X-T-S-T-A-R-T. … T-E-X-T-E-N-D.',
    ]);
  });

  it('include user-defined fields, and fields that are not closed', () => {
    assert.deepEqual(folds('B-Y-L-I-N-E-S-T-A-R-T.\nRuiz\nB-Y-L-I-N-E-E-N-D.\nT-E-X-T-S-T-A-R-T.\nTalks\n'), [
      'article: B-Y-L-I-N-E-S-T-A-R-T. … Talks',
      'field: B-Y-L-I-N-E-S-T-A-R-T. … B-Y-L-I-N-E-E-N-D.',
      'field: T-E-X-T-S-T-A-R-T. … Talks',
    ]);
  });

  it('are none in a text without markers', () => {
    assert.deepEqual(folds('Talks\ngo on.\n'), []);
    assert.deepEqual(folds(''), []);
  });

  it('are those of each article', () => {
    assert.deepEqual(
      folds(`${ARTICLE}\n${ARTICLE.replace('1986', '1987')}`).filter((fold) => fold.startsWith('article')),
      ['article: 1986 … T-E-X-T-E-N-D.', 'article: 1987 … T-E-X-T-E-N-D.'],
    );
  });
});
