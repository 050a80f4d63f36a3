import { assert } from 'chai';
import { crossedFields } from '../../../../server/src/core/rules/crossed-fields';
import { findingsIn } from '../findings';
import { expectExample, expectFindings } from './expect';

describe('crossed-fields', () => {
  it('points at the END that does not fit', () => {
    expectFindings(
      crossedFields,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                          ^^^^^^^^^^^^^^ D-A-T-E-E-N-D. does not fit here. Write T-I-T-L-E-E-N-D.
`,
    );
  });

  it('points at the END when the START is the wrong one', () => {
    expectFindings(
      crossedFields,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  D-A-T-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                        ^^^^^^^^^^^^^^^^ T-I-T-L-E-E-N-D. does not fit here. Write T-I-T-L-E-S-T-A-R-T. where DATE is opened
`,
    );
  });

  it('takes a START in the place of an END as one fault', () => {
    expectFindings(
      crossedFields,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-S-T-A-R-T.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                          ^^^^^^^^^^^^^^^^^^^^ T-I-T-L-E-S-T-A-R-T. does not fit here. Write T-I-T-L-E-E-N-D.
`,
    );
  });

  it('takes overlapping fields as one fault', () => {
    expectFindings(
      crossedFields,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 T-I-T-L-E-S-T-A-R-T.  D-A-T-E-E-N-D. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                     ^^^^^^^^^^^^^^ D-A-T-E-E-N-D. does not fit here.
`,
    );
  });

  it('finds and fixes its example', () => expectExample(crossedFields));

  it('fixes only what is certain by itself; without the other field, a person must decide', () => {
    const text =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';
    const [finding] = findingsIn(text);
    const tiers = finding?.fixes?.map(({ tier }) => tier);
    assert.deepEqual(tiers, ['suggested']);
  });
});
