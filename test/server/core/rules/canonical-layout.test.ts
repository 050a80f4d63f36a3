import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { canonicalLayout } from '../../../../server/src/core/rules/canonical-layout';
import { articleText, healthyDocument, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings } from './expect';

describe('canonical-layout', () => {
  it('shows in its example', () => expectExample(canonicalLayout));

  it('is off unless it is asked for', () => assert.equal(canonicalLayout.severity, 'off'));

  it('finds other white space than two spaces between fields', () => {
    expectFindings(
      canonicalLayout,
      `
 F-N-S-T-A-R-T. 1 F-N-E-N-D. D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
                            ^ The line layout has two spaces between fields. Write two spaces here.
      `,
    );
    expectFindings(
      canonicalLayout,
      `
 F-N-S-T-A-R-T. 1 F-N-E-N-D.D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
                            ^^^^^^^^^^^^^^^^^^ The line layout has two spaces between fields.
      `,
    );
  });

  it('finds other white space than one space beside a value, but not within it', () => {
    expectFindings(
      canonicalLayout,
      `
 F-N-S-T-A-R-T.{U+0009}1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T.   2024-04-09
               ^^^^^^^^ The line layout has one space between a marker and the value. Write one space here.
                                                                    ^ The line layout has one space
D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.A T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. B{U+000D}
                ^^^^^^^^^^^^^^^^^^^^ The line layout has one space
                                                                            ^^^^^^^^^ The line layout has one space
T-E-X-T-E-N-D.
      `,
    );
  });

  it('has two spaces between the markers of an empty field', () => {
    expectFindings(canonicalLayout, ' T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D. ');
    expectFindings(
      canonicalLayout,
      `
 T-I-T-L-E-S-T-A-R-T. T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.T-E-X-T-E-N-D.
                     ^ The line layout has two spaces between the markers of an empty field.
                                                          ^^^^^^^^^^^^^^ The line layout has two spaces between
      `,
    );
  });

  it('leaves the white space beside a misspelled or crossed marker alone', () => {
    const line = articleText(['1986', '2024-04-09', 'A truce', 'Talks go on.']);
    expectFindings(canonicalLayout, line.replace(' F-N-E-N-D.  ', '\tF–N–E–N–D.\t'));
    expectFindings(canonicalLayout, line.replace('  D-A-T-E-S-T-A-R-T. ', '\tD–A–T–E–S–T–A–R–T.\t'));
    expectFindings(canonicalLayout, 'S-O-U-R-C-E-S-T-A-R-T.F-16 -E-N-D.F-N-E-N-D.');
  });

  it('leaves what may be the rest of a marker stuck to another one', () => {
    expectFindings(canonicalLayout, ' T-I-T-L-E-S-T-A-R-T. F-N-S-T-A-R-TT-I-T-L-E-E-N-D. ');
  });

  it('leaves the lines of a merge conflict alone', () => {
    const conflict = '<<<<<<< HEAD\nGo\n=======\nStop\n>>>>>>> branch';
    expectFindings(canonicalLayout, ` T-E-X-T-S-T-A-R-T.\n${conflict}\nT-E-X-T-E-N-D. `);
    expectFindings(canonicalLayout, ' T-E-X-T-S-T-A-R-T.\n<<<<<<< HEAD\nT-E-X-T-E-N-D. ');
  });

  it('leaves the ends of the article, stray text and fields without an END alone', () => {
    expectFindings(canonicalLayout, '\t\nF-N-S-T-A-R-T. 1 F-N-E-N-D.\n\n');
    expectFindings(canonicalLayout, ' F-N-S-T-A-R-T. 1 F-N-E-N-D. stray D-A-T-E-S-T-A-R-T. 2 D-A-T-E-E-N-D. ');
    expectFindings(canonicalLayout, ' F-N-S-T-A-R-T.\t1\nD-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ');
  });

  it('has nothing to say to the producers', () => {
    fc.assert(fc.property(healthyDocument, (text) => expectFindings(canonicalLayout, text.replaceAll('^', '~'))));
  });

  it('brings any white space beside markers back to the line layout', () => {
    const white = fc.constantFrom(' ', '  ', '\n', '\r\n', '\t', ' \n', '');
    const value = fc.constantFrom('1986', ' A  truce ', '', '\nTalks\n\n go on.', ' ');
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 4, maxLength: 4 }),
        fc.array(white, { minLength: 9 }),
        (values, gaps) => {
          const line = articleText(values);
          let n = 0;
          const spaced = line.slice(1).replace(/ {2}(?=[A-Z]-)/g, () => gaps[n++] ?? ' ');
          const [article] = parse(spaced).articles;
          if (!article) return;
          const before = article.fields.map((field) => article.text.slice(field.value.start, field.value.end));
          const findings = [...canonicalLayout.check(article, { today: '', additionalFields: [] }, [])];
          const edits = findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
          assert.equal(applyEdits(spaced, edits), articleText(before).slice(1));
        },
      ),
    );
  });

  it('leaves all values as they are', () => expectFaithfulFixes(canonicalLayout, markerSoup));
});
