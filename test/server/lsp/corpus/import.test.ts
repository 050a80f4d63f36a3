/** Articles from a table, as the editor makes them. */
import { assert } from 'chai';
import {
  IMPORT,
  type ImportAnswer,
  type ImportParams,
  READ_TABLE,
  type ReadTableAnswer,
  type TableReading,
} from '../../../../server/src/protocol';
import { article } from '../../cli/commandLine';
import { CorpusClient, uriOf } from '../corpusClient';

const CSV =
  'id;published;headline;body\r\n7;2024-04-09;A truce;"Text\r\n7."\r\n8;2024-04-09;A truce;Text 8.\r\n9;soon;A;B.\r\n';
const COLUMNS = { number: 'id', date: 'published', title: 'headline', text: 'body' };

/** A client with tables, whose server creates files on its disk. */
async function connect(files: Readonly<Record<string, string | Uint8Array>>): Promise<CorpusClient> {
  const client = await CorpusClient.connect({}, {}, undefined, {
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
    assert.match(answer.problems[0] as string, /which day a date means, such as “soon”.* Line 5\.$/);
    assert.sameMembers([...client.disk.keys()], ['a.csv']);
  });

  it('writes a file for each row, never over a file, and reports the others', async () => {
    const client = await connect({ 'a.csv': `\ufeff${CSV}`, 'in/article_8.txt': 'mine' });
    const { left, problems, ...answer } = await imported(client, 'a.csv', { columns: COLUMNS });
    assert.deepEqual(answer, {
      ...{ isStopped: false, written: 1, same: 0, rowsLeft: 1 },
      notes: ['Changed for the format: line breaks, or white space at the ends (1 value).'],
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

  it('refuses what it cannot read, with a sentence', async () => {
    const client = await connect({
      'a.csv': Buffer.from('id;text\n1;Ação\n', 'latin1'),
      'b.csv': Buffer.from('\ufeffid;text\n1;B\n', 'utf16le'),
      'c.csv': 'id,text\n1,"A\n',
      'd.csv': 'id,text\n',
      'e.jsonl': '[{"id":1}]',
      'f.jsonl': '{"id":',
      'g.parquet': 'PAR1',
      'h.xlsx': 'PK\x03\x04',
      'i.csv': 'id,date,title,text\n1,2024-04-09,A,B.\n',
    });
    for (const [name, said] of [
      ['a.csv', /^It is not UTF-8: byte E7 .* CSV UTF-8\.$/],
      ['b.csv', /^It is UTF-16\. Save it as UTF-8/],
      ['c.csv', /^The row in line 2 has a quotation mark that is never closed\./],
      ['d.csv', /^It has no rows\.$/],
      ['e.jsonl', /^It begins a JSON array\./],
      ['f.jsonl', /^No row can be read: the line is not JSON\./],
      ['g.parquet', /^The editor reads JSON Lines and CSV\. For Parquet/],
      ['h.xlsx', /^The editor reads tables in JSON Lines/],
      ['gone.csv', /^This file no longer exists\.$/],
    ] as const) {
      assert.match((await read(client, name)).refused ?? '', said, name);
      assert.match((await imported(client, name, { columns: COLUMNS })).refused ?? '', said, name);
    }
    assert.match((await read(client, 'i.csv', { dateForm: 'day' })).refused ?? '', /has no meaning/);
  });
});
