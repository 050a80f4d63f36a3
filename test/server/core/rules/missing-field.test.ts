import { assert } from 'chai';
import { missingField } from '../../../../server/src/core/rules/missing-field';
import { expectExample, expectFindings, fixed } from './expect';

describe('missing-field', () => {
  it('points at the marker before the gap', () => {
    expectFindings(
      missingField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                     ^^^^^^^^^^ The DATE field is missing. Add D-A-T-E-S-T-A-R-T.
`,
    );
  });

  it('points at the marker after, where nothing is before', () => {
    expectFindings(
      missingField,
      `
 D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
 ^^^^^^^^^^^^^^^^^^ The F-N field is missing.
`,
    );
  });

  it('does not merge two articles when the second has no number', () => {
    expectFindings(
      missingField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                                                                                      ^^^^^^^^^^^^^^^^^^ The F-N field is missing.
`,
    );
  });

  it('names fields that went together once', () => {
    expectFindings(
      missingField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                     ^^^^^^^^^^ The DATE and TITLE fields are missing. Add D-A-T-E-S-T-A-R-T. … D-A-T-E-E-N-D. and T-I-T-L-E-S-T-A-R-T. … T-I-T-L-E-E-N-D.
`,
    );
  });

  it('leaves what was cut off with a marker to the rule that shows the marker', () => {
    expectFindings(missingField, ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-0');
    expectFindings(missingField, 'le T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ');
  });

  it('begins a new article with another number, and not with the same number again', () => {
    const article =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.  F-N-S-T-A-R-T. 1986 F-N-E-N-D. ';
    expectFindings(missingField, article);
    expectFindings(
      missingField,
      `
${article.replace('1986', '1985')}
                                                                                                                                                                                          ^^^^^^^^^^ The DATE, TITLE and TEXT fields are missing.
`,
    );
  });

  it('finds and fixes its example', () => expectExample(missingField));

  it('adds a field to fill in, in its place', () => {
    assert.equal(
      fixed(
        missingField,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. YYYY-MM-DD D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
    assert.equal(
      fixed(
        missingField,
        ' D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 0 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
    assert.equal(
      fixed(missingField, ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. '),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. TITLE T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. TEXT T-E-X-T-E-N-D. ',
    );
  });
});
