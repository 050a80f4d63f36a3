import { assert } from 'chai';
import { type ArticleSymbol, articleSymbol } from '../../../../server/src/core/features/documentSymbols';
import { parse } from '../../../../server/src/core/parse/parser';

/** The outline as text, children indented. */
function outline(text: string): string[] {
  const lines = (symbol: ArticleSymbol, indent: string): string[] => [
    `${indent}${symbol.name}${symbol.detail && ` (${symbol.detail})`}`,
    ...symbol.children.flatMap((child) => lines(child, `${indent}  `)),
  ];
  return parse(text).articles.flatMap((article) => {
    const symbol = articleSymbol(article);
    return symbol ? lines(symbol, '') : [];
  });
}

describe('document symbols', () => {
  it('name articles by number and title', () => {
    const article =
      ' F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A\ntruce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D. ';
    assert.deepEqual(outline(article), [
      '7 · A truce (2024-04-09)',
      '  F-N (7)',
      '  DATE (2024-04-09)',
      '  TITLE (A truce)',
      '  TEXT (2 words)',
    ]);
  });

  it('show what there is of a broken article', () => {
    assert.deepEqual(outline(' 7 F-N-E-N-D.  B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.'), [
      '7',
      '  F-N (7)',
      '  BYLINE (Ruiz)',
    ]);
    assert.deepEqual(outline('T-E-X-T-S-T-A-R-T. It failed.'), [
      'Article without number and title',
      '  TEXT (2 words)',
    ]);
    assert.deepEqual(outline('no article'), []);
  });
});
