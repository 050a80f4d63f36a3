import { assert } from 'chai';
import { fieldOrder } from '../../../../server/src/core/rules/field-order';
import { findingsIn, fixed as fixedText } from '../findings';
import { expectExample, expectFindings, fixed } from './expect';

describe('field-order', () => {
  it('points at the field that is out of order', () => {
    expectFindings(
      fieldOrder,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                              ^^^^^^^^^^^^^^^^^^ DATE is in the wrong place. The order is F-N, DATE, TITLE, TEXT.
`,
    );
  });

  it('finds and fixes its example', () => expectExample(fieldOrder));

  it('says nothing of a field that is there once too often', () => {
    const date = 'D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.';
    const rest = `F-N-S-T-A-R-T. 1986 F-N-E-N-D.  ${date}  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `;
    expectFindings(fieldOrder, ` ${date}  ${rest}`);
    assert.deepEqual(
      findingsIn(` ${date}  ${rest}`).map((finding) => [finding.code, fixedText(` ${date}  ${rest}`, finding)]),
      [['duplicate-field', ` ${rest}`]],
    );
  });

  it('puts the fields in order', () => {
    assert.equal(
      fixed(
        fieldOrder,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
  });
});
