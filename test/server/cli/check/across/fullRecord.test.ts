import { Buffer } from 'node:buffer';
import { assert } from 'chai';
import fc from 'fast-check';
import { fullRecord, healthyNumber, healthyRecord } from '../../../../../server/src/cli/check/across/fullRecord';
import { parse } from '../../../../../server/src/core/parse/parser';
import { healthyArticle, UTF_8 } from '../../../../../server/src/core/parse/proof';
import { numberOf } from '../../../../../server/src/corpus/articles/numbered';
import { articleText, realisticDocument } from '../../../core/articles';

/** Checks what the bytes of each healthy article say, and gives the number of such articles. */
function check(text: string): number {
  let healthy = 0;
  for (const article of parse(text).articles) {
    const bytes = Buffer.from(article.text);
    const latin1 = bytes.toString('latin1');
    const found = healthyArticle(latin1, 0, UTF_8);
    if (found?.end !== bytes.length) continue;
    healthy++;
    assert.deepEqual(healthyRecord(bytes, latin1, found), fullRecord(article));
    assert.equal(healthyNumber(latin1), numberOf(article));
  }
  return healthy;
}

describe('the full record of an article', () => {
  it('is the same from the bytes of a healthy one', () => {
    const values = ['1986', '2024-04-09', 'São Paulo', ' Talks\u00a0go\n on. 🕊️ '] as const;
    assert.equal(check(articleText(values)), 1);
    assert.equal(check(articleText([' ١٩٨٦  ', ...values.slice(1)])), 1);
    let healthy = 0;
    fc.assert(
      fc.property(realisticDocument, (text) => {
        healthy += check(text);
      }),
    );
    assert.isAbove(healthy, 20);
  });

  it('has the same digest for a text with other line ends', () => {
    const digestsOf = (lineEnd: string) =>
      parse(articleText(['1986', '2024-04-09', 'Truce', `Talks${lineEnd}go on.`])).articles.map(fullRecord);
    assert.equal(digestsOf('\r\n')[0]?.digest, digestsOf('\n')[0]?.digest);
  });

  it('has no digest where a text is blank', () => {
    assert.deepEqual(
      parse(articleText(['1986', '2024-04-09', 'Truce', ' '])).articles.map((article) => fullRecord(article).digest),
      [undefined],
    );
  });
});
