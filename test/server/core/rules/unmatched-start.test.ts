import { assert } from 'chai';
import { unmatchedStart } from '../../../../server/src/core/rules/unmatched-start';
import { findingsIn } from '../findings';
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

  it('points at a marker of any field in a number', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 D-A-T-E-F-N-S-T-A-R-T. 1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                     ^^^^^^^^^^^^^^^^^^^^^^ DATEFN is opened here but not closed. Remove this marker
`,
    );
  });

  it('does not accuse the article after', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks.   F-N-S-T-A-R-T. 1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                                            ^^^^^^^^^^^^^^^^^^ TEXT is opened here but not closed.
`,
    );
  });

  it('says where a text breaks off, and closes it only when somebody has looked', () => {
    const article = (rest: string) =>
      ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks ${rest}`;
    const next = article('go on. T-E-X-T-E-N-D. ').replace('1986', '1987');
    for (const rest of ['go o', 'go on, the', 'go ', `go o${next}`, `go on,${next}`]) {
      const [found] = findingsIn(article(rest));
      assert.match(found?.message ?? '', /The text may have been cut off/, rest);
      assert.equal(found?.fixes?.[0]?.tier, 'suggested', rest);
    }
    for (const rest of ['go on. T-E-X-T-E-']) {
      assert.notMatch(findingsIn(article(rest))[0]?.message ?? '', /The text may have been cut off/, rest);
    }
    for (const rest of ['go on. ', '“go on.” ', 'go on.  ', `go on. ${next}`, `go on.  ${next}`]) {
      const [found] = findingsIn(article(rest));
      assert.notMatch(found?.message ?? '', /The text may have been cut off/, rest);
      assert.equal(found?.fixes?.[0]?.tier, 'safe', rest);
    }
    // An incomplete download leaves no white space. If it ends within a sentence, more may be lost.
    for (const rest of ['go on.', 'go on.”', 'go on  ', `go on  ${next}`, `go on.${next}`, `go on.\n\n${next}`]) {
      assert.equal(findingsIn(article(rest))[0]?.fixes?.[0]?.tier, 'suggested', rest);
    }
  });

  it('takes a spelled-out word in prose for no marker', () => {
    expectFindings(
      unmatchedStart,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. The R-E-S-T-A-R-T. of the T-R-E-N-D. T-E-X-T-E-N-D. 
`,
    );
  });

  it('finds and fixes its example', () => expectExample(unmatchedStart));
});
