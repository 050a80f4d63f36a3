/** Tables as other programs write them, with all that can be odd about them. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { parquetWriteFile } from 'hyparquet-writer';
import { mappedFiles } from '../../../../server/src/cli/imports/mappedFiles';
import { mappingFor } from '../../../../server/src/cli/imports/mappingFor';
import { openTable, type TableOptions } from '../../../../server/src/cli/imports/table';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { terminal } from '../../../../server/src/cli/output/question';
import { readMapping } from '../../../../server/src/corpus/mapping/mapping';
import { article, folder } from '../commandLine';

const MAP = 'number=id,date=date,title=title,text=text';
const HEAD = 'id,date,title,text';
const OPTIONS = { readDate: undefined, today: '2024-12-31' };

function fileWith(name: string, content: string | Uint8Array): string {
  return path.join(folder({ [name]: content }), name);
}

/** The files of a table by their names, and what is said of the rows that are left out. */
async function imported(file: string, options: TableOptions = {}, map = MAP) {
  const { files, found } = await mappedFiles(openTable(file, options), readMapping(map), OPTIONS);
  const written: Record<string, string> = {};
  for await (const [name, text] of files()) written[name] = text;
  return { written, leftOut: found.leftOut.sentences('omitted', 'line', 'command line') };
}

/** Asserts that nothing is imported, and that a sentence says why. */
async function refused(file: string, said: RegExp, options: TableOptions = {}): Promise<void> {
  const error = await imported(file, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(error, UsageError);
  assert.match((error as Error).message, said);
  assert.match((error as Error).message, /^[^\n]* Nothing was written\.$/);
}

describe('a scraped table in CSV', () => {
  const WANTED = {
    'article_1.txt': article('1', { title: 'She said "no", again', text: 'Text; one. Two.' }),
    'article_2.txt': article('2', { title: 'São Paulo', text: 'Ação.' }),
  };
  const cells = [
    ['id', 'date', 'title', 'text'],
    ['1', '2024-04-09', '"She said ""no"", again"', '"Text; one.\r\nTwo."'],
    ['2', '2024-04-09', 'São Paulo', 'Ação.'],
  ];
  const csv = (separator: string, end: string) => cells.map((row) => row.join(separator) + end).join('');

  it('is read with any of the usual separators and line ends, with or without a byte order mark', async () => {
    for (const [name, text] of [
      ['a.csv', csv(',', '\n')],
      ['a.csv', `\ufeff${csv(',', '\r\n')}`],
      ['a.csv', `\ufeff${csv(';', '\r\n')}`],
      ['a.tsv', csv('\t', '\n')],
      ['a.tsv', csv('\t', '\n').replace('id\tdate\ttitle\ttext', '"id"\t"date"\t"title"\t"text"')],
      ['a.csv', csv(';', '\r')],
      ['a.csv', `\n\n${csv('|', '\n\n')}`.trimEnd()],
    ] as const) {
      const { written, leftOut } = await imported(fileWith(name, text));
      assert.deepEqual([written, leftOut], [WANTED, []], JSON.stringify(text));
    }
  });

  it('is refused if it is not certain what separates its columns, unless that is named', async () => {
    const file = fileWith('a.csv', 'id;"x";a,date;title;text\n1;x;2024-04-09;A;B.\n');
    await refused(file, /Its first line has semicolons and commas, .* --separator, /);
    const { written } = await imported(file, { separator: ';' }, '"date=a,date",number=id,title=title,text=text');
    assert.deepEqual(written, { 'article_1.txt': article('1', { title: 'A', text: 'B.' }) });
  });

  it('has rows that are left out by their lines, also after values of several lines', async () => {
    const { written, leftOut } = await imported(
      fileWith(
        'a.csv',
        `${HEAD}\r\n1,2024-04-09,A truce,"Text\r\n\r\n1."\r\n\r\n2,2024-04-09\r\n3,2024-04-09,A,B.,C\r\n4,,A,B.\r\n`,
      ),
    );
    assert.deepEqual(written, { 'article_1.txt': article('1') });
    assert.deepEqual(
      leftOut.map((sentence) => /^(?:.*?)because ([^.]*)\..*(Lines? .*)$/.exec(sentence)?.slice(1).join(': ')),
      ['there are more or fewer cells than columns: Lines 6-7.', 'there is no date: Line 8.'],
    );
  });

  it('is refused as a whole if its rows are uncertain, and the line is named', async () => {
    const row = '1,2024-04-09,A,"B\nC."\n';
    await refused(
      fileWith('a.csv', `${HEAD}\n${row}2,2024-04-09,"A,B.\n3,x,y,z\n`),
      /The row in line 4 has a quotation mark that is never closed\./,
    );
    await refused(
      fileWith('a.csv', `${HEAD}\n${row}2,2024-04-09,A "x" b,B.\n`),
      /The row in line 4 has a quotation mark in the middle/,
    );
    await refused(
      fileWith('a.csv', `${HEAD}\n${row}2,2024-04-09,"A \\"x\\"",B.\n`),
      /The row in line 4 has a quotation mark inside .* twice, not after a backslash\. In R, qmethod = "double" does that\./,
    );
    await refused(fileWith('a.csv', 'id,date,text,title,text\n1,2,3,4,5\n'), /two columns with the name “text”/);
    await refused(
      fileWith('a.csv', 'id,date,Title,text\n1,2024-04-09,A,B.\n'),
      /has no column “title”\. Did you mean “Title”\? Its columns are id, date, text, Title\./,
    );
    await refused(fileWith('a.csv', ' id,"a,b",,text\n1,2,3,4\n'), /Its columns are text, “ id”, “a,b”, “”\./);
    await refused(fileWith('a.csv', '1,2024-04-09,A,B.\n2,2024-04-09,A,B.\n'), /has no column “id”\./);
  });

  it('is refused if it is not UTF-8, or no text at all', async () => {
    await refused(
      fileWith('a.csv', Buffer.from(`${HEAD}\n1,2024-04-09,A,Ação.\n`, 'latin1')),
      /Line 2 is not UTF-8\. In Excel, save the table as CSV UTF-8\. .*iconv -f WINDOWS-1252/,
    );
    await refused(
      fileWith('a.csv', Buffer.from(`\ufeff${HEAD}\n1,2024-04-09,A,B.\n`, 'utf16le')),
      /The rows are UTF-16, not UTF-8\. .*iconv/,
    );
    await refused(
      fileWith('a.xlsx', Buffer.from('PK\x03\x04xx')),
      /This is a zip file, .*\.xlsx.* Save the table as CSV/,
    );
    await refused(fileWith('a.csv', `sep=;\n${csv(';', '\n')}`), /Its first line is sep=;, .* Remove that line\./);
    await refused(fileWith('a.dat', csv(',', '\n')), /cannot be read, because the line is not JSON\. .*--from csv/);
    await refused(fileWith('a.jsonl', `[${JSON.stringify({ id: 1 })}]`), /begins a JSON array\. .*jq/);
  });

  it('makes no files if it has no rows', async () => {
    for (const text of ['', '\n', HEAD, `${HEAD}\n`])
      assert.deepEqual((await imported(fileWith('a.csv', text))).written, {}, text);
  });
});

describe('a scraped table in Parquet', () => {
  it('has whole numbers, days and times as such, and values that are null', async () => {
    const file = path.join(folder({}), 'a.parquet');
    parquetWriteFile({
      filename: file,
      columnData: [
        { name: 'id', data: [1n, 2n, null], type: 'INT64' },
        {
          name: 'date',
          data: [new Date('2024-04-09T23:30:00Z'), new Date('2024-04-09T00:00:00Z'), null],
          type: 'TIMESTAMP',
        },
        { name: 'title', data: ['\ufeffA truce', 'A truce', null], type: 'STRING' },
        { name: 'text', data: ['Text 1.', 'Text 2.', null], type: 'STRING' },
      ],
    });
    const { written, leftOut } = await imported(file);
    assert.deepEqual(written, {
      'article_1.txt': article('1', { title: '\ufeffA truce' }),
      'article_2.txt': article('2'),
    });
    assert.lengthOf(leftOut, 3);
    fs.truncateSync(file, 200);
    await refused(file, /It is not a Parquet table that can be read: /);
  });
});

describe('a column of Parquet that is no text', () => {
  it('is in the way of those rows only that need it', async () => {
    const file = path.join(folder({}), 'a.parquet');
    const bytes = [Uint8Array.of(0xff, 0xfe), Buffer.from('Text 2.')];
    parquetWriteFile({
      filename: file,
      columnData: [
        { name: 'id', data: ['1', '2'] },
        { name: 'date', data: ['2024-04-09', '2024-04-09'] },
        { name: 'title', data: ['A truce', 'A truce'] },
        { name: 'text', data: bytes, type: 'BYTE_ARRAY' },
        { name: 'raw', data: [...bytes].reverse(), type: 'BYTE_ARRAY' },
      ],
    });
    const { written, leftOut } = await imported(file);
    assert.deepEqual(written, { 'article_2.txt': article('2') });
    assert.deepEqual(leftOut, [
      '1 row left out, because text is bytes that are not text in UTF-8. Write it as a text in the table. Line 1.',
    ]);
  });
});

describe('a table without --map', () => {
  const scraped = () => fileWith('a.csv', 'id,date_publish,title,maintext\n1,2024-04-09,A,"B\x1b[31m."\n');
  const asked = { ...terminal };
  const { write } = process.stderr;
  let said = '';

  beforeEach(() => {
    said = '';
    process.stderr.write = (text: string | Uint8Array) => {
      said += text;
      return true;
    };
  });

  afterEach(() => {
    process.stderr.write = write;
    Object.assign(terminal, asked);
  });

  const chosen = async (file: string, options = {}) =>
    (await mappingFor(openTable(file), options, () => []))?.mapping.map(({ column }) => column);
  const failure = (file: string, options = {}) =>
    chosen(file, options).then(
      () => '',
      (error: unknown) => (error instanceof UsageError ? error.message : String(error)),
    );

  it('is shown with the columns that are proposed, and a person is asked', async () => {
    const questions: string[] = [];
    Object.assign(terminal, {
      isThere: () => true,
      agrees: async (question: string) => questions.push(question) === 1,
    });
    const file = scraped();
    assert.deepEqual(await chosen(file), ['id', 'date_publish', 'title', 'maintext']);
    assert.include(said, 'Line 2\n  number  id            1\n  date    date_publish  2024-04-09\n');
    assert.include(
      said,
      "\n  text    maintext      B␛[31m.\n\n--map 'number=id,date=date_publish,title=title,text=maintext'\n",
    );
    assert.equal(await failure(file), 'Nothing was written. Name the columns with --map.');
    assert.deepEqual(questions, Array(2).fill('Import with these columns?'));
  });

  it('is not imported where nobody can be asked, unless that is meant', async () => {
    Object.assign(terminal, { isThere: () => false });
    assert.match(
      await failure(scraped()),
      /nobody can be asked here .* add --map 'number=id,date=date_publish,title=title,text=maintext' if they are right, or --yes\. Nothing was written\.$/,
    );
    assert.deepEqual(await chosen(scraped(), { yes: true }), ['id', 'date_publish', 'title', 'maintext']);
  });

  it('has the columns of its first rows: in JSON Lines, one may lack some', async () => {
    const lines = ['{"id":1,"date":"2024-04-09","text":"A."}', '{"id":2,"date":"2024-04-09","title":"A","text":"B."}'];
    const file = fileWith('a.jsonl', lines.join('\n'));
    assert.deepEqual(await chosen(file, { yes: true }), ['id', 'date', 'title', 'text']);
  });

  it('is not imported if a column is not known', async () => {
    const file = fileWith('a.csv', 'id,day,words\n1,2024-04-09,a b\n');
    assert.match(
      await failure(file, { yes: true }),
      /has no column that is known as title or text\. .*--map 'number=id,date=day,title=COLUMN,text=COLUMN'\. Its columns are id, day, words\. Nothing was written\.$/,
    );
  });

  it('is read as one of export if it has its columns', async () => {
    const file = fileWith('a.csv', 'file,number,date,title,text\na.txt,1,2024-04-09,A,B.\n');
    assert.isUndefined(await chosen(file));
    assert.match(
      await failure(file, { dateFormat: 'DD/MM/YYYY' }),
      /--date-format is for tables that export has not written/,
    );
  });
});
