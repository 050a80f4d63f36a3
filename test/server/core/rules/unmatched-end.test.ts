import { assert } from 'chai';
import { unmatchedEnd } from '../../../../server/src/core/rules/unmatched-end';
import { findingsIn, fixed } from '../findings';
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

  it('knows a marker that was moved, once, and moves it back', () => {
    const end = 'D-A-T-E-E-N-D. ';
    const whole =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
    const moved = whole.replace(end, '').replace('go on.', `${end}go on.`);
    const found = findingsIn(moved);
    assert.deepEqual(
      found.map(({ code, message }) => [code, message]),
      [
        [
          'unmatched-end',
          'D-A-T-E-E-N-D. does not belong here: it is missing from the DATE field. Move it after the value of DATE.',
        ],
      ],
    );
    assert.equal(fixed(moved, found[0] as (typeof found)[number]), whole);
  });

  it('finds one cut through an END and the START after it, and fixes both', () => {
    const whole =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
    for (const [lost, left] of [
      ['2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S', '2024-04-09 -S'],
      ['Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks', 'Truce T-I-T-L-E-E Talks'],
    ] as const) {
      const cut = whole.replace(lost, left);
      const found = findingsIn(cut);
      assert.lengthOf(found, 1, cut);
      assert.match(found[0]?.code ?? '', /^unmatched/);
      const mended = fixed(cut, found[0] as (typeof found)[number]) ?? '';
      assert.deepEqual(findingsIn(mended), []);
    }
  });

  it('finds and fixes its example', () => expectExample(unmatchedEnd));
});
