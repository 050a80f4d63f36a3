import { assert } from 'chai';
import { invalidDate } from '../../../../server/src/core/rules/invalid-date';
import { readDates } from '../../../../server/src/core/text/date';
import { articleText, markerSoup } from '../articles';
import { findingsIn } from '../findings';
import { expectExample, expectFaithfulFixes, expectFindings, fixed, fixTitles } from './expect';

describe('invalid-date', () => {
  it('shows in its example', () => expectExample(invalidDate));

  it('accepts the days of the calendar', () => {
    for (const date of ['2024-04-09', '2024-02-29', '2000-02-29', '1999-12-31', ' 2024-04-09 ', '']) {
      expectFindings(invalidDate, dated(date));
    }
  });

  it('names a day that no calendar has', () => {
    expectFindings(
      invalidDate,
      `
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-30 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A T-I-T-L-E-E-N-D.
                                                 ^^^^^^^^^^ February 2024 has no day 30; it has 29 days. Correct
      `,
    );
    expectFindings(
      invalidDate,
      `
 D-A-T-E-S-T-A-R-T. 1900-02-29 D-A-T-E-E-N-D.
                    ^^^^^^^^^^ February 1900 has no day 29
      `,
    );
    expectFindings(
      invalidDate,
      `
 D-A-T-E-S-T-A-R-T. 2024-13-04 D-A-T-E-E-N-D.
                    ^^^^^^^^^^ There is no month 13.
      `,
    );
  });

  it('asks for the form, in every article of a file, without the white space around it', () => {
    const second = articleText(['2', '2024-04-09', 'B', 'C']);
    expectFindings(
      invalidDate,
      `
 F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A T-I-T-L-E-E-N-D.
 T-E-X-T-S-T-A-R-T. A T-E-X-T-E-N-D. F-N-S-T-A-R-T. 2 F-N-E-N-D. D-A-T-E-S-T-A-R-T.  9 April 2024  D-A-T-E-E-N-D.
                                                                                     ^^^^^^^^^^^^ This is not a date
 T-I-T-L-E-S-T-A-R-T. B T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. C T-E-X-T-E-N-D.${second}`,
    );
  });

  it('names all days that a date may mean', () => {
    const messageOf = (date: string) => findingsIn(dated(date))[0]?.message ?? '';
    assert.match(
      messageOf('09/04/2024'),
      /^This date may be 2024-04-09 or 2024-09-04\. Write the day that the source has/,
    );
    assert.match(messageOf('13/04/2024'), /^This is not a date in the form YYYY-MM-DD\./);
  });

  it('finds nothing if a marker of the date is lost', () => {
    expectFindings(
      invalidDate,
      ' F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. April  T-I-T-L-E-S-T-A-R-T. A T-I-T-L-E-E-N-D. ',
    );
  });

  it('finds nothing if a day is beside the rest of a misspelled marker', () => {
    const text = articleText(['1', '2024-04-09', 'A', 'B']);
    for (const [marker, damaged] of [
      ['D-A-T-E-E-N-D.', 'D\n# -A-T-E-E-N-D.'],
      ['D-A-T-E-S-T-A-R-T.', 'D-A-T-E-S\n12\n-T-A-R-T.'],
    ] as const) {
      assert.deepEqual(
        findingsIn(text.replace(marker, damaged)).map(({ code }) => code),
        ['misspelled-marker'],
      );
    }
  });

  const readings: Record<string, readonly string[]> = {
    'April 9, 2024': ['2024-04-09'],
    '9 April 2024': ['2024-04-09'],
    '9 Apr 2024': ['2024-04-09'],
    '9-Apr-24': ['2024-04-09'],
    '9th of APRIL, 2024': ['2024-04-09'],
    'Sept. 9, 2024': ['2024-09-09'],
    'Tuesday, April 9, 2024': ['2024-04-09'],
    'Tue 09 Apr 2024 12:00:00 GMT': ['2024-04-09'],
    'April 9, 2024 at 9:15 am': ['2024-04-09'],
    '2024 April 9': ['2024-04-09'],
    '2024/4/9': ['2024-04-09'],
    '2024-4-9': ['2024-04-09'],
    '2024.04.09': ['2024-04-09'],
    '2024–04–09': ['2024-04-09'],
    '2024-\u200b04-09': ['2024-04-09'],
    '“2024-04-09”.': ['2024-04-09'],
    '20240409': ['2024-04-09'],
    '20240409T120000Z': ['2024-04-09'],
    '2024-04-09T12:00:00Z': ['2024-04-09'],
    '2024-04-09 12:00': ['2024-04-09'],
    '2024-13-04': ['2024-04-13'],
    '4/9/24': ['2024-09-04', '2024-04-09'],
    '09/04/2024': ['2024-04-09', '2024-09-04'],
    '9.4.2024': ['2024-04-09', '2024-09-04'],
    '04/04/2024': ['2024-04-04'],
    '13/04/2024': ['2024-04-13'],
    '04/13/2024': ['2024-04-13'],
    '24-04-09': ['2024-04-09', '2009-04-24'],
    '31/12/68': ['2068-12-31'],
    '31/12/69': ['1969-12-31'],
    '2024-02-30': [],
    'February 30, 2024': [],
    '00/00/2024': [],
    'April 2024': [],
    '9 de abril de 2024': ['2024-04-09'],
    '9 Avril 2024': ['2024-04-09'],
    '9 Abrilis 2024': [],
    '9 April May 2024': [],
    '2024-04-09/2024-04-10': [],
    '9 April 202': [],
    '9/4/20245': [],
    yesterday: [],
  };

  for (const [written, days] of Object.entries(readings)) {
    it(`reads “${written}” as ${days.join(' or ') || 'no day'}`, () => {
      assert.deepEqual(readDates(written), days);
      for (const [n, day] of days.entries()) assert.equal(fixed(invalidDate, dated(written), n), dated(day));
    });
  }

  it('names the days when there is a choice, and only then', () => {
    assert.deepEqual(fixTitles(invalidDate, dated('04/05/2024')), [
      'Write 2024-05-04 (4 May 2024)',
      'Write 2024-04-05 (5 April 2024)',
    ]);
    assert.deepEqual(fixTitles(invalidDate, dated('2024-4-9')), ['Write 2024-04-09']);
    assert.deepEqual(fixTitles(invalidDate, dated('2024-02-30')), []);
  });

  it('reads no day out of a long text, and does so at once', () => {
    assert.deepEqual(readDates(`9 April 2024${' '.repeat(1e6)}12`), []);
  });

  it('changes nothing but the date', () => {
    const texts = markerSoup.map((soup) => soup.replaceAll('Gaza.', 'D-A-T-E-S-T-A-R-T. 4/9/24 D-A-T-E-E-N-D.'));
    expectFaithfulFixes(invalidDate, texts);
  });
});

function dated(date: string): string {
  return articleText(['1986', date, 'A truce', 'Talks go on.']);
}
