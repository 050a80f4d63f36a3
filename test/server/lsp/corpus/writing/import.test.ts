/** Articles from a table, as the editor makes them. */
import { assert } from 'chai';
import { parquetWriteBuffer } from 'hyparquet-writer';
import {
  IMPORT,
  type ImportAnswer,
  type ImportParams,
  READ_TABLE,
  type ReadTableAnswer,
  type TableReading,
} from '../../../../../server/src/protocol';
import { article, articleWith } from '../../../cli/commandLine';
import { CorpusClient, uriOf } from '../../corpusClient';

const CSV =
  'id;published;headline;body\r\n7;2024-04-09;A truce;"Text\r\n7."\r\n8;2024-04-09;A truce;Text 8.\r\n9;soon;A;B.\r\n';
const COLUMNS = { number: 'id', date: 'published', title: 'headline', text: 'body' };

/** A client with tables, whose server creates files on its disk. */
async function connect(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<CorpusClient> {
  const client = await CorpusClient.connect({}, settings, undefined, {
    parquet: () => import('../../../../../server/src/corpus/mapping/parquetRows'),
    writeNew: async (uri, text) => {
      const name = uri.slice(uriOf('').length);
      if (client.disk.has(name)) throw new Error('This file already exists.');
      client.disk.set(name, Buffer.from(text));
      return true;
    },
  });
  for (const [name, content] of Object.entries(files)) client.disk.set(name, Buffer.from(content));
  return client;
}

/** A table in Parquet, of which the second row has no text. */
function parquet(): Uint8Array {
  const columnData = [
    { name: 'id', data: [7n, 8n], type: 'INT64' as const },
    { name: 'day', data: ['2024-04-09', '2024-04-09'] },
    { name: 'title', data: ['A truce', 'A truce'] },
    { name: 'text', data: ['Text 7.', null] },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const read = (client: CorpusClient, name: string, reading: Partial<TableReading> = {}) =>
  client.request<ReadTableAnswer>(READ_TABLE, { table: uriOf(name), ...reading } satisfies TableReading);

const imported = (client: CorpusClient, name: string, reading: Partial<TableReading> = {}) => {
  const params: ImportParams = { table: uriOf(name), folder: uriOf('in'), ...reading };
  return client.request<ImportAnswer>(IMPORT, params);
};

describe('importing a table in the editor', () => {
  it('shows how it would be read, and writes nothing', async () => {
    const client = await connect({ 'a.csv': CSV });
    const answer = await read(client, 'a.csv');
    assert.deepEqual(answer.columns, COLUMNS);
    assert.deepEqual([answer.all, answer.missing, answer.articles], [Object.values(COLUMNS), [], 2]);
    assert.deepEqual(
      answer.preview.map((fields) => fields.map(({ value }) => value)),
      [
        ['7', '2024-04-09', 'A truce', 'Text 7.'],
        ['8', '2024-04-09', 'A truce', 'Text 8.'],
        ['9', 'soon', 'A', 'B.'],
      ],
    );
    assert.lengthOf(answer.problems, 1);
    assert.match(
      answer.problems[0] as string,
      /which day a date means, such as “soon”\. Choose “form of the dates”, and write a form such as DD\/MM\/YYYY\. Line 5\.$/,
    );
    assert.sameMembers([...client.disk.keys()], ['a.csv']);
  });

  it('writes a file for each row, never over a file, and reports the others', async () => {
    const more = CSV.replace('body\r', 'body;page;\r').replace(/(\.|\.")\r/g, '$1;1;\r');
    const client = await connect({ 'a.csv': `\ufeff${more}`, 'in/article_8.txt': 'mine' });
    const { left, problems, ...answer } = await imported(client, 'a.csv', { columns: COLUMNS });
    assert.deepEqual(answer, {
      ...{ isStopped: false, written: 1, same: 0, rowsLeft: 1 },
      notes: [
        'Changed for the format: line breaks, or white space at the ends (1 value).',
        'Columns that were not imported: page, (without a name).',
      ],
    });
    assert.deepEqual(left, [{ uri: uriOf('in/article_8.txt'), reason: 'This file already exists.' }]);
    assert.lengthOf(problems, 1);
    const written = Object.fromEntries([...client.disk].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
    assert.equal(written['in/article_7.txt'], article('7'));
    assert.equal(written['in/article_8.txt'], 'mine');
    assert.lengthOf(Object.keys(written), 3);
    const again = await imported(client, 'a.csv', { columns: COLUMNS });
    assert.deepEqual([again.written, again.same, again.left], [0, 1, left]);
  });

  it('takes the columns and the form of the dates that a person has chosen', async () => {
    const line = '{"a":"09/04/2024","b":"A truce","c":"Text 1."}\n';
    const client = await connect({ 'a.jsonl': line });
    assert.deepEqual((await read(client, 'a.jsonl')).missing, ['date', 'title', 'text']);
    const columns = { text: 'c', title: 'b', number: '#', date: 'a' };
    const answer = await imported(client, 'a.jsonl', { columns, dateForm: 'DD/MM/YYYY' });
    assert.deepEqual([answer.written, answer.problems], [1, []]);
    assert.equal(Buffer.from(client.disk.get('in/article_1.txt') ?? []).toString(), article('1'));
  });

  it('reads CSV with the separator that is most often in its first line, or the one that is chosen', async () => {
    const csv = 'id;published;headline, main;body\n7;2024-04-09;A, B;C.\n';
    const client = await connect({
      'a.csv': csv,
      'b.csv': CSV,
      'c.tsv': csv.replaceAll(';', '\t'),
      'd.csv': 'text\nA\n',
    });
    const answer = await read(client, 'a.csv');
    assert.deepEqual(answer.separators, [';', ',']);
    assert.deepEqual(answer.all, ['id', 'published', 'headline, main', 'body']);
    const other = await read(client, 'a.csv', { separator: ',' });
    assert.deepEqual(other.separators, [',', ';']);
    assert.deepEqual(other.all, ['id;published;headline', ' main;body']);
    assert.deepEqual((await read(client, 'b.csv')).separators, [';']);
    assert.deepEqual((await read(client, 'c.tsv')).separators, ['\t', ',']);
    assert.deepEqual((await read(client, 'd.csv')).separators, [',']);
    const columns = { ...COLUMNS, title: 'headline, main' };
    assert.equal((await imported(client, 'a.csv', { columns, separator: ';' })).written, 1);
  });

  it('offers the user-defined fields of the settings, with the column that has their name', async () => {
    const line = '{"id":1,"date":"2024-04-09","title":"A truce","text":"Text 1.","Byline":"N. N.","p":7}\n';
    const settings = { article: { additionalFields: ['B-Y-L-I-N-E', 'P-A-G-E'] } };
    const client = await connect({ 'a.jsonl': line }, settings);
    const answer = await read(client, 'a.jsonl');
    assert.sameMembers([...answer.ownFields], ['byline', 'page']);
    const columns = { ...{ number: 'id', date: 'date', title: 'title', text: 'text' }, byline: 'Byline' };
    assert.deepEqual(answer.columns, columns);
    await imported(client, 'a.jsonl', { columns: { ...columns, page: 'p' } });
    assert.equal(
      Buffer.from(client.disk.get('in/article_1.txt') ?? []).toString(),
      articleWith('1', { 'B-Y-L-I-N-E': 'N. N.', 'P-A-G-E': '7' }),
    );
  });

  it('reads Parquet, and calls its rows by their numbers', async () => {
    const client = await connect({
      'a.parquet': parquet(),
      'b.parquet': 'PAR1',
      'c.parquet': parquet().subarray(0, 300),
    });
    const answer = await read(client, 'a.parquet');
    assert.deepEqual(answer.columns, { number: 'id', date: 'day', title: 'title', text: 'text' });
    assert.deepEqual(
      answer.preview[0]?.map(({ value }) => value),
      ['7', '2024-04-09', 'A truce', 'Text 7.'],
    );
    const { written, problems } = await imported(client, 'a.parquet', { columns: answer.columns });
    assert.equal(written, 1);
    assert.deepEqual(problems, ['1 row left out, because there is no text. Add the texts, or remove the rows. Row 2.']);
    assert.equal(Buffer.from(client.disk.get('in/article_7.txt') ?? []).toString(), article('7'));
    for (const name of ['b.parquet', 'c.parquet'])
      assert.match((await read(client, name)).refused ?? '', /^It is not a Parquet table that can be read: .*\. Write/);
  });

  it('refuses what it cannot read, with a sentence', async () => {
    const client = await connect({
      'a.csv': Buffer.from('id;text\n1;Ação\n', 'latin1'),
      'b.csv': Buffer.from('\ufeffid;text\n1;B\n', 'utf16le'),
      'c.csv': 'id,text\n1,"A\n',
      'd.csv': 'id,text\n',
      'e.jsonl': '[{"id":1}]',
      'f.jsonl': '{"id":',
      'h.xlsx': 'PK\x03\x04',
      'i.csv': 'id,date,title,text\n1,2024-04-09,A,B.\n',
    });
    for (const [name, said] of [
      [
        'a.csv',
        /^Line 2 is not UTF-8\. In Excel, .* CSV UTF-8\. .* Reopen with Encoding, .* Save with Encoding, UTF-8\.$/,
      ],
      ['b.csv', /^It is UTF-16, not UTF-8\. In Excel, /],
      ['c.csv', /^The row in line 2 has a quotation mark that is never closed\./],
      ['d.csv', /^It has no rows\.$/],
      ['e.jsonl', /^It begins a JSON array\./],
      ['f.jsonl', /^No row can be read: the line is not JSON\./],
      ['h.xlsx', /^Tables are read in JSON Lines .* and Parquet/],
      ['gone.csv', /^This file no longer exists\.$/],
    ] as const) {
      assert.match((await read(client, name)).refused ?? '', said, name);
      assert.match((await imported(client, name, { columns: COLUMNS })).refused ?? '', said, name);
    }
    assert.match((await read(client, 'i.csv', { dateForm: 'day' })).refused ?? '', /has no meaning/);
  });
});
