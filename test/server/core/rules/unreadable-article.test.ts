import { assert } from 'chai';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { check } from '../../../../server/src/core/rules';
import { unreadableArticle } from '../../../../server/src/core/rules/unreadable-article';
import { articleText, jumbleOf } from '../articles';
import { allFixed, context, findingsIn, type PlacedFinding } from '../findings';
import { expectExample, expectFindings } from './expect';

const ARTICLE = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks go on. A deal is near.']);
const NEXT = ARTICLE.replace('1986', '1987');

/** The article with something else between the letters of each marker: something that changes from letter to letter. */
function unreadable(article: string, joints: readonly string[]): string {
  return article.replaceAll(/[A-Z](?:-[A-Z])+\./g, (marker) => {
    let next = 0;
    return marker.replaceAll('-', () => joints[next++ % joints.length] as string);
  });
}

/** What an unknown program, a game or a bad scan may write between letters. */
const JOINTS: readonly (readonly string[])[] = [
  ['(1)', '(2)', '(3)', '(4)'],
  ['<i>', '</i>'],
  ['{{a}}', '[b]', '<<c>>'],
  ['¤x', '§y'],
  ['\n~~\n', '\n^^\n'],
];

const codes = (text: string) => findingsIn(text).map(({ code }) => code);

describe('unreadable-article', () => {
  it('points at the first marker', () => {
    expectFindings(
      unreadableArticle,
      `
 F/1/N/2/S/3/T/4/A/5/R/6/T. 1987 F/1/N/2/E/3/N/4/D.  D/1/A/2/T/3/E/4/S/5/T/6/A/7/R/8/T. 2024-04-10 D/1/A/2/T/3/E/4/E/5/N/6/D.
 ^^^^^^^^^^^^^^^^^^^^^^^^^ An article may begin here, but its markers cannot be read: F/1/N/2/S/3/T/4/A/5/R/6/T. Write
`,
    );
  });

  it('finds its example', () => expectExample(unreadableArticle));

  for (const joints of JOINTS) {
    it(`is the only finding, an error, and nothing removes the article: ${JSON.stringify(joints)}`, () => {
      const bad = unreadable(ARTICLE, joints);
      for (const text of [bad, NEXT + bad, NEXT + bad + NEXT, bad + NEXT]) {
        const found = findingsIn(text);
        assert.deepEqual(
          found.map(({ code, severity, fixes }) => [code, severity, fixes]),
          [['unreadable-article', 'error', undefined]],
          text,
        );
        assert.equal(allFixed(text), text);
      }
    });
  }

  it('says of markers in no order where they begin, how many there are, and that they were not checked', () => {
    const jumble = jumbleOf(5000);
    for (const text of [jumble, NEXT + jumble, jumble + NEXT, NEXT + jumble + ARTICLE]) {
      const [found, ...others] = findingsIn(text);
      assert.deepEqual(others, []);
      assert.deepEqual([found?.code, found?.severity, found?.fixes], ['unreadable-article', 'error', undefined]);
      assert.match(found?.message ?? '', /^Only markers follow here \(5,000\), .* not checked one by one\./);
      const { base, span, related } = found as PlacedFinding;
      assert.equal(base + span.start, text.indexOf(jumble));
      assert.equal(base + (related?.[0]?.span.end ?? 0), text.indexOf(jumble) + jumble.trimEnd().length);
      assert.equal(allFixed(text), text);
    }
  });

  it('says nothing else about such markers, be they misspelled or of user-defined fields', () => {
    const [article] = parse(`TT-E-X-T-E-N-D. S-O-U-R-C-E-S-T-A-R-T. ${jumbleOf(100)}`).articles;
    const found = check(article as Article, { ...context, additionalFields: ['S-O-U-R-C-E'] });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['unreadable-article'],
    );
  });

  it('says nothing else about a value with such markers in it', () => {
    for (const value of ['2024-04-09', 'Talks go on. A deal is near.'])
      assert.deepEqual(
        codes(
          ARTICLE.replace(value, `${value.slice(0, 7)} F-N-S-T-A-R-T. ${jumbleOf(100)}F-N-E-N-D. ${value.slice(7)}`),
        ),
        ['unreadable-article'],
      );
  });

  it('finds each of several, also where one has lost half of its markers', () => {
    const bad = unreadable(ARTICLE, ['(1)', '(2)']);
    const half = bad.slice(0, bad.indexOf('T(1)I'));
    assert.deepEqual(codes(NEXT + bad + bad), ['unreadable-article', 'unreadable-article']);
    assert.deepEqual(codes(NEXT + half), ['unreadable-article']);
  });

  it('leaves other text outside fields to stray-text: prose, capitals, words that are spelled out, a few markers', () => {
    for (const text of [
      'Fighting Near Some Towns At River Towns, and Dates At Ten End Soon. The Times',
      'FRANCE AND SPAIN START TALKS. DATES END. THE TITLE TEXT STARTS AND ENDS.',
      'F(1)N(2)S(3)T(4)A(5)R(6)T. 1987 F(1)N(2)E(3)N(4)D. only two',
      'f/n/s/t/a/r/t 1987 f/n/e/n/d d/a/t/e/s/t/a/r/t d/a/t/e/e/n/d',
      'F A T E S I N L O X D R '.repeat(40).trim(),
      'S-T-O-P the W-E-E-K-E-N-D. T-H-E E-N-D.',
    ])
      assert.deepEqual(codes(`${NEXT} ${text} `), ['stray-text'], text);
  });
});
