import { assert } from 'chai';
import fc from 'fast-check';
import { markerSpacing } from '../../../../server/src/core/rules/marker-spacing';
import { healthyDocument, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings, fixed, fixTitles } from './expect';

describe('marker-spacing', () => {
  it('shows in its example', () => expectExample(markerSpacing));

  it('finds a value that is glued to its START or END', () => {
    expectFindings(
      markerSpacing,
      `
 F-N-S-T-A-R-T.1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09D-A-T-E-E-N-D.
 ^^^^^^^^^^^^^^ There is no white space between this marker and the text after it. Insert white space.
                                                             ^^^^^^^^^^^^^^ There is no white space between this marker and the text before it.
      `,
    );
  });

  it('finds two markers that are glued once, on the second', () => {
    expectFindings(
      markerSpacing,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
                               ^^^^^^^^^^^^^^^^^^ There is no white space between this marker and the marker before it.
      `,
    );
  });

  it('leaves an empty field and stray text to their own rules', () => {
    expectFindings(markerSpacing, ' F-N-S-T-A-R-T.F-N-E-N-D.by us  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.');
  });

  it('finds a marker that is glued on both sides once', () => {
    expectFindings(
      markerSpacing,
      `
 T-I-T-L-E-S-T-A-R-T. A truceT-I-T-L-E-E-N-D.T-E-X-T-S-T-A-R-T.Talks go on. T-E-X-T-E-N-D.
                             ^^^^^^^^^^^^^^^^ There is no white space on either side of this marker.
                                             ^^^^^^^^^^^^^^^^^^ There is no white space between this marker and the text after it
      `,
    );
  });

  it('finds two articles that are glued, and nothing at the ends of the file', () => {
    expectFindings(
      markerSpacing,
      `
F-N-S-T-A-R-T. 1 F-N-E-N-D. D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. T-E-X-T-S-T-A-R-T. B T-E-X-T-E-N-D.F-N-S-T-A-R-T. 2 F-N-E-N-D. D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D. T-E-X-T-S-T-A-R-T. B T-E-X-T-E-N-D.
                                                                                              ^^^^^^^^^^^^^^ There is no white space between this marker and the next article.`,
    );
  });

  it('takes any white space for white space', () => {
    expectFindings(markerSpacing, ' F-N-S-T-A-R-T.\t1986{U+00A0}F-N-E-N-D.\r\nD-A-T-E-S-T-A-R-T.\n\nD-A-T-E-E-N-D.');
  });

  it('leaves a marker to other rules that is misspelled, crossed, or is in a value', () => {
    expectFindings(markerSpacing, ' F-N-S-T-A-R-T. 1986F–N–E–N–D.D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ');
    expectFindings(markerSpacing, ' T-E-X-T-S-T-A-R-T. AT-I-T-L-E-E-N-D.B T-E-X-T-E-N-D. ');
    expectFindings(markerSpacing, ' B-YL-I-N-E-S-T-A-R-T. A B-Y-L-I-N-E-E-N-D. ');
    expectFindings(markerSpacing, 'S-O-U-R-C-E-S-T-A-R-T.F-16 -E-N-D.F-N-E-N-D.');
    expectFindings(markerSpacing, 'F-N-S-T-A-R-TTF-N-E-N-D.');
  });

  it('knows the markers of user-defined fields', () => {
    const glued = ' B-Y-L-I-N-E-S-T-A-R-T. Ann LeeB-Y-L-I-N-E-E-N-D. ';
    expectFindings(markerSpacing, glued);
    expectFindings(
      markerSpacing,
      `${glued}
                               ^^^^^^^^^^^^^^^^^^ There is no white space between this marker and the text before it.
      `,
      { additionalFields: ['B-Y-L-I-N-E'] },
    );
  });

  const fixes: readonly [name: string, before: string, after: string][] = [
    [
      'one space beside a value',
      ' F-N-S-T-A-R-T. 1986F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ',
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ',
    ],
    [
      'two spaces between fields',
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ',
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ',
    ],
    [
      'a line break where the article has them',
      'F-N-S-T-A-R-T.\n1986\nF-N-E-N-D.\nD-A-T-E-S-T-A-R-T.\n2024-04-09D-A-T-E-E-N-D.\n',
      'F-N-S-T-A-R-T.\n1986\nF-N-E-N-D.\nD-A-T-E-S-T-A-R-T.\n2024-04-09\nD-A-T-E-E-N-D.\n',
    ],
    [
      'a line break between fields where the article has them',
      'F-N-S-T-A-R-T.\r\n1986\r\nF-N-E-N-D.D-A-T-E-S-T-A-R-T.\r\n2024-04-09\r\nD-A-T-E-E-N-D.\r\n',
      'F-N-S-T-A-R-T.\r\n1986\r\nF-N-E-N-D.\r\nD-A-T-E-S-T-A-R-T.\r\n2024-04-09\r\nD-A-T-E-E-N-D.\r\n',
    ],
  ];

  for (const [name, before, after] of fixes) {
    it(`inserts ${name}`, () => assert.equal(fixed(markerSpacing, before), after));
  }

  it('says nothing about healthy articles', () => {
    fc.assert(fc.property(healthyDocument, (text) => expectFindings(markerSpacing, text.replaceAll('^', '~'))));
  });

  it('inserts none where it would complete the rest of another marker', () => {
    const rest = ' T-I-T-L-E-S-T-A-R-T. Talks of F-N-S-T-A-R-TT-I-T-L-E-E-N-D. ';
    assert.deepEqual(fixTitles(markerSpacing, rest), []);
    assert.deepEqual(fixTitles(markerSpacing, rest.replace('F-N-S-T-A-R-T', 'vitamin-A')), ['Insert white space']);
    assert.deepEqual(fixTitles(markerSpacing, 'T-E-X-T-S-T-A-R-T.T-E-X-T-E-N-D.-T-E-X-T-E-N-D.'), []);
  });

  it('says nothing where the one character before a marker may end a misspelled one', () => {
    for (const start of ['F-N-S-T-A-R-T-.', 'F-N-S-T-A-R-T- .'])
      expectFindings(markerSpacing, `\n${start}F-N-E-N-D.\n`);
  });

  it('leaves all values as they are', () => {
    const glue = fc
      .tuple(markerSoup, fc.constantFrom(/\. /g, / /g, / (?=[A-Z]-)/g))
      .map(([soup, place]) => soup.replace(place, (white) => white.trimEnd()));
    expectFaithfulFixes(markerSpacing, fc.oneof(markerSoup, glue));
  });
});
