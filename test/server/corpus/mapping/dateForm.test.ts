/** Which day a date of a table is. */
import { assert } from 'chai';
import { isoDay, readerOf } from '../../../../server/src/corpus/mapping/dateForm';
import { MappingError } from '../../../../server/src/corpus/mapping/mapping';
import { AmbiguousMonth } from '../../../../server/src/corpus/mapping/monthNames';

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
      ['x', '1712707199999.0', '2024-04-09'],
      ['D MMM YYYY', '9\u202fApr\u00a02024', '2024-04-09'],
      ['H[h]mm D/M/YYYY', '10h30 9/4/2024', '2024-04-09'],
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
      ['D MMM YYYY', '9 apri 2024'],
      ['D MMM YYYY', '9 4 2024'],
      ['D MMM YYYY', '9 رمضان 1445'],
      ['D de MMMM de YYYY', '9 of abril of 2024'],
      ['DD/MM/YYYY', ''],
      ['D MMM YYYY', `9${' '.repeat(100)}Apr 2024`], // Longer than any date.
      ['X', 'soon'],
      ['X', '1712620800000'],
      ['X', '45391'], // A day of Excel.
      ['X', '19822'], // A day of R.
      ['x', '1712620800'],
      ['x', '20240409101500'],
    ] as const) {
      assert.isUndefined(readerOf(form)(text), `${form}: ${text}`);
    }
  });

  it('has months and weekdays in any language, and words between them', () => {
    for (const [form, text, day] of [
      ['D de MMMM de YYYY', '9 de abril de 2024', '2024-04-09'],
      ['Do de MMMM de YYYY', '1º de março de 2024', '2024-03-01'],
      ['Do de MMMM de YYYY', '9 de março de 2024', '2024-03-09'],
      ['DD/MMM/YYYY', '09/mai/2024', '2024-05-09'],
      ['dddd, D de MMMM de YYYY', 'Terça-feira, 9 de ABRIL de 2024', '2024-04-09'],
      ['D de MMM. de YYYY', '9 de sept. de 2024', '2024-09-09'],
      ['Do MMMM YYYY', '1er août 2024', '2024-08-01'],
      ['D MMM YYYY', '9 févr. 2024', '2024-02-09'],
      ['D MMM YYYY', '9 fe\u0301vr. 2024', '2024-02-09'],
      ['D. MMMM YYYY', '9. März 2024', '2024-03-09'],
      ['[den] D. MMM YYYY', 'den 9. Jän. 2024', '2024-01-09'],
      ['D MMMM YYYY', '9 أبريل 2024', '2024-04-09'],
      ['D MMMM YYYY', '9 ابريل 2024', '2024-04-09'],
      ['D MMMM YYYY', '9 نيسان 2024', '2024-04-09'],
      ['D MMMM YYYY', '9 تشرين الأول 2024', '2024-10-09'],
      ['D MMMM YYYY', '9 أفريل 2024', '2024-04-09'],
      ['dddd، D MMMM YYYY hh:mm A', 'الثلاثاء، ٩ أبريل ٢٠٢٤ ١٠:٣٠ ص', '2024-04-09'],
      ['D/M/YYYY', '٩\u200f/٤\u200f/٢٠٢٤', '2024-04-09'],
      ['YYYY/MM/DD', '۲۰۲۴/۰۴/۰۹', '2024-04-09'],
      ['D MMMM YYYY', '9 апреля 2024', '2024-04-09'],
      ['D MMMM YYYY', '9 listopadu 2024', '2024-11-09'],
      ['YYYY[年]M[月]D[日]', '2024年4月9日', '2024-04-09'],
    ] as const) {
      assert.equal(readerOf(form)(text), day, `${form}: ${text}`);
    }
  });

  it('is not met by a month that means another one in another language', () => {
    for (const name of ['listopada', 'Listopad', 'lis.', 'lip', 'srp'])
      assert.throws(() => readerOf('D MMM YYYY')(`9 ${name} 2024`), AmbiguousMonth);
  });

  it('is refused if it does not say which day is meant, or a letter has no meaning', () => {
    for (const form of ['', 'MM/YYYY', 'DD/MM/YYYY DD', 'YYYY'])
      assert.throws(() => readerOf(form), MappingError, /does not say which day/);
    for (const form of ['dd/MM/yyyy', 'DD/MM/YYYY EEE', 'DD das MM das YYYY', 'DD/MM/YYYY à HH:mm'])
      assert.throws(() => readerOf(form), MappingError, /has no meaning/);
  });
});
