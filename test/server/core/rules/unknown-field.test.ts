import { unknownField } from '../../../../server/src/core/rules/unknown-field';
import { expectExample, expectFindings } from './expect';

describe('unknown-field', () => {
  it('points at the START', () => {
    expectFindings(
      unknownField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                                            ^^^^^^^^^^^^^^^^^^^^^^ S-O-U-R-C-E-S-T-A-R-T. belongs to no field of the format
`,
    );
  });

  it('finds and fixes its example', () => expectExample(unknownField));

  it('says nothing about a field that is known', () => {
    expectFindings(unknownField, ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D. ', {
      additionalFields: ['S-O-U-R-C-E'],
    });
  });
});
