import { assert } from 'chai';
import { checkDate, dayOf, monthNumber, readDates } from '../../../../server/src/core/text/date';

describe('a date', () => {
  it('is a real day of the Gregorian calendar', () => {
    for (const day of [
      '2024-04-09',
      '2024-01-01',
      '2024-12-31',
      '2024-04-30',
      '2024-06-30',
      '2024-09-30',
      '2024-11-30',
    ])
      assert.isUndefined(checkDate(day), day);
  });

  it('has a 29 February in leap years only', () => {
    for (const leap of ['2024-02-29', '2000-02-29', '1996-02-29']) assert.isUndefined(checkDate(leap), leap);
    for (const other of ['2023-02-29', '1900-02-29', '2100-02-29'])
      assert.include(checkDate(other), 'has no day 29; it has 28 days', other);
    assert.include(checkDate('2024-02-30'), 'February 2024 has no day 30; it has 29 days');
  });

  it('is said to be wrong by what is wrong with it', () => {
    const wrong: Record<string, string> = {
      '2024-00-09': 'There is no month 00',
      '2024-13-09': 'There is no month 13',
      '2024-04-00': 'April 2024 has no day 00',
      '2024-04-31': 'April 2024 has no day 31; it has 30 days',
      '2024-06-31': 'June 2024 has no day 31',
      '2024-09-31': 'September 2024 has no day 31',
      '2024-11-31': 'November 2024 has no day 31',
      '2024-12-32': 'December 2024 has no day 32; it has 31 days',
      '0000-04-09': 'There is no year 0000',
      '2024-4-9': 'This is not a date in the form YYYY-MM-DD',
      '2024-04-09T12:00:00Z': 'This is not a date in the form YYYY-MM-DD',
      '09-04-2024': 'This is not a date in the form YYYY-MM-DD',
      '': 'This is not a date in the form YYYY-MM-DD',
    };
    for (const [date, message] of Object.entries(wrong)) assert.include(checkDate(date), message, date);
  });

  it('is the day of a moment by the local time', () => {
    assert.equal(dayOf(new Date(2024, 0, 5, 0, 0)), '2024-01-05');
    assert.equal(dayOf(new Date(2024, 11, 31, 23, 59)), '2024-12-31');
  });
});

describe('a date in another form', () => {
  /** The days that a text can mean, joined by `or`. */
  const meant = (text: string) => readDates(text).join(' or ');

  it('is read where it has one meaning', () => {
    const forms: Record<string, string> = {
      '2024-4-9': '2024-04-09',
      '2024/04/09': '2024-04-09',
      '2024.04.09': '2024-04-09',
      '20240409': '2024-04-09',
      '2024-04-09T12:00:00Z': '2024-04-09',
      '2024-04-09 12:30': '2024-04-09',
      'April 9, 2024': '2024-04-09',
      'Apr 9, 2024': '2024-04-09',
      '9 April 2024': '2024-04-09',
      '2024 April 9': '2024-04-09',
      'Tuesday, April 9th, 2024': '2024-04-09',
      'Tues 9 Apr 2024': '2024-04-09',
      'Sat, 3 Feb 2024': '2024-02-03',
      'the 1st of May 2024': '',
      '1st of May 2024': '2024-05-01',
      'Wed 22nd of May 2024': '2024-05-22',
      'Thursday 23rd May 2024': '2024-05-23',
      'Sept 3, 2024': '2024-09-03',
      'APRIL 9, 2024 at 9:15 p.m. EDT': '2024-04-09',
      '25/12/2023': '2023-12-25',
      '12/25/2023': '2023-12-25',
      '9\u00ad April 2024': '2024-04-09',
    };
    for (const [text, day] of Object.entries(forms)) assert.equal(meant(text), day, text);
  });

  it('is read in any language', () => {
    const forms: Record<string, string> = {
      '3 de maio de 2023': '2023-05-03',
      '1º de março de 2023': '2023-03-01',
      'Terça-feira, 9 de ABRIL de 2024, às 14h30': '2024-04-09',
      '03 mai 2023 - 14:30': '2023-05-03',
      '13/05/2023 às 14h30': '2023-05-13',
      '9 de abril de 2024': '2024-04-09',
      'martes, 9 de abril del 2024': '2024-04-09',
      'mardi 9 avril 2024 à 10h': '2024-04-09',
      '1er août 2023': '2023-08-01',
      '9. März 2024': '2024-03-09',
      '2024. április 9., kedd': '2024-04-09',
      'الثلاثاء، ٩ أبريل ٢٠٢٤': '2024-04-09',
      '٩ كانون الثاني ٢٠٢٤': '2024-01-09',
      '١٣/٠٤/٢٠٢٤': '2024-04-13',
    };
    for (const [text, day] of Object.entries(forms)) assert.equal(meant(text), day, text);
  });

  it('has two meanings where the name of its month has two', () => {
    assert.equal(meant('9 listopad 2024'), '2024-11-09 or 2024-10-09');
  });

  it('is not read where its year is of another calendar', () => {
    assert.equal(meant('٣ شوال ١٤٤٥'), '');
    assert.equal(meant('1445/10/03'), '');
    assert.equal(meant('9 April 1445'), '');
  });

  it('has two meanings where day and month can be either', () => {
    assert.equal(meant('09/04/2024'), '2024-04-09 or 2024-09-04');
    assert.equal(meant('4/9/24'), '2024-09-04 or 2024-04-09');
    assert.equal(meant('05.05.2024'), '2024-05-05');
  });

  it('may begin with a year of two digits where hyphens join it', () => {
    assert.equal(meant('24-04-09'), '2024-04-09 or 2009-04-24');
    assert.equal(meant('24/04/09'), '2009-04-24');
    assert.equal(meant('09-04-2024'), '2024-04-09 or 2024-09-04');
  });

  it('has day and month the other way round after the year only where no month is meant otherwise', () => {
    assert.equal(meant('2024-25-12'), '2024-12-25');
    assert.equal(meant('2024-04-05'), '2024-04-05');
  });

  it('is of this century up to 68, as in other programs', () => {
    assert.equal(meant('31/12/68'), '2068-12-31');
    assert.equal(meant('31/12/69'), '1969-12-31');
    assert.equal(meant('9 April 99'), '1999-04-09');
  });

  it('is not read where it is no day, or more than one', () => {
    for (const text of [
      '',
      '2024',
      'April 2024',
      '9 April',
      'April 31, 2024',
      '2024-02-30',
      '20240230',
      '9 April 2024, updated 10 April 2024',
      'April May 2024',
      'April 9, 2024 Gaza',
      'Folha, 9 de abril de 2024',
      '9 de abril de 2024 e 10 de abril de 2024',
      '9 de abril ou maio de 2024',
      '9/4',
      '9/4/2024/1',
      '123456789',
      '2024040',
      'yesterday',
      `${' '.repeat(60)}9 April 2024`,
    ])
      assert.equal(meant(text), '', JSON.stringify(text));
  });

  it('may be as long as a date with its weekday and time, and no longer', () => {
    const longest = `9 April 2024${' '.repeat(48)}`;
    assert.equal(meant(longest), '2024-04-09');
    assert.equal(meant(`${longest} `), '');
  });
});

describe('an English month', () => {
  it('is known by its name and its usual short forms', () => {
    assert.equal(monthNumber('january'), '1');
    assert.equal(monthNumber('dec'), '12');
    assert.equal(monthNumber('sept'), '9');
    assert.equal(monthNumber('sep'), '9');
  });

  it('is not any beginning of a name', () => {
    for (const word of ['sunday', 'apri', 'ap', 'juin', 'octo', '']) assert.isUndefined(monthNumber(word), word);
  });
});
