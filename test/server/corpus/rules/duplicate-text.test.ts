import { duplicateText } from '../../../../server/src/corpus/rules/duplicate-text';
import { expectAcross, expectExample } from './expect';

describe('duplicate-text', () => {
  it('shows its example', () => expectExample(duplicateText));

  it('reports it in both files, at the marker that opens the text, also when the line ends differ', () => {
    expectAcross(
      duplicateText,
      `
== a.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks.{U+000A}Failed. T-E-X-T-E-N-D.
                              ^^^^^^^^^^^^^^^^^^ Another article, in b.txt, has exactly this text, with another number.
== b.txt
F-N-S-T-A-R-T. 2 F-N-E-N-D. T-E-X-T-S-T-A-R-T. Talks.{U+000D}{U+000A}Failed. T-E-X-T-E-N-D.
                            ^^^^^^^^^^^^^^^^^^ Another article, in a.txt, has exactly this text
`,
    );
  });

  it('counts the texts under other numbers only', () => {
    expectAcross(
      duplicateText,
      `
== a.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
                              ^^^^^^^^^^^^^^^^^^ Another article, in c.txt, has
== b.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
                              ^^^^^^^^^^^^^^^^^^ Another article, in c.txt, has
== c.txt
 F-N-S-T-A-R-T. 2 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
                              ^^^^^^^^^^^^^^^^^^ 2 other articles have exactly this text
`,
    );
  });

  it('leaves the same text under the same number to duplicate-number', () => {
    expectAcross(
      duplicateText,
      `
== a.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
== b.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
`,
    );
  });

  for (const [kind, text] of Object.entries({
    empty: '',
    'white space': '  \u00a0 ',
    'a producer’s placeholder': ' Error in processing document ',
  })) {
    it(`does not report texts that are ${kind}`, () => {
      expectAcross(
        duplicateText,
        `
== a.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. ${text} T-E-X-T-E-N-D.
== b.txt
 F-N-S-T-A-R-T. 2 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. ${text} T-E-X-T-E-N-D.
`,
      );
    });
  }

  it('takes texts that differ in one character, or in white space at an end, for different ones', () => {
    expectAcross(
      duplicateText,
      `
== a.txt
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
== b.txt
 F-N-S-T-A-R-T. 2 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks!  T-E-X-T-E-N-D.
== c.txt
 F-N-S-T-A-R-T. 3 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks.  T-E-X-T-E-N-D.
`,
    );
  });
});
