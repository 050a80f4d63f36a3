import { futureDate } from '../../../../server/src/core/rules/future-date';
import { expectExample, expectFindings } from './expect';

describe('future-date', () => {
  it('shows in its example', () => expectExample(futureDate));

  it('distinguishes a day in the future from today', () => {
    expectFindings(
      futureDate,
      `
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.
                                                 ^^^^^^^^^^ This day is in the future.
      `,
      { today: '2024-04-09' },
    );
    expectFindings(futureDate, ' D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D. ', { today: '2024-04-10' });
  });

  it('leaves what is no day to invalid-date', () => {
    expectFindings(futureDate, ' D-A-T-E-S-T-A-R-T. 2999-02-30 D-A-T-E-E-N-D. ');
    expectFindings(futureDate, ' D-A-T-E-S-T-A-R-T. next week D-A-T-E-E-N-D. ');
  });

  it('looks at dates only, and only between their own markers', () => {
    expectFindings(futureDate, ' T-I-T-L-E-S-T-A-R-T. 2999-01-01 T-I-T-L-E-E-N-D. ');
    expectFindings(futureDate, ' D-A-T-E-S-T-A-R-T. 2999-01-01  T-I-T-L-E-S-T-A-R-T. A T-I-T-L-E-E-N-D. ');
  });
});
