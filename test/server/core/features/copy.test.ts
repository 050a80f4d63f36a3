import { assert } from 'chai';
import { type Copied, copyOf } from '../../../../server/src/core/features/copy';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { articleText } from '../articles';

function copied(text: string, what: Copied): string | undefined {
  return copyOf(parse(text).articles[0] as Article, what);
}

const ARTICLE = articleText(['1986', '2024-04-09', 'Truce\nin Gaza?', ' Talks  failed.\r\n“Why?” ']);

describe('copying', () => {
  it('takes title and text as they are written', () => {
    assert.equal(copied(ARTICLE, 'title'), 'Truce\nin Gaza?');
    assert.equal(copied(ARTICLE, 'text'), ' Talks  failed.\r\n“Why?” ');
  });

  it('cites number, date and title on one line, as far as there are any', () => {
    assert.equal(copied(ARTICLE, 'citation'), '1986, 2024-04-09, Truce in Gaza?');
    assert.equal(copied(articleText(['1986', '', 'Truce', '']), 'citation'), '1986, Truce');
  });

  it('leaves out markers that damage has left in a value', () => {
    assert.equal(
      copied(ARTICLE.replace('Talks  failed', 'Talks F-N-E-N-D. failed'), 'text'),
      ' Talks  failed.\r\n“Why?” ',
    );
  });

  it('copies nothing where there is nothing', () => {
    assert.isUndefined(copied(articleText(['1986', '', ' ', '']), 'title'));
    assert.isUndefined(copied('no article', 'text'));
    assert.isUndefined(copied('no article', 'citation'));
  });
});
