/** Which rows of a table make an article. */
import { assert } from 'chai';
import { RowReader } from '../../../../server/src/cli/imports/rowReader';
import { UsageError } from '../../../../server/src/cli/output/faults';

const ROW = { number: '1', date: '2024-04-09', title: 'A truce', text: 'Text 1.', file: 'a.txt' };
const LINE = JSON.stringify(ROW);
const lineOf = (row: object | string) => (typeof row === 'string' ? row : JSON.stringify(row));

/** The values of a row’s article, by the letters of their fields. */
function valuesOf(row: object | string): Record<string, string> {
  const { fields } = new RowReader().read(lineOf(row));
  return Object.fromEntries(fields.map(({ letters, value }) => [letters, value]));
}

/** Asserts that a row is refused in one sentence or two, on one line, that say why. */
function refused(row: object | string, reason: RegExp): void {
  assert.throws(() => new RowReader().read(lineOf(row)), UsageError, reason);
  assert.throws(() => new RowReader().read(lineOf(row)), /^[^\n]+\.$/);
}

describe('a row', () => {
  const VALUES = { 'F-N': '1', 'D-A-T-E': '2024-04-09', 'T-I-T-L-E': 'A truce', 'T-E-X-T': 'Text 1.' };

  it('makes an article of its file', () => {
    const { file, index } = new RowReader().read(JSON.stringify({ ...ROW, index: 7 }));
    assert.deepEqual([file, index, valuesOf(ROW)], ['a.txt', 7, VALUES]);
  });

  it('is an object in JSON', () => {
    for (const line of ['{', '7', 'null', `${LINE}\r${LINE}`]) refused(line, /^is not (JSON|a JSON object)\./);
    for (const line of ['[]', `[${LINE}]`, '[', '  [{']) refused(line, /^begins a JSON array\. .* jq -c/);
  });

  it('names its file', () => {
    for (const file of [7, null, '', true]) refused({ ...ROW, file }, /^names no file/);
    refused({ ...ROW, file: '-' }, /^comes from standard input, .* --stdin-filename/);
  });

  it('has an order that names columns of it, each once', () => {
    const orders = ['number date title text byline', 'number date title', 'number number date title text', '', 7, []];
    for (const order of [
      ...orders,
      'number  date title text',
      'number date title text __proto__',
      'number date title text constructor',
      'Number date title text',
    ])
      refused({ ...ROW, order }, /order/);
  });

  it('has all required columns; it is said if it has one of that name in another case', () => {
    for (const column of Object.keys(ROW)) {
      const { [column as keyof typeof ROW]: _, ...row } = ROW;
      refused(row, new RegExp(`^has no column ${column};`));
    }
    const { text, ...row } = ROW;
    refused(
      { ...row, body: text },
      /^has no column text; [^.]*\. If export did not write this table, name its columns with --map\.$/,
    );
    refused({ ...row, Text: text }, /^has no column text; .* It has Text\. /);
  });

  it('may have fields that are null, but not only those', () => {
    const { 'T-I-T-L-E': _, ...others } = VALUES;
    assert.deepEqual(valuesOf({ ...ROW, title: null }), others);
    refused({ ...ROW, number: null, date: null, title: null, text: null }, /^has no values/);
  });

  it('has no day other than that of the date, because only the date is read', () => {
    for (const day of [null, ROW.date, `${ROW.date}T00:00:00.000`]) assert.deepEqual(valuesOf({ ...ROW, day }), VALUES);
    assert.equal(valuesOf({ ...ROW, date: ' 2024-04-10 ', day: '2024-04-10' })['D-A-T-E'], ' 2024-04-10 ');
    for (const row of [{ day: '2024-04-10' }, { day: 1712620800000 }, { date: '9/4/24', day: ROW.date }]) {
      refused({ ...ROW, ...row }, /has the day .* that is not its date/);
    }
    refused({ ...ROW, date: null, day: ROW.date }, /that is not its date/);
    refused(
      { ...ROW, date: '09/04/24', day: '09/04/24' },
      /^has the date 09\/04\/24, as a spreadsheet shows it\. Give/,
    );
    for (const [column, word] of Object.entries({ order: 'NA', day: 'NaN' }))
      refused(
        { ...ROW, [column]: word },
        new RegExp(`^has ${word} in ${column}, where export writes nothing, .*In R, read`),
      );
  });

  it('has an index that is a whole number from 1 on, or none', () => {
    const row = { at: 1, index: 1, values: { ...ROW, index: 7n }, written: () => '' };
    assert.equal(new RowReader().take(row, 'parquet').index, 7);
    assert.isUndefined(new RowReader().read(JSON.stringify({ ...ROW, index: null })).index);
    for (const index of ['x', 0, -1, 1.5, true, '1', []]) {
      refused({ ...ROW, index }, /^has an index that is not a whole number/);
    }
  });

  it('has no half of a character anywhere', () => {
    refused({ ...ROW, text: 'a\ud800b' }, /half a character .* in text/);
    refused({ ...ROW, title: '\udc00' }, /half a character .* in title/);
    refused({ ...ROW, file: 'a\ud800.txt' }, /half a character .* in file/);
    refused({ ...ROW, order: 'number date title text byline', byline: '\ud800' }, /half a character .* in byline/);
    assert.equal(valuesOf(LINE.replace('A truce', '\\ud83d\\ude00'))['T-I-T-L-E'], '😀');
  });

  it('may have a whole number as its number; all other values are texts', () => {
    for (const number of ['1', '1.0', '1.000']) assert.deepEqual(valuesOf(LINE.replace('"1"', number)), VALUES, number);
    for (const number of [
      ...['1.5', 'true', '12345678901234567890', '1e400', '9007199254740990.7'],
      '1.00000000000000001',
    ]) {
      const found = `no text in number, but the (number|boolean) ${number.replace('.', '\\.')}\\. A text is in`;
      refused(LINE.replace('"1"', number), new RegExp(found));
    }
    for (const number of ['[]', '{}', '["1"]']) refused(LINE.replace('"1"', number), /no text in number/);
    for (const number of ['NaN', 'Infinity', '01']) refused(LINE.replace('"1"', number), /^is not JSON/);
    refused({ ...ROW, date: 1712620800000 }, /no text in date, but the number 1712620800000/);
    refused({ ...ROW, title: 1984 }, /no text in title/);
    refused({ ...ROW, text: ['a'] }, /no text in text, but an array/);
  });

  it('has no column twice, because only the last value would be used', () => {
    refused(LINE.replace('{', '{"text":"Other.",'), /has the column text twice/);
    refused(LINE.replace('{', '{"te\\u0078t":"Other.",'), /has the column text twice/);
    assert.deepEqual(valuesOf({ ...ROW, more: [{ text: 1 }, { text: 2 }] }), VALUES);
  });

  it('may have further columns, whose names are kept if they have values', () => {
    const reader = new RowReader();
    const known = { words: 2, sha256: '', order: null, index: 3, empty: null };
    for (const row of [{ label: 'x' }, { label: 'y', byline: 'Jane' }, { 'a\nb': 1 }]) {
      reader.read(JSON.stringify({ ...ROW, ...known, ...row }));
    }
    assert.deepEqual([...reader.leftOut], ['label', 'byline', 'a\nb']);
  });
});
