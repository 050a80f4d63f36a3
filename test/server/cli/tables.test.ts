import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { assert } from 'chai';
import fc from 'fast-check';
import { readParquet } from 'parquet-wasm/node';
import { Cutter } from '../../../server/src/cli/pieces';
import { streamPieces } from '../../../server/src/cli/reading';
import { rowsIn } from '../../../server/src/cli/rows';
import { parse } from '../../../server/src/core/parser';
import { type Row, type RowValues, rowsOf } from '../../../server/src/corpus/rows';
import { anyDocument, realisticDocument } from '../core/articles';
import { article, folder, run } from './commandLine';

const FILES = {
  'article_1.txt': article('1', { title: '=1+1', text: 'She said “no”, "never",\nand left. ' }),
  'more/articles_3.txt': article('2') + article('3', { title: '', text: ' Café 🕊️ ' }) + article('4'),
};

function rows(jsonl: string): Row[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('article-format export', () => {
  it('writes a row for each article, values verbatim', async () => {
    const { code, stdout } = await run(['export', '.'], folder(FILES));
    assert.equal(code, 0);
    assert.deepEqual(rows(stdout)[0], {
      number: '1',
      date: '2024-04-09',
      title: '=1+1',
      text: 'She said “no”, "never",\nand left. ',
      file: 'article_1.txt',
      words: 6,
      sha256: createHash('sha256').update('She said “no”, "never",\nand left. ').digest('hex'),
    });
    assert.deepEqual(
      rows(stdout).map(({ number, file }) => [number, file]),
      [
        ['1', 'article_1.txt'],
        ['2', 'more/articles_3.txt'],
        ['3', 'more/articles_3.txt'],
        ['4', 'more/articles_3.txt'],
      ],
    );
  });

  it('writes CSV as RFC 4180 has it, with a guard against formulas when asked to', async () => {
    const cwd = folder({ 'a.txt': FILES['article_1.txt'] });
    const { stdout } = await run(['export', '--to', 'csv', 'a.txt'], cwd);
    const [, hash] = /,([0-9a-f]{64})\r\n$/.exec(stdout) ?? [];
    assert.equal(
      stdout,
      `number,date,title,text,file,words,sha256\r\n1,2024-04-09,=1+1,"She said “no”, ""never"",\nand left. ",a.txt,6,${hash}\r\n`,
    );
    assert.include((await run(['export', '--to', 'csv', '--guard-formulas', 'a.txt'], cwd)).stdout, ",'=1+1,");
  });

  it('writes Parquet that another library reads', async () => {
    const cwd = folder(FILES);
    const { code, stderr } = await run(['export', '--to', 'parquet', '-o', 'news.parquet', '.'], cwd);
    assert.deepEqual([code, stderr], [0, '']);
    const table = tableFromIPC(readParquet(fs.readFileSync(path.join(cwd, 'news.parquet'))).intoIPCStream());
    const { stdout } = await run(['export', '.'], cwd);
    assert.deepEqual(
      table.toArray().map((row) => ({ ...row.toJSON() })),
      rows(stdout),
    );
  });

  it('says what did not come over whole', async () => {
    const damaged = article('1').replace('T-I-T-L-E-E-N-D.', '');
    const { code, stdout, stderr } = await run(['export', '-'], folder({}), damaged + article('2'));
    assert.equal(code, 0);
    assert.lengthOf(rows(stdout), 2);
    assert.include(stderr, '1 article did not come over whole');
  });

  it('leaves the file that was there as it is when something fails', async () => {
    const cwd = folder({ 'news.csv': 'old' });
    assert.equal((await run(['export', '--to', 'csv', '-o', 'news.csv', '*.txt'], cwd)).code, 2);
    assert.equal((await run(['export', '-o', 'no/folder.csv', 'news.csv'], cwd)).code, 2);
    assert.deepEqual(fs.readdirSync(cwd), ['news.csv']);
    assert.equal(fs.readFileSync(path.join(cwd, 'news.csv'), 'utf8'), 'old');
  });

  it('says so when there are no articles', async () => {
    const { code, stdout, stderr } = await run(['export', '.'], folder({ 'notes.txt': 'Just notes.' }));
    assert.deepEqual([code, stdout, stderr], [0, '', 'article-format: No articles were found.\n']);
  });

  it('says of the file that was named why it cannot be written, not of a temporary one', async () => {
    const cwd = folder({ 'a.txt': article('1') });
    const { code, stderr } = await run(['export', '-o', 'nowhere/a.jsonl', 'a.txt'], cwd);
    const message = 'article-format: nowhere/a.jsonl cannot be written. There is no such file or folder.\n';
    assert.deepEqual([code, stderr], [2, message]);
  });

  it('gives no row of a file that is not UTF-8, and names it', async () => {
    const torn = Buffer.concat([Buffer.from(article('1') + article('2')), Uint8Array.of(0xe4)]);
    const { code, stdout, stderr } = await run(['export', '.'], folder({ 'a.txt': torn, 'b.txt': article('3') }));
    assert.equal(code, 2);
    assert.deepEqual(
      rows(stdout).map(({ number }) => number),
      ['3'],
    );
    assert.include(stderr, `a.txt: It is not UTF-8: byte E4 (hexadecimal) at offset ${torn.length - 1} `);
  });

  it('never writes over articles', async () => {
    const cwd = folder({ 'a.txt': article('1'), 'b.txt': article('2') });
    const { code, stderr } = await run(['export', '-o', 'a.txt', 'b.txt'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'a.txt holds articles');
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), article('1'));
  });

  it('gives the same rows wherever the blocks of a stream end', async () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 });
    const document = fc
      .array(fc.oneof(anyDocument, realisticDocument), { maxLength: 3 })
      .map((texts) => texts.join(''));
    await fc.assert(
      fc.asyncProperty(document, blocks, async (text, lengths) => {
        const bytes = Buffer.from(text);
        async function* stream() {
          for (let at = 0, i = 0; at < bytes.length; at += lengths[i++ % lengths.length] as number) {
            yield bytes.subarray(at, at + (lengths[i % lengths.length] as number));
          }
        }
        const found: RowValues[] = [];
        const pieces = streamPieces(new Cutter(), stream(), undefined);
        for await (const { sha256: _, ...values } of rowsIn(pieces, '-', { damaged: 0 })) found.push(values);
        const whole = parse(bytes.toString().replace(/^\ufeff/, ''));
        assert.deepEqual(found, [...rowsOf(whole, '-', { damaged: 0 })]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('article-format import', () => {
  it('gives back every byte of what was exported', async () => {
    const cwd = folder(FILES);
    await run(['export', '-o', 'all.jsonl', '.'], cwd);
    const { code } = await run(['import', 'all.jsonl', '-o', 'back'], cwd);
    assert.equal(code, 0);
    for (const [name, content] of Object.entries(FILES)) {
      assert.equal(fs.readFileSync(path.join(cwd, 'back', name), 'utf8'), content);
    }
  });

  it('overwrites nothing unless forced to', async () => {
    const cwd = folder({ 'back/article_1.txt': 'mine', ...FILES });
    const jsonl = (await run(['export', 'article_1.txt'], cwd)).stdout;
    const { code, stderr } = await run(['import', '-', '-o', 'back'], cwd, jsonl);
    assert.equal(code, 2);
    assert.include(stderr, 'article_1.txt: This file exists already.');
    assert.equal(fs.readFileSync(path.join(cwd, 'back/article_1.txt'), 'utf8'), 'mine');
    assert.equal((await run(['import', '-', '-o', 'back', '--force'], cwd, jsonl)).code, 0);
    assert.equal(fs.readFileSync(path.join(cwd, 'back/article_1.txt'), 'utf8'), FILES['article_1.txt']);
  });

  it('never writes outside the folder', async () => {
    const cwd = folder({ 'inner/keep.txt': '', 'target.txt': 'mine' });
    fs.symlinkSync('..', path.join(cwd, 'inner/up'));
    fs.symlinkSync('../target.txt', path.join(cwd, 'inner/link.txt'));
    const names = [
      '../x.txt',
      '/tmp/article-format-x.txt',
      'a/../../x.txt',
      'up/x.txt',
      'link.txt',
      'C:\\x.txt',
      '..\\x.txt',
      'a\0b',
      '.',
      '',
    ];
    for (const file of names) {
      const row = JSON.stringify({ number: '1', date: '2024-04-09', title: 'T', text: 'X', file });
      const { code } = await run(['import', '-', '-o', 'inner', '--force'], cwd, row);
      assert.equal(code, 2, file);
    }
    assert.deepEqual(fs.readdirSync(cwd), ['inner', 'target.txt']);
    assert.equal(fs.readFileSync(path.join(cwd, 'target.txt'), 'utf8'), 'mine');
    assert.isFalse(fs.existsSync('/tmp/article-format-x.txt'));
  });

  it('says in a sentence that there are no rows to read', async () => {
    const { code, stderr } = await run(['import', 'nowhere.jsonl', '-o', 'again'], folder({}));
    assert.deepEqual([code, stderr], [2, 'article-format: nowhere.jsonl: There is no such file or folder.\n']);
  });

  it('writes nothing at all when a line cannot be an article', async () => {
    const good = JSON.stringify({ number: '1', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    const marker = JSON.stringify({
      number: '1',
      date: '',
      title: '',
      text: 'T-E-X-T-E-N-D. F-N-S-T-A-R-T.',
      file: 'b.txt',
    });
    for (const bad of ['{', '[]', '{"file":7}', marker]) {
      for (const file of ['-', 'rows.jsonl']) {
        const rows = `${good}\n${bad}\n`;
        const cwd = folder({ 'rows.jsonl': rows });
        const { code, stderr } = await run(['import', file, '-o', 'out'], cwd, rows);
        assert.equal(code, 2);
        assert.include(stderr, 'Line 2');
        assert.isFalse(fs.existsSync(path.join(cwd, 'out/a.txt')));
      }
    }
  });

  it('brings the articles of a file together, in the order of their rows', async () => {
    const row = (file: string, number: string) =>
      JSON.stringify({ number, date: '2024-04-09', title: 'A truce', text: `Text ${number}.`, file });
    const rows = [row('a.txt', '1'), row('a.txt', '2'), row('b.txt', '3'), row('a.txt', '4'), row('c.txt', '5')].join(
      '\n',
    );
    for (const file of ['-', 'rows.jsonl']) {
      const cwd = folder({ 'rows.jsonl': rows });
      const { code, stderr } = await run(['import', file, '-o', 'out'], cwd, rows);
      assert.deepEqual([code, stderr], [0, '3 of 3 files written.\n']);
      const read = (name: string) => fs.readFileSync(path.join(cwd, 'out', name), 'utf8');
      assert.equal(read('a.txt'), article('1') + article('2') + article('4'));
      assert.deepEqual([read('b.txt'), read('c.txt')], [article('3'), article('5')]);
    }
  });
});

describe('article-format stats', () => {
  it('counts articles, words, days, months and problems', async () => {
    const cwd = folder({
      'a.txt': article('1', { date: '2023-12-31' }) + article('2', { date: '2024-02-30' }),
      'b.txt': article('3', { date: '2024-01-01' }) + article('3', { date: '2024-01-02', text: 'One two three.' }),
    });
    const { code, stdout } = await run(['stats', '--json', '.'], cwd);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      files: 2,
      articles: 4,
      words: 9,
      first: '2023-12-31',
      last: '2024-01-02',
      months: { '2023-12': 1, '2024-01': 2 },
      problems: { 'duplicate-number': 2, 'invalid-date': 1 },
    });
    const text = (await run(['stats', '.'], cwd)).stdout;
    assert.include(text, '  2024-01  2  ████████████████████████████████████████\n');
    assert.include(text, 'dates     2023-12-31 to 2024-01-02');
  });
});
