import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { strayText } from '../../../../server/src/core/rules/stray-text';
import { fixAll } from '../../../../server/src/core/writing/fixAll';
import { article } from '../articles';
import { allFixed, context, findingsIn } from '../findings';
import { expectExample, expectFindings, fixed, fixTitles } from './expect';

describe('stray-text', () => {
  it('shows the text between two fields', () => {
    expectFindings(
      strayText,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our man  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                               ^^^^^^^^^^ This text is outside any field.
`,
    );
  });

  it('shows the text before and after the article', () => {
    expectFindings(
      strayText,
      `
Page 1 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. Page 2
^^^^^^ This text
                                                                                                                                                                           ^^^^^^ This text
`,
    );
  });

  it('finds and fixes its example', () => expectExample(strayText));

  it('knows a value that is beside its field, as one fault, and moves it back', () => {
    const whole =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
    for (const layout of [whole, `${whole.trim().replaceAll(/(?<=\.) +(?=.*-)| +(?=[A-Z]-)/g, '\n')}\n`]) {
      for (const value of ['1986', '2024-04-09', 'Truce', 'Talks go on.']) {
        const [, start, space, end] = new RegExp(`(\\S+)(\\s)${value}\\s(\\S+)`).exec(layout) as unknown as string[];
        const field = `${start}${space}${value}${space}${end}`;
        for (const moved of [`${value}${space}${start}${space}${end}`, `${start}${space}${end}${space}${value}`]) {
          const findings = findingsIn(layout.replace(field, moved));
          assert.deepEqual(
            findings.map(({ code }) => code),
            ['stray-text'],
          );
          assert.match(findings[0]?.message ?? '', /is outside the [A-Z-]+ field, which is empty/);
          assert.equal(fixed(strayText, layout.replace(field, moved)), layout);
        }
      }
    }
  });

  it('never removes many words, or what may be an article, together with other fixes, and says so', () => {
    const [before, after] = [article(1), article(2)];
    for (const [stray, title] of [
      ['By our man', 'Remove the text'],
      ['One two three four five six seven eight', 'Remove the text'],
      ['One two three four five six seven eight nine', 'Remove the text (9 words)'],
      ['F#N#S#T#A#R#T.', 'Remove the text'],
      ['A_B_C_D_E', 'Remove the text (1 word, with what may be markers)'],
    ] as const) {
      const text = `${before}${stray}${after}`;
      assert.deepEqual(fixTitles(strayText, text), [title]);
      const left = applyEdits(text, fixAll(parse(text), context, {}, { tier: 'suggested' }));
      assert.equal(left.includes(stray), title !== 'Remove the text', left);
    }
  });

  const MARK = '\ufeff';

  it('says of a byte order mark between articles where it comes from, and leaves the spacing when it goes', () => {
    const files = [article(1), article(2), article(3)];
    const joined = files.join(MARK);
    const findings = findingsIn(joined);
    assert.deepEqual(
      findings.map(({ code, message }) => `${code}: ${message}`),
      Array(2).fill(
        'stray-text: U+FEFF byte order mark, left from joining files: an invisible character outside any field. Remove it.',
      ),
    );
    assert.equal(fixed(strayText, joined), files[0] + files.slice(1).join(MARK));
    assert.deepEqual(fixTitles(strayText, joined), ['Remove U+FEFF byte order mark']);
  });

  it('removes marks without any other character, wherever they are and whatever white space is there', () => {
    const spaces = fc.constantFrom(' ', '  ', '\n', '\r\n', ' \n\n');
    const gap = fc
      .tuple(spaces, fc.constantFrom(MARK, MARK + MARK, `${MARK}\n${MARK}`), spaces)
      .map((it) => it.join(''));
    fc.assert(
      fc.property(fc.tuple(gap, gap, gap, gap), ([before, inside, between, after]) => {
        const first = article(1).trim().replace('  T-I', `${inside}T-I`);
        const text = [before, first, between, article(2).trim(), after].join('');
        assert.equal(allFixed(text), text.replaceAll(MARK, ''));
      }),
    );
  });

  it('does not read invisible characters as a value, and names them', () => {
    const empty = article(1).replace('Talks 1. ', '').concat(MARK, article(2));
    assert.sameMembers(codesIn(empty), ['empty-field', 'stray-text']);
    const missing = article(1)
      .replace(/ T-E-X-T-S.*D\. $/, '')
      .concat(' ', MARK, article(2));
    assert.sameMembers(codesIn(missing), ['missing-field', 'stray-text']);
    assert.notMatch(findingsIn(missing)[0]?.message ?? '', /text stands in its place/);
    const [{ message } = { message: '' }] = findingsIn(`${article(1)}\u{e0041}\u{e0042}${article(2)}`);
    assert.match(
      message,
      /^U\+E0041 tag character and 1 more of its kind: invisible characters outside any field\. Remove them\.$/,
    );
    const several = `${article(1)}\u200b ${MARK}${article(2)}`;
    assert.deepEqual(fixTitles(strayText, several), ['Remove the invisible characters']);
    assert.equal(allFixed(several), several, 'A person decides.');
    assert.match(findingsIn(`${article(1)}\ufffd${article(2)}`)[0]?.message ?? '', /^This text is outside/);
  });

  it('takes no text for a value that may be that of two fields, or one of two', () => {
    for (const [date, title] of [
      ['D-A-T-E-S-T-A-R-T. D-A-T-E-E-N-D.', 'x T-I-T-L-E-S-T-A-R-T. T-I-T-L-E-E-N-D.'],
      ['D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.', 'x T-I-T-L-E-S-T-A-R-T. T-I-T-L-E-E-N-D. y'],
    ]) {
      const text = ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  ${date} ${title}  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `;
      for (const { code, message } of findingsIn(text)) {
        assert.match(message, code === 'stray-text' ? /outside any field/ : /field is empty/);
      }
      assert.include(
        findingsIn(text).map(({ code }) => code),
        'empty-field',
      );
    }
  });

  it('shows what an article is wrapped in once, and removes both sides', () => {
    const whole =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';
    for (const [before, after] of [
      ['"', '"'],
      ['["', '"]'],
      ['{"text": "', '"}'],
      ['1,"', '"'],
      ['<html><body><p>', '</p></body></html>'],
      ['```', '```'],
    ]) {
      for (const text of [whole, whole.trim()]) {
        const wrapped = `${before}${text}${after}`;
        const found = findingsIn(wrapped);
        assert.deepEqual(
          found.map(({ code, span }) => [code, span.end]),
          [['stray-text', before?.length]],
          wrapped,
        );
        assert.equal(fixed(strayText, wrapped), text);
      }
    }
  });

  it('takes marks around one of several articles for no wrapping', () => {
    const whole =
      'F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.';
    const found = findingsIn(`" ${whole} "\n${whole}\n`).filter(({ code }) => code === 'stray-text');
    assert.deepEqual(
      found.map(({ message }) => message.split(' ').slice(0, 6).join(' ')),
      ['This text is outside any field.', 'This text is outside any field.'],
    );
  });

  it('shows both of two texts that are no pair', () => {
    const text = 'Page 1 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. Page 2';
    assert.lengthOf(
      findingsIn(text).filter(({ code }) => code === 'stray-text'),
      2,
    );
  });

  it('offers to remove no text that is all there is', () => {
    assert.isNotEmpty(fixTitles(strayText, 'F-N-S-T-A-R-T. 1986 F-N-E-N-D. by our man'));
    assert.isEmpty(fixTitles(strayText, 'f–n–s–t–a–r–t. 1986 f–n–e–n–d.'));
  });

  it('removes the text', () => {
    assert.equal(
      fixed(
        strayText,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our man  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
  });
});

function codesIn(text: string): string[] {
  return findingsIn(text).map(({ code }) => code);
}
