import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import type { WorkspaceFolder } from 'vscode-languageserver/node';
import type { Host } from '../../../../../server/src/lsp/host';
import { EXPORT, type ExportAnswer, type ExportParams } from '../../../../../server/src/protocol';
import { article, articleWith, folder, run } from '../../../cli/commandLine';
import { CorpusClient, uriOf } from '../../corpusClient';

/** A name whose suffix belongs to no form of table. */
const OUT = 'out';
const TABLE: ExportParams = { form: 'jsonl', forSpreadsheets: false, target: uriOf(OUT), unsaved: [] };

/** A host that writes files to its disk. */
async function connect(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings = {},
  folders?: readonly WorkspaceFolder[],
) {
  const host: Partial<Host> = {
    writeParts: async (uri, parts) => {
      let text = '';
      for await (const part of parts) text += part;
      client.disk.set(uri.slice(uriOf('').length), Buffer.from(text));
      return true;
    },
    writeFolder: async (uri, write) => {
      const folder = uri.slice(uriOf('').length);
      const add = async (name: string, text: string) => {
        client.disk.set(`${folder}/${name}`, Buffer.from(written(client, `${folder}/${name}`) + text));
      };
      if (client.disk.has(`${folder}/README.txt`)) throw new Error('It already exists.');
      await write({ write: add, append: add });
      return true;
    },
  };
  const client = await CorpusClient.connect({}, settings, undefined, host, folders && { workspaceFolders: folders });
  for (const [name, content] of Object.entries(files)) client.disk.set(name, Buffer.from(content));
  return client;
}

const exportOf = (client: CorpusClient, params: Partial<ExportParams> = {}) =>
  client.request<ExportAnswer>(EXPORT, { ...TABLE, ...params });
const written = (client: CorpusClient, name = OUT) => Buffer.from(client.disk.get(name) ?? []).toString();
const rows = (jsonl: string) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const numbers = (jsonl: string) => rows(jsonl).map(({ number }) => number);

describe('exporting the corpus', () => {
  it('writes the same bytes as the command line’s export, in each form', async () => {
    const files = {
      'b.article': article('12', { date: ' 2024-02-30' }),
      'b#2.txt': article('13', { date: ' 2024-04-09 ' }),
      'b.txt': article('1', { title: '=1+1', text: 'She said “no”, "never",\nand left. ' }),
      'b/c.txt': `\ufeff${article('2')}${article('3', { title: '', text: ' Café 🕊️ ' })}`,
      'b-x/d.txt': article('4').replace('T-I-T-L-E-E-N-D.', ''),
      'lf_10.txt': article('10').replaceAll('  ', '\r\n'),
      'lf_9.article': article('9'),
      'notes.txt': 'Every article begins with F-N-S-T-A-R-T. and its number.',
      'latin.txt': Buffer.concat([Buffer.from(article('5')), Uint8Array.of(0xe4)]),
      'own/e.txt': articleWith('11', { 'B-Y-L-I-N-E': 'Jane\u2028D.', 'W-O-R-D-S': 'many' }),
      'own/.articlerc.json': '{"additionalFields": ["W-O-R-D-S", "B-Y-L-I-N-E"]}',
    };
    const cwd = folder(files);
    const client = await connect(files);
    for (const [form, forSpreadsheets] of [
      ['jsonl', false],
      ['csv', false],
      ['csv', true],
    ] as const) {
      const answer = await exportOf(client, { form, forSpreadsheets });
      const options = forSpreadsheets ? ['--guard-formulas', '--byte-order-mark'] : [];
      assert.equal(written(client), (await run(['export', '--to', form, ...options, '.'], cwd)).stdout);
      assert.include(answer, { isStopped: false, articles: 9, files: 8 });
      assert.lengthOf(answer.left, 1);
      assert.deepEqual(answer.notArticles, [uriOf('notes.txt')]);
      assert.notProperty(answer, 'content');
    }
  });

  it('writes for a program what the command line does, and names the articles that are left out', async () => {
    const files = {
      'a.txt': article('1') + article('2', { text: ' ' }) + article('3').replace('T-I-T-L-E-E-N-D.', ''),
      'b.txt': article('4', { text: '' }),
    };
    const cwd = folder(files);
    const client = await connect(files);
    const emptyIn = (name: string) => ({ uri: uriOf(name), reason: 'empty text', articles: 1 });
    for (const form of ['label-studio', 'tif'] as const) {
      const answer = await exportOf(client, { form });
      assert.equal(written(client), (await run(['export', '--for', form, '.'], cwd)).stdout);
      const isTable = form === 'tif';
      assert.deepInclude(answer, {
        articles: isTable ? 4 : 2,
        files: isTable ? 2 : 1,
        omitted: isTable ? [] : [emptyIn('a.txt'), emptyIn('b.txt')],
      });
      assert.lengthOf(answer.lossy, 1);
    }
    await run(['export', '--for', 'corenlp', '-o', 'made', '.'], cwd);
    const answer = await exportOf(client, { form: 'corenlp', target: uriOf('nlp') });
    const damage = { uri: uriOf('a.txt'), reason: 'damage', articles: 1 };
    assert.deepInclude(answer, {
      articles: 1,
      files: 1,
      lossy: [],
      omitted: [emptyIn('a.txt'), damage, emptyIn('b.txt')],
    });
    const made = [...client.disk.keys()].filter((name) => name.startsWith('nlp/')).map((name) => name.slice(4));
    assert.sameMembers(made, [
      ...['README.txt', 'corenlp.properties', 'documents.txt', 'documents/a.xml', 'articles.csv', 'left-out.csv'],
    ]);
    for (const name of made)
      assert.equal(written(client, `nlp/${name}`), fs.readFileSync(path.join(cwd, 'made', name), 'utf8'), name);
    const again = await exportOf(client, { form: 'corenlp', target: uriOf('nlp') });
    assert.equal(again.refused, 'It already exists.');
  });

  it('refuses a folder where it cannot write one', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article('1') });
    assert.match(
      (await exportOf(client, { form: 'text', target: uriOf('x') })).refused ?? '',
      /^A folder can be written/,
    );
  });

  it('lists the files that it leaves out, and those of which something is lost', async () => {
    const client = await connect({
      'a.txt': article('1') + article('2').replace('D-A-T-E-E-N-D.', ''),
      'b.txt': `${articleWith('5', { S: 'x', 'B-Y-L-I-N-E': 'Jane' })}\n`,
      'c.txt': `\ufeff${article('6')}${article('7')}\n`,
      'latin.txt': Buffer.from(article('3', { text: 'Käse' }), 'latin1'),
    });
    client.disk.set('closed.txt', Buffer.from(article('4')));
    client.unreadable.set('closed.txt', 'You have no permission for this.');
    const { left, lossy } = await exportOf(client);
    assert.deepEqual(lossy, [
      { uri: uriOf('a.txt'), loss: 'damaged', articles: 1, letters: [] },
      { uri: uriOf('b.txt'), loss: 'unnamed', articles: 1, letters: ['S', 'B-Y-L-I-N-E'] },
      { uri: uriOf('c.txt'), loss: 'spaced', articles: 2, letters: [] },
    ]);
    assert.match(left[1]?.reason ?? '', /left out: 1\.$/);
    assert.deepEqual(
      left.map(({ uri, reason }) => [uri, reason.slice(0, 16)]),
      [
        [uriOf('closed.txt'), 'You have no perm'],
        [uriOf('latin.txt'), 'It is not UTF-8:'],
      ],
    );
    assert.deepEqual(numbers(written(client)), ['1', '2', '5', '6', '7']);
  });

  it('has a column for each user-defined field of the editor’s settings', async () => {
    const files = { 'a.txt': articleWith('1', { 'F-I-L-E': 'x' }), 'b.txt': article('2') };
    const client = await connect(files, { article: { additionalFields: ['F-I-L-E'] } });
    const { lossy } = await exportOf(client);
    assert.deepEqual(
      rows(written(client)).map(({ file, order, field_file }) => [file, order, field_file]),
      [
        ['a.txt', 'number date title field_file text', 'x'],
        ['b.txt', null, null],
      ],
    );
    assert.isEmpty(lossy);
    await exportOf(client, { form: 'csv', only: uriOf('b.txt') });
    assert.match(written(client), /,sha256,order,field_file,doc_id,day,index\r\n/);
  });

  it('refuses a target whose suffix belongs to another form', async () => {
    const client = await connect({ 'a.txt': article('1') });
    for (const [form, name] of [
      ['jsonl', 'out.csv'],
      ['csv', 'out.NDJSON'],
      ['csv', 'out.parquet'],
      ['tif', 'out.jsonl'],
      ['spacy', 'out.csv'],
    ] as const) {
      assert.match((await exportOf(client, { form, target: uriOf(name) })).refused ?? '', /another kind of table/);
      assert.isUndefined(client.disk.get(name));
    }
    assert.isUndefined((await exportOf(client, { form: 'jsonl', target: uriOf('out.ndjson') })).refused);
    assert.isUndefined((await exportOf(client, { form: 'spacy', target: uriOf('out.jsonl') })).refused);
  });

  it('takes unsaved changes from the editor, and everything else from disk', async () => {
    const client = await connect({ 'a.txt': article('1'), 'b.txt': article('2'), 'c.txt': article('3') });
    await client.show('a.txt');
    await client.edit('a.txt', article('10'));
    await client.show('b.txt');
    await client.write('b.txt', article('20'));
    const { unsaved, left } = await exportOf(client, { unsaved: [uriOf('a.txt'), uriOf('c.txt')] });
    assert.deepEqual(unsaved, [uriOf('a.txt')]);
    assert.deepEqual(left, [
      {
        uri: uriOf('c.txt'),
        reason: 'It has unsaved changes in an editor, and its language there is not Article. Save it first.',
      },
    ]);
    assert.deepEqual(numbers(written(client)), ['10', '20']);
  });

  it('puts the folder’s name before a file’s path if there are several folders, so that no two names are the same', async () => {
    const files = ['one/news/a.txt', 'one/news/inner/b.txt', 'two/news/a.txt', 'two/news/ü %41.txt', 'other/c.txt'];
    const folders = ['one/news', 'other', 'one/news/inner', 'two/news'];
    const client = await connect(
      Object.fromEntries(files.map((name, index) => [name, article(`${index}`)])),
      {},
      folders.map((path) => ({ uri: encodeURI(uriOf(path)), name: path.slice(path.lastIndexOf('/') + 1) })),
    );
    await exportOf(client);
    assert.deepEqual(
      rows(written(client)).map(({ number, file }) => [number, file]),
      [
        ['0', 'news/a.txt'],
        ['1', 'news/inner/b.txt'],
        ['2', 'news (2)/a.txt'],
        ['3', 'news (2)/ü %41.txt'],
        ['4', 'other/c.txt'],
      ],
    );
  });

  it('exports a single file whatever it looks like', async () => {
    const client = await connect({ 'a.txt': article('1'), 'b.txt': `Notes. ${article('2')}` });
    const { articles, files } = await exportOf(client, { only: uriOf('b.txt') });
    assert.deepEqual([articles, files], [1, 1]);
    assert.deepEqual(numbers(written(client)), ['2']);
  });

  it('exports all files of the folder even if only open files are checked', async () => {
    const files = { 'a.txt': article('1'), 'drafts/b.txt': article('2'), 'c.txt': article('3') };
    const client = await connect(files, { article: { corpus: { check: 'openFiles', exclude: ['drafts'] } } });
    await exportOf(client);
    assert.deepEqual(numbers(written(client)), ['1', '3']);
  });

  it('never overwrites articles', async () => {
    const client = await connect({ 'a.txt': article('1') });
    const { refused } = await exportOf(client, { target: uriOf('a.txt') });
    assert.match(refused ?? '', /holds articles/);
    client.unreadable.set('a.txt', 'You have no permission for this.');
    assert.match((await exportOf(client, { target: uriOf('a.txt') })).refused ?? '', /cannot be read/);
    assert.equal(written(client, 'a.txt'), article('1'));
  });

  it('writes nothing if there are no articles', async () => {
    const client = await connect({ 'notes.txt': 'Notes.' });
    assert.include(await exportOf(client, { form: 'csv' }), { isStopped: true, articles: 0 });
    assert.isUndefined(client.disk.get(OUT));
  });

  it('gives the table to the client if it cannot write the file itself', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article('1') });
    const { content } = await exportOf(client);
    assert.deepEqual(numbers(content?.join('') ?? ''), ['1']);
  });

  it('reports its progress, and writes nothing when it is cancelled', async () => {
    const client = await connect(
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.txt`, article(`${n}`)])),
    );
    const reports: string[] = [];
    const cancellation = client.onProgress('exporting', ({ message }) => {
      if (message) reports.push(message);
      if (reports.length === 5) cancellation.cancel();
    });
    const params = { ...TABLE, workDoneToken: 'exporting' };
    const answer = await client.request<ExportAnswer>(EXPORT, params, cancellation.token);
    assert.equal(reports[1], '1 of 20 files');
    assert.isTrue(answer.isStopped);
    assert.isUndefined(client.disk.get(OUT));
  });
});
