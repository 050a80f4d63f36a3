import { assert } from 'chai';
import { strayText } from '../../../../server/src/core/rules/stray-text';
import { expectExample, expectFindings, fixed, fixTitles } from './expect';

describe('stray-text', () => {
  it('shows the text between two fields', () => {
    expectFindings(
      strayText,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our man  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                               ^^^^^^^^^^ This text stands outside any field.
`,
    );
  });

  it('shows the text before and behind the article', () => {
    expectFindings(
      strayText,
      `
Page 1 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. Page 2
^^^^^^ This text
                                                                                                                                                                           ^^^^^^ This text
`,
    );
  });

  it('finds and mends its example', () => expectExample(strayText));

  it('offers to remove no text that is all there is', () => {
    assert.isNotEmpty(fixTitles(strayText, 'F-N-S-T-A-R-T. 1986 F-N-E-N-D. by our man'));
    assert.isEmpty(fixTitles(strayText, 'f–n–s–t–a–r–t. 1986 f–n–e–n–d.'));
  });

  it('removes the text', () => {
    assert.equal(
      fixed(
        strayText,
        ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our man  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      ),
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
    );
  });
});
