/** Which day a date of a table is. */
import { assert } from 'chai';
import { isoDay, readerOf } from '../../../../server/src/corpus/mapping/dateForm';
import { MappingError } from '../../../../server/src/corpus/mapping/mapping';

describe('a date of ISO 8601', () => {
  it('is the day that is written, with any time and zone', () => {
    for (const end of [
      '',
      'T12:00',
      ' 12:00:00',
      'T12:00:00.123456',
      'T23:59:59Z',
      ' 23:59:59 UTC',
      'T23:30:00-03:00',
      ' 23:30+0200',
    ])
      assert.equal(isoDay(`2024-04-09${end}`), '2024-04-09', end);
  });

  it('is in no other form', () => {
    for (const text of [
      '2024-4-9',
      '20240409',
      '2024-04',
      '09/04/2024',
      '2024-04-09 noon',
      '2024-04-09T',
      '1712620800',
      '',
    ])
      assert.isUndefined(isoDay(text), text);
  });
});

describe('the form of a date', () => {
  it('says which part is the day, the month and the year', () => {
    for (const [form, text, day] of [
      ['DD/MM/YYYY', '09/04/2024', '2024-04-09'],
      ['MM/DD/YYYY', '09/04/2024', '2024-09-04'],
      ['D/M/YY', '9/4/24', '2024-04-09'],
      ['D/M/YY', '19/04/98', '1998-04-19'],
      ['D MMM YYYY', '9 Apr. 2024', '2024-04-09'],
      ['D MMM YYYY', '9 sept 2024', '2024-09-09'],
      ['MMMM Do, YYYY', 'April 9th, 2024', '2024-04-09'],
      ['ddd, DD MMM YYYY HH:mm:ss Z', 'Tue, 09 Apr 2024 10:00:00 GMT', '2024-04-09'],
      ['D [de] M [de] YYYY', '9 de 4 de 2024', '2024-04-09'],
      ['YYYYMMDD', '20240409', '2024-04-09'],
      ['YYYY-DD-MM', '2024-09-04', '2024-04-09'],
      ['DD.MM.YYYY h:mm A', '09.04.2024 1:30 p.m.', '2024-04-09'],
      ['X', '1712620800', '2024-04-09'],
      ['x', '1712707199999', '2024-04-09'],
      ['DD/MM/YYYY', '31/02/2024', '2024-02-31'], // Whether there is such a day is for others to say.
    ] as const) {
      assert.equal(readerOf(form)(text), day, `${form}: ${text}`);
    }
  });

  it('is met exactly, or not at all', () => {
    for (const [form, text] of [
      ['DD/MM/YYYY', '9/4/2024'],
      ['DD/MM/YYYY', '09-04-2024'],
      ['DD/MM/YYYY', '09/04/2024 10:00'],
      ['DD.MM.YYYY', '09x04x2024'],
      ['D MMM YYYY', '9 avr 2024'],
      ['DD/MM/YYYY', ''],
      ['X', 'soon'],
    ] as const) {
      assert.isUndefined(readerOf(form)(text), `${form}: ${text}`);
    }
  });

  it('is refused if it does not say which day is meant, or a letter has no meaning', () => {
    for (const form of ['', 'MM/YYYY', 'DD/MM/YYYY DD', 'YYYY'])
      assert.throws(() => readerOf(form), MappingError, /does not say which day/);
    for (const form of ['dd/MM/yyyy', 'DD de MM de YYYY', 'DD/MM/YYYY uur'])
      assert.throws(() => readerOf(form), MappingError, /has no meaning/);
  });
});
