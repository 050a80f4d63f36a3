import { assert } from 'chai';
import { parse } from '../../../../../server/src/core/parse/parser';
import { articleText } from '../../articles';
import { allFixed, findingsIn, fixed } from '../../findings';

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

const TALKS = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks have failed']);

/** What is found where one part of a healthy article is written in another way. */
function codesAfter(part: string, written: string): string[] {
  assert.include(TALKS, part);
  return findingsIn(TALKS.replace(part, written)).map(({ code }) => code);
}

describe('reading a damaged article', () => {
  it('takes the hyphen before what is left of a marker for part of that, not of the word', () => {
    const damaged = TALKS.replace(' T-E-X-T-E-N-D.', '-X-T-E-N-D.');
    assert.deepEqual(
      findingsIn(damaged).map((finding) => fixed(damaged, finding)),
      [TALKS],
    );
  });

  for (const white of ['\n', ' ', '\u00a0']) {
    it(`takes a full stop after ${JSON.stringify(white)} for that of the marker before`, () => {
      assert.equal(allFixed(TALKS.replace('F-N-E-N-D.', `F-N-E-N${white}.`)), TALKS);
    });
  }

  it('lets a field that was cut off end where the next article begins', () => {
    const cut = TALKS.slice(0, TALKS.indexOf('T. 2024'));
    const next = TALKS.replace('1986', '1987');
    assert.deepEqual(
      findingsIn(cut + next).map(({ code }) => code),
      ['unmatched-start'],
    );
  });

  it('rather takes two markers for stray than an article for one with two dates', () => {
    const part = 'D-A-T-E-S-T-A-R-T. ';
    assert.deepEqual(codesAfter(part, `${part}T-I-T-L-E-E-N-D. ${part}`), ['unmatched-end', 'unmatched-start']);
  });

  it('rather takes one END for moved than a field for nested and missing', () => {
    const moved = TALKS.replace('D-A-T-E-E-N-D. ', '').replace('T-I-T-L-E-E-N-D.', '$&  D-A-T-E-E-N-D.');
    assert.deepEqual(
      findingsIn(moved).map(({ code }) => code),
      ['unmatched-end'],
    );
  });

  it('takes the END of a text and the START of the next article, in each other’s place, for one fault', () => {
    const [end, start] = ['T-E-X-T-E-N-D.', 'F-N-S-T-A-R-T.'];
    const two = `${TALKS}${TALKS.replace('1986', '1987')}`;
    const exchanged = two.replace(`${end}  ${start}`, `${start}  ${end}`);
    assert.notEqual(exchanged, two);
    assert.deepEqual(
      findingsIn(exchanged).map(({ code }) => code),
      ['crossed-fields'],
    );
  });
});
