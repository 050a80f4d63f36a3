import { unmatchedEnd } from '../../../../server/src/core/rules/unmatched-end';
import { expectExample, expectFindings } from './expect';

describe('unmatched-end', () => {
  it('points at the END whose START is lost', () => {
    expectFindings(
      unmatchedEnd,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                     ^^^^^^^^^^^^^^^^ TITLE is closed here but was not opened. Add T-I-T-L-E-S-T-A-R-T.
`,
    );
  });

  it('points at an END that strays into a value', () => {
    expectFindings(
      unmatchedEnd,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks D-A-T-E-E-N-D. go on. T-E-X-T-E-N-D. 
                                                                                                                                                     ^^^^^^^^^^^^^^ DATE is closed here but was not opened. Remove this marker
`,
    );
  });

  it('does not merge two articles when the second number is not opened', () => {
    expectFindings(
      unmatchedEnd,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.  1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                                                                                           ^^^^^^^^^^ F-N is closed here but was not opened.
`,
    );
  });

  it('finds and mends its example', () => expectExample(unmatchedEnd));
});
