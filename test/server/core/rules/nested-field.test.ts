import { assert } from 'chai';
import { nestedField } from '../../../../server/src/core/rules/nested-field';
import { expectExample, expectFindings, fixed } from './expect';

describe('nested-field', () => {
  it('points at the inner START', () => {
    expectFindings(
      nestedField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Of D-A-T-E-S-T-A-R-T. 2024-04-08 D-A-T-E-E-N-D. talks. T-E-X-T-E-N-D. 
                                                                                                                                                  ^^^^^^^^^^^^^^^^^^ The DATE field is inside the TEXT field.
`,
    );
  });

  it('finds a field inside a field of the same name', () => {
    expectFindings(
      nestedField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Of T-E-X-T-S-T-A-R-T. all T-E-X-T-E-N-D. talks. T-E-X-T-E-N-D. 
                                                                                                                                                  ^^^^^^^^^^^^^^^^^^ The TEXT field is inside the TEXT field.
`,
    );
  });

  it('finds and fixes its example', () => expectExample(nestedField));

  it('removes the inner markers', () => {
    const text =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Of D-A-T-E-S-T-A-R-T. 2024-04-08 D-A-T-E-E-N-D. talks. T-E-X-T-E-N-D. ';
    assert.include(fixed(nestedField, text), 'T-E-X-T-S-T-A-R-T. Of 2024-04-08 talks. T-E-X-T-E-N-D.');
  });
});
