import { assert } from 'chai';
import { writeDates } from '../../../../server/src/corpus/fixes/dates';
import { readerOf } from '../../../../server/src/corpus/mapping/dateForm';
import { articleText } from '../../core/articles';

const terms = { context: { today: '2026-01-01', additionalFields: [] }, severities: {} };

const withDate = (date: string) => articleText(['1', date, 'A truce', 'Talks go on.']);

/** What becomes of dates in a form: each on a line of its own; those that are left alone have `left` beside them. */
function written(form: string, dates: string): string {
  const inLines = dates.trim().split(/\n\s*/);
  const { text, unfixed } = writeDates(inLines.map(withDate).join(''), terms, readerOf(form));
  const found = [...text.matchAll(/D-A-T-E-S-T-A-R-T\. (.*?) D-A-T-E-E-N-D\./g)].map(([, date]) => date);
  assert.equal(text, found.map((date) => withDate(date as string)).join(''), 'nothing else may change');
  const left = new Set(unfixed.map(({ index }) => index - 1));
  return found.map((date, index) => `${date}${left.has(index) ? ' left' : ''}`).join('\n');
}

const lines = (text: string) => text.trim().replace(/\n +/g, '\n');

describe('dates in a form that a person has named', () => {
  it('are written as YYYY-MM-DD, whether they mean several days without the form, one or none', () => {
    const dates = `
      04/07/2023
      25/04/2023
      ٠٤/٠٧/٢٠٢٣
      2024-04-09`;
    const after = `
      2023-07-04
      2023-04-25
      2023-07-04
      2024-04-09`;
    assert.equal(written('DD/MM/YYYY', dates), lines(after));
    assert.equal(written('X', '1712620800'), '2024-04-09');
    // Two figures may be a year wherever they are.
    assert.equal(written('YY/MM/DD', '08/03/04'), '2008-03-04');
    assert.equal(written('YY.MM.DD', '08.03.24'), '2008-03-24');
  });

  it('are left alone and named if they have another form, are no day or certainly mean another one', () => {
    const dates = `
      04/07/2023
      04.07.2023
      April 9, 2024
      04/25/2023
      30/02/2023
      04/07/1445`;
    const after = `
      2023-07-04
      04.07.2023 left
      April 9, 2024 left
      04/25/2023 left
      30/02/2023 left
      04/07/1445 left`;
    assert.equal(written('DD/MM/YYYY', dates), lines(after));
    assert.equal(written('YYYYDDMM', '20230407'), '20230407 left');
    assert.equal(written('D MMM YYYY', '3 lis 2023'), '3 lis 2023 left');
  });

  it('are not looked for where a marker beside them is damaged, in a text, or in a merge conflict', () => {
    const readDate = readerOf('DD/MM/YYYY');
    const torn = withDate('04/07/2023').replace(' D-A-T-E-E-N-D.', 'D-A-T-E-E-N-D');
    const inText = withDate('2024-04-09').replace('Talks', '04/07/2023');
    const conflict = `<<<<<<< HEAD\n${withDate('04/07/2023')}\n=======\n${withDate('07/04/2023')}\n>>>>>>> other\n`;
    for (const text of [torn, inText, conflict])
      assert.deepInclude(writeDates(text, terms, readDate), { text, unfixed: [] });
  });
});
