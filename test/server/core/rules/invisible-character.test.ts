import { assert } from 'chai';
import type { Article } from '../../../../server/src/core/article';
import { parse } from '../../../../server/src/core/parser';
import { applyEdits } from '../../../../server/src/core/repair';
import { invisibleCharacter } from '../../../../server/src/core/rules/invisible-character';
import { articleText, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings, fixed, fixTitles } from './expect';

describe('invisible-character', () => {
  it('shows in its example', () => expectExample(invisibleCharacter));

  it('names the character, in any field', () => {
    expectFindings(
      invisibleCharacter,
      `
 F-N-S-T-A-R-T. {U+FEFF}1 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. A tr{U+00AD}uce T-I-T-L-E-E-N-D.
                ^^^^^^^^ U+FEFF byte order mark stands here, which nobody can see. Remove it, or keep it if the source
                                                               ^^^^^^^^ U+00AD soft hyphen stands here
 T-E-X-T-S-T-A-R-T. In Ga{U+200B}za.{U+0007} He{U+202E}re. T-E-X-T-E-N-D.
                         ^^^^^^^^ U+200B zero-width space stands here
                                    ^^^^^^^^ U+0007 control character stands here
                                               ^^^^^^^^ U+202E right-to-left override stands here
      `,
    );
  });

  it('finds a run of one character once', () => {
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. In{U+200B}{U+200B}{U+2060} Gaza T-E-X-T-E-N-D.
                      ^^^^^^^^^^^^^^^^ U+200B zero-width space stands here 2 times, which nobody can see.
                                      ^^^^^^^^ U+2060 word joiner stands here
      `,
    );
  });

  it('tells what an article is full of in one finding for the rest of each value', () => {
    const full = (count: number) => 'a\u200b'.repeat(count);
    const title = full(150);
    const text = articleText(['1986', '2024-04-09', title, `${full(2)}\ufffd\ufffd b\ufffd`]);
    const [article] = parse(text).articles as [Article];
    const findings = [...invisibleCharacter.check(article, { today: '2024-12-31', additionalFields: [] })];
    assert.lengthOf(findings, 103);
    assert.deepEqual(
      findings.slice(100).map(({ message }) => message.slice(0, 85)),
      [
        'From here on, characters that nobody can see stand in 50 more places of this value. R',
        'From here on, bytes could not be decoded in 2 more places of this value. Write what t',
        'From here on, characters that nobody can see stand in 2 more places of this value. Re',
      ],
    );
    const removed = applyEdits(text, findings[100]?.fixes?.[0]?.edits ?? []);
    assert.equal(removed, text.replace(title, `${full(100)}${'a'.repeat(50)}`));
  });

  it('says of U+FFFD what it means, and cannot mend it', () => {
    const text = `
 T-E-X-T-S-T-A-R-T. Isra{U+FFFD}l T-E-X-T-E-N-D.
                        ^^^^^^^^ U+FFFD replacement character stands here: bytes could not be decoded.
    `;
    expectFindings(invisibleCharacter, text);
    assert.deepEqual(fixTitles(invisibleCharacter, text), []);
  });

  it('leaves white space, variation selectors and visible characters alone', () => {
    healthy('a\tb\nc\r\nd\u0085e\u00a0f\u202fg\u2009h\u2028i\u3000j');
    healthy('❤\ufe0f – “é” e\u0301 ✈\ufe0e 𝒜 \ud83d');
  });

  it('leaves joiners alone that make an emoji', () => {
    healthy('👩\u200d💻 👩🏽\u200d💻 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 👨\u200d👩\u200d👧');
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. a{U+200D}💻 T-E-X-T-E-N-D.
                     ^^^^^^^^ U+200D
      `,
    );
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. 💻{U+200D} and a{U+200D}b and c{U+200C}d T-E-X-T-E-N-D.
                      ^^^^^^^^ U+200D zero-width joiner stands here
                                    ^^^^^^^^ U+200D
                                                   ^^^^^^^^ U+200C zero-width non-joiner
      `,
    );
  });

  it('leaves joiners alone in scripts that have need of them', () => {
    healthy('می\u200cخواهم');
    healthy('क्\u200dष ശ്രീ\u200c ක්\u200dෂ');
    healthy('ها\u200c (');
    healthy('(\u200dه)');
  });

  it('leaves direction marks alone in a value with right-to-left letters', () => {
    healthy('He wrote: שלום\u200f!');
    healthy('هدنة\u200e (2024)\u061c');
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. Gaza{U+200F}! Is{U+200E} it{U+061C}? T-E-X-T-E-N-D.
                        ^^^^^^^^ U+200F right-to-left mark
                                    ^^^^^^^^ U+200E left-to-right mark
                                               ^^^^^^^^ U+061C Arabic letter mark
      `,
    );
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. שלום{U+2067} T-E-X-T-E-N-D.
                        ^^^^^^^^ U+2067 right-to-left isolate
      `,
    );
  });

  it('looks at values only, and only between their own markers', () => {
    expectFindings(invisibleCharacter, '\ufeff F-N-S-T-A-R-T. 1 F-N-E-N-D. \u200b ');
    expectFindings(invisibleCharacter, body('Ga\u200bza.').replace('T-E-X-T-E-N-D.', ''));
  });

  it('removes the characters', () => {
    const text = body('In Ga\u200b\u200bza.');
    assert.equal(fixed(invisibleCharacter, text), body('In Gaza.'));
    assert.deepEqual(fixTitles(invisibleCharacter, text), ['Remove U+200B zero-width space']);
  });

  it('changes nothing but the value', () => {
    const texts = markerSoup.map((soup) => soup.replaceAll('Gaza.', 'T-E-X-T-S-T-A-R-T. \u200b\u0007 T-E-X-T-E-N-D.'));
    expectFaithfulFixes(invisibleCharacter, texts);
  });
});

function healthy(text: string): void {
  expectFindings(invisibleCharacter, body(text));
}

function body(text: string): string {
  return articleText(['1986', '2024-04-09', 'A truce', text]);
}
