import { emptyField } from '../../../../server/src/core/rules/empty-field';
import { expectExample, expectFindings } from './expect';

describe('empty-field', () => {
  it('shows the white space between the markers', () => {
    expectFindings(
      emptyField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                   ^^ The TITLE field is empty.
`,
    );
  });

  it('says nothing about a value that is not certain', () => {
    expectFindings(
      emptyField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
`,
    );
  });

  it('finds and fixes its example', () => expectExample(emptyField));
});
