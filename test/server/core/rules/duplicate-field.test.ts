import { assert } from 'chai';
import { duplicateField } from '../../../../server/src/core/rules/duplicate-field';
import { findingsIn } from '../findings';
import { expectExample, expectFindings, fixed } from './expect';

describe('duplicate-field', () => {
  it('points at the later one', () => {
    expectFindings(
      duplicateField,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                               ^^^^^^^^^^^^^^^^^^ This article already has a DATE field.
`,
    );
  });

  it('knows a field that is in place of a missing one, as one fault', () => {
    const text =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. 2024-04-09 T-I-T-L-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';
    assert.deepEqual(
      findingsIn(text).map(({ code, message }) => [code, message]),
      [
        [
          'duplicate-field',
          'This article has two TITLE fields, and DATE is missing in this place. Did you mean D-A-T-E-S-T-A-R-T.?',
        ],
      ],
    );
    assert.notInclude(fixed(duplicateField, text), 'T-I-T-L-E-S-T-A-R-T. 2024');
    assert.deepEqual(findingsIn(fixed(duplicateField, text)), []);
  });

  it('finds and fixes its example', () => expectExample(duplicateField));

  it('removes one of the two', () => {
    assert.equal(
      fixed(
        duplicateField,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
    assert.equal(
      fixed(
        duplicateField,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
        1,
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
  });
});
