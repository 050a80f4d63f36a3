import { assert } from 'chai';
import { parse } from '../../../../../server/src/core/parse/parser';

/** The fields of each article, as the parser reads them. */
function fieldsOf(text: string): string[] {
  return parse(text).articles.map(({ fields }) => fields.map(({ letters }) => letters).join(' '));
}

describe('reading', () => {
  it('takes a single field for what it is, also when it is empty', () => {
    assert.deepEqual(fieldsOf(' T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D. '), ['T-I-T-L-E']);
    assert.deepEqual(fieldsOf(' T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D. '), ['T-I-T-L-E']);
  });

  it('sees no article in an empty file, and no field in prose', () => {
    assert.deepEqual(fieldsOf(''), []);
    assert.deepEqual(fieldsOf('Four score and seven years ago'), ['']);
  });

  it('counts one line end as the white space beside a value', () => {
    for (const end of ['\n', '\r\n', '\r', ' ', '\u00a0']) {
      const [article] = parse(['T-E-X-T-S-T-A-R-T.', ' two lines', '', 'T-E-X-T-E-N-D.'].join(end)).articles;
      const [field] = article?.fields ?? [];
      assert.equal(article?.text.slice(field?.value.start, field?.value.end), ` two lines${end}`);
    }
  });
});
