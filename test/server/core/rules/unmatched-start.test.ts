import { unmatchedStart } from '../../../../server/src/core/rules/unmatched-start';
import { expectExample, expectFindings } from './expect';

describe('unmatched-start', () => {
  it('points at the START whose END is lost', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                               ^^^^^^^^^^^^^^^^^^^^ TITLE is opened here but not closed. Add T-I-T-L-E-E-N-D.
`,
    );
  });

  it('points at a START that strays into a value', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks D-A-T-E-S-T-A-R-T. go on. T-E-X-T-E-N-D. 
                                                                                                                                                     ^^^^^^^^^^^^^^^^^^ DATE is opened here but not closed. Remove this marker
`,
    );
  });

  it('does not accuse the article behind', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks.   F-N-S-T-A-R-T. 1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                                            ^^^^^^^^^^^^^^^^^^ TEXT is opened here but not closed.
`,
    );
  });

  it('takes a spelled-out word in prose for no marker', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. The R-E-S-T-A-R-T. of the T-R-E-N-D. T-E-X-T-E-N-D. 
`,
    );
  });

  it('finds and mends its example', () => expectExample(unmatchedStart));
});
