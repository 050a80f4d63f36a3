import { assert } from 'chai';
import { looksLikeArticle } from '../../../server/src/core/detection';

const ARTICLE =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D. ';

describe('detection', () => {
  it('knows an article, also when its beginning is damaged', () => {
    for (const text of [
      ARTICLE,
      `\ufeff${ARTICLE}`,
      ARTICLE.replaceAll(' ', '\n'),
      ARTICLE.replace('F-N-S-T-A-R-T.', ''),
      ARTICLE.replace('F-N-S-T-A-R-T.', 'F–N–S–T–A–R–T'),
      ARTICLE.replace('F-N-E-N-D.', ''),
      ARTICLE.replace(/ F-N.*?N-D\. /, ''),
      ARTICLE.replaceAll('-', '–'),
      ARTICLE.replaceAll('-', '_').toLowerCase(),
      `Downloaded today.${ARTICLE}`,
      ARTICLE.replaceAll('-', '- '),
      ARTICLE.replaceAll('-', '&#8209;'),
      ARTICLE.replaceAll('-', '=2D'),
      ARTICLE.replaceAll(/(?<=[RN]-[TD])\./g, '\u200f.'),
      ARTICLE.replaceAll('S-T-A-R-T', 'S-T-A-T'),
      ARTICLE.replaceAll('-', '–').replace('F–N–E–N–D.', 'F–N–E–N–D. |'),
      ARTICLE.replaceAll('S-T-A-R-T', 'START').replaceAll('E-N-D.', 'END.'),
    ]) {
      assert.isTrue(looksLikeArticle(text), text);
    }
  });

  it('takes neither prose nor code about articles for one', () => {
    for (const text of [
      '',
      'Four score and seven years ago',
      'F-N-S-T-A-R-T. is the first marker of the format.',
      'T–E–X–T–S–T–A–R–T. opens a text, and T–E–X–T–E–N–D. closes it.',
      't-e-x-t-s-t-a-r-t. and t-e-x-t-e-n-d. are no markers.',
      'Write T-E-X-T-E-N-D. before T-E-X-T-S-T-A-R-T. of the next.',
      'F–N–S–T–A–R–T. is the first marker of the format.',
      'T - E - X - T - S - T - A - R - T. opens a text, and T - E - X - T - E - N - D. closes it.',
      'FN-START. and FN-END. are not DATE-START. and DATE-END.',
      'The markers f–n–s–t–a–r–t. and f–n–e–n–d. come first.',
      'Every article begins with F-N-S-T-A-R-T. and its number, then comes D-A-T-E-S-T-A-R-T.',
      'END = "F-N-E-N-D."\nSTART = "F-N-S-T-A-R-T."',
      `{"text": "${ARTICLE}"}`,
      `1,"${ARTICLE}"`,
    ]) {
      assert.isFalse(looksLikeArticle(text), text);
    }
  });
});
