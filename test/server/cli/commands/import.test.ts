import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { RowReader } from '../../../../server/src/cli/tables/rowReader';
import { article, articleWith, folder, run } from '../commandLine';

const FILES = {
  'article_1.txt': article('1', { title: '=1+1', text: 'She said “no”, "never",\nand left. ' }),
  'more/articles_3.txt': article('2') + article('3', { title: '', text: ' Café 🕊️ ' }) + article('4'),
};

describe('article-format import', () => {
  it('restores every byte of what was exported', async () => {
    const cwd = folder(FILES);
    await run(['export', '-o', 'all.jsonl', '.'], cwd);
    const { code } = await run(['import', 'all.jsonl', '-o', 'back'], cwd);
    assert.equal(code, 0);
    for (const [name, content] of Object.entries(FILES)) {
      assert.equal(fs.readFileSync(path.join(cwd, 'back', name), 'utf8'), content);
    }
  });

  it('overwrites nothing without --force', async () => {
    const cwd = folder({ 'back/article_1.txt': 'mine', ...FILES });
    const jsonl = (await run(['export', 'article_1.txt'], cwd)).stdout;
    const { code, stderr } = await run(['import', '-', '-o', 'back'], cwd, jsonl);
    assert.equal(code, 2);
    assert.include(stderr, 'article_1.txt: This file already exists.');
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
      ...(process.platform === 'win32' ? ['C:\\x.txt', '..\\x.txt'] : []),
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

  it('writes nothing if a row names a hidden file, and reports the row', async () => {
    const row = (file: string) => JSON.stringify({ number: '1', date: '2024-04-09', title: 'T', text: 'X', file });
    for (const file of ['.git/config', 'sub/.articlerc.json']) {
      const cwd = folder({ '.git/config': 'mine', 'sub/.articlerc.json': '{}' });
      const { code, stderr } = await run(['import', '-', '-o', '.', '--force'], cwd, `${row('a.txt')}\n${row(file)}\n`);
      assert.equal(code, 2);
      assert.include(stderr, `article-format: -: Line 2 names ${file}, and `);
      assert.sameMembers(fs.readdirSync(cwd), ['.git', 'sub']);
      assert.equal(fs.readFileSync(path.join(cwd, '.git/config'), 'utf8'), 'mine');
    }
  });

  it('overwrites only files that are articles or have the name of one', async () => {
    const row = (file: string) =>
      JSON.stringify({ number: '1', date: '2024-04-09', title: 'A truce', text: 'Text 1.', file });
    const names = ['package.json', 'b.txt', 'c.dat', 'new.dat'];
    const cwd = folder({ 'package.json': '{}', 'b.txt': 'mine', 'c.dat': article('2') });
    const { code, stderr } = await run(['import', '-', '-o', '.', '--force'], cwd, names.map(row).join('\n'));
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'article-format: package.json: This file is not an article, and its name does not end in .txt or .article. It was left as it is. Give the article another file name.\n3 of 4 files written.\n',
    );
    const contents = names.map((name) => fs.readFileSync(path.join(cwd, name), 'utf8'));
    assert.deepEqual(contents, ['{}', article('1'), article('1'), article('1')]);
  });

  it('says in a sentence that the table does not exist', async () => {
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
    for (const bad of ['{', '[]', '7', 'null', '{"file":7}', marker]) {
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

  it('joins the articles of a file in the order of their rows', async () => {
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

  /** Imports rows, or a text, both from a file and from standard input. */
  async function imported(content: string | Uint8Array | readonly object[], ...args: readonly string[]) {
    const text = Array.isArray(content) ? content.map((row) => JSON.stringify(row)).join('\n') : content;
    const outcomes = [];
    for (const file of ['-', 'rows.jsonl']) {
      const cwd = folder({ 'rows.jsonl': text as string | Uint8Array });
      const { code, stderr } = await run(['import', file, '-o', 'out', ...args], cwd, text as string | Uint8Array);
      const out = path.join(cwd, 'out');
      const names = fs.existsSync(out) ? fs.readdirSync(out) : [];
      const written = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(out, name), 'utf8')]));
      assert.notInclude(stderr.replaceAll(`article-format: ${file}: `, ''), `${file}: `);
      outcomes.push({ code, stderr: stderr.replace(`${file}: `, ''), written });
    }
    const [piped, read] = outcomes;
    assert.deepEqual(piped, read);
    return read as { code: number | null; stderr: string; written: Record<string, string> };
  }

  const ROW = { number: '1', date: '2024-04-09', title: 'A truce', text: 'Text 1.', file: 'a.txt' };
  const WRITTEN = { 'a.txt': article('1') };

  /** Asserts that nothing is written, and that the second line is reported with what is wrong with it. */
  async function refused(bad: object | string, reason: RegExp): Promise<void> {
    const line = typeof bad === 'string' ? bad : JSON.stringify(bad);
    const { code, stderr, written } = await imported(`${JSON.stringify(ROW)}\n${line}\n`);
    assert.deepEqual([code, written], [2, {}], line);
    assert.match(stderr, reason);
    assert.match(stderr, /^article-format: Line 2 [^\n]+\n$/);
  }

  it('restores user-defined fields, wherever they are', async () => {
    const first = articleWith('1', { 'B-Y-L-I-N-E': 'Jane', 'W-O-R-D-S': ' many\r\n' });
    const [number = '', ...others] = articleWith('2', { 'B-Y-L-I-N-E': '' }).trim().split('  T-I');
    const turned = ` ${number}  T-I${others.join('  T-I')} `.replace(/(B-Y.*E-N-D\.) {2}(T-E-X-T.*E-N-D\.)/, '$2  $1');
    const cwd = folder({
      'a.txt': first + article('3') + turned,
      '.articlerc.json': '{"additionalFields": ["W-O-R-D-S", "B-Y-L-I-N-E"]}',
    });
    await run(['export', '-o', 'all.jsonl', '.'], cwd);
    fs.rmSync(path.join(cwd, '.articlerc.json')); // The table is enough.
    const { code, stderr } = await run(['import', 'all.jsonl', '-o', 'back'], cwd);
    assert.deepEqual([code, stderr], [0, '1 of 1 files written.\n']);
    assert.equal(fs.readFileSync(path.join(cwd, 'back/a.txt'), 'utf8'), first + article('3') + turned);
  });

  it('refuses an order that the row does not have', async () => {
    const orders = ['number date title text byline', 'number date title', 'number number date title text', '', 7, []];
    for (const order of [
      ...orders,
      'number  date title text',
      'number date title text __proto__',
      'Number date title text',
    ])
      await refused({ ...ROW, order }, /order/);
    await refused({ ...ROW, order: 'number date title text constructor' }, /order/);
  });

  it('refuses a row without a required column, and says if it has one of that name in another case', async () => {
    for (const column of Object.keys(ROW)) {
      const { [column as keyof typeof ROW]: _, ...row } = ROW;
      await refused(row, new RegExp(`has no column ${column};`));
    }
    const { text, ...row } = ROW;
    await refused({ ...row, body: text }, /has no column text/);
    await refused({ ...row, Text: text }, /has no column text; .* It has Text\./);
  });

  it('leaves out a field that is null, but not all of them', async () => {
    const { code, written } = await imported([{ ...ROW, title: null }]);
    assert.deepEqual([code, written], [0, { 'a.txt': article('1').replace(/T-I-T.*T-L-E-E-N-D\. {2}/, '') }]);
    await refused({ ...ROW, number: null, date: null, title: null, text: null }, /has no values/);
  });

  it('refuses a day that is not that of the date, because only the date is read', () => {
    const read = (row: object) => new RowReader().read(JSON.stringify({ ...ROW, ...row }));
    for (const day of [null, ROW.date]) assert.lengthOf(read({ day }).fields, 4);
    assert.lengthOf(read({ date: ' 2024-04-10 ', day: '2024-04-10' }).fields, 4);
    for (const row of [{ day: '2024-04-10' }, { day: 1712620800000 }, { date: '9/4/24', day: ROW.date }]) {
      assert.throws(() => read(row), UsageError, /has the day .* that is not its date/);
    }
    assert.throws(() => read({ date: null, day: ROW.date }), UsageError);
  });

  it('refuses rows of one file name that are not the articles of one file, in their order', async () => {
    const rows = (...indexes: readonly unknown[]) => indexes.map((index) => ({ ...ROW, index }));
    await refused({ ...ROW, index: 'x' }, /has an index that is not a whole number/);
    for (const index of [0, -1, 1.5, true, '1', []]) await refused({ ...ROW, index }, /not a whole number/);
    const twice = await imported([...rows(1), { ...ROW, file: 'b.txt', index: 1 }, ...rows(2, 2)]);
    assert.deepEqual([twice.code, twice.written], [2, {}]);
    assert.match(
      twice.stderr,
      /^article-format: Lines 3 and 4 are both article 2 of a\.txt, as if two files had the same name\./,
    );
    const turned = await imported(rows(3, 1));
    assert.deepEqual([turned.code, turned.written], [2, {}]);
    assert.match(
      turned.stderr,
      /: Line 2 is article 1 of a\.txt, and comes after article 3 in line 1\. .* remove the column index/,
    );
    const parts = await imported(rows(2, 5, null, 7));
    assert.deepEqual([parts.code, parts.written], [0, { 'a.txt': article('1').repeat(4) }]);
    assert.equal((await imported(rows(null, null))).code, 0);
  });

  it('reports each further column once, and leaves it out', async () => {
    const further = {
      ...ROW,
      label: 'x',
      byline: 'Jane',
      words: 2,
      sha256: '',
      order: null,
      index: 3,
      empty: null,
      'a\nb': 1,
    };
    const { code, stderr, written } = await imported([further, { ...further, file: 'b.txt' }]);
    assert.deepEqual([code, written], [1, { ...WRITTEN, 'b.txt': article('1') }]);
    assert.match(stderr, /^2 of 2 files written\.\narticle-format: Left out, .*: label, byline, a␊b\n$/);
  });

  it('refuses half a character anywhere, and accepts whole ones', async () => {
    await refused({ ...ROW, text: 'a\ud800b' }, /half a character .* in text/);
    await refused({ ...ROW, title: '\udc00' }, /half a character .* in title/);
    await refused({ ...ROW, file: 'a\ud800.txt' }, /half a character .* in file/);
    await refused(
      { ...ROW, order: 'number date title text byline', byline: '\ud800' },
      /half a character .* in byline/,
    );
    const { written } = await imported(`${JSON.stringify(ROW).replace('A truce', '\\ud83d\\ude00')}\n`);
    assert.deepEqual(written, { 'a.txt': article('1', { title: '😀' }) });
  });

  it('accepts a whole number as the number, and refuses everything else that is not a text', async () => {
    for (const number of ['1', '1.0', '1.000']) {
      const { code, written } = await imported(JSON.stringify(ROW).replace('"1"', number));
      assert.deepEqual([code, written], [0, WRITTEN], number);
    }
    for (const number of [
      '1.5',
      'true',
      '12345678901234567890',
      '1e400',
      '9007199254740990.7',
      '1.00000000000000001',
    ]) {
      const found = new RegExp(
        `no text in number, but the (number|boolean) ${number.replace('.', '\\.')}\\. A text is in`,
      );
      await refused(JSON.stringify(ROW).replace('"1"', number), found);
    }
    for (const number of ['[]', '{}', '["1"]']) {
      await refused(JSON.stringify(ROW).replace('"1"', number), /no text in number/);
    }
    for (const number of ['NaN', 'Infinity', '01']) await refused(JSON.stringify(ROW).replace('"1"', number), /JSON/);
    await refused({ ...ROW, date: 1712620800000 }, /no text in date, but the number 1712620800000/);
    await refused({ ...ROW, title: 1984 }, /no text in title/);
    await refused({ ...ROW, text: ['a'] }, /no text in text, but an array/);
    for (const file of [7, null, '', '-', true]) await refused({ ...ROW, file }, /names no file/);
    await refused({ ...ROW, file: '-' }, /comes from standard input, .* --stdin-filename/);
  });

  it('refuses a row that has a column twice, because only the last value would be used', async () => {
    await refused(JSON.stringify(ROW).replace('{', '{"text":"Other.",'), /has the column text twice/);
    await refused(JSON.stringify(ROW).replace('{', '{"te\\u0078t":"Other.",'), /has the column text twice/);
    const { code } = await imported([{ ...ROW, more: [{ text: 1 }, { text: 2 }] }]);
    assert.equal(code, 1);
  });

  it('reads lines that end with a line feed, and with nothing else', async () => {
    const text = 'a\u2028b\u2029c\u0085d\rE';
    const lines = [
      { ...ROW, text },
      { ...ROW, file: 'b.txt', text },
    ]
      .map((row) => JSON.stringify(row))
      .join('\r\n');
    const { code, written } = await imported(`\ufeff${lines}\r\n\r\n`);
    const wanted = article('1', { text });
    assert.deepEqual([code, written], [0, { 'a.txt': wanted, 'b.txt': wanted }]);
    await refused(`${JSON.stringify(ROW)}\r${JSON.stringify(ROW)}`, /is not JSON/);
  });

  it('reads lines of any length', async () => {
    const text = 'Talks go on. '.repeat(200_000);
    assert.deepEqual((await imported([{ ...ROW, text }, ROW])).written, {
      'a.txt': article('1', { text }) + article('1'),
    });
  });

  it('refuses a table that is not UTF-8, and names the line', async () => {
    const json = JSON.stringify(ROW);
    for (const bytes of [Buffer.from([0xe4]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc3])]) {
      const { code, stderr, written } = await imported(Buffer.concat([Buffer.from(`${json}\n{"`), bytes]));
      assert.deepEqual([code, written], [2, {}]);
      assert.include(stderr, 'Line 2 cannot be read. It is not UTF-8.');
    }
    const utf16 = Buffer.from(json, 'utf16le');
    const mark = Buffer.from([0xff, 0xfe]);
    for (const bytes of [utf16, Buffer.concat([mark, utf16]), Buffer.from(utf16).swap16()]) {
      const { code, stderr, written } = await imported(bytes);
      assert.deepEqual(
        [code, written, stderr],
        [2, {}, 'article-format: The rows are UTF-16. Save them as UTF-8. Nothing was written.\n'],
      );
    }
  });

  it('says that a JSON array is not JSON Lines', async () => {
    for (const array of [JSON.stringify([ROW]), JSON.stringify([ROW], null, 2)]) {
      const { code, stderr, written } = await imported(array);
      assert.deepEqual([code, written], [2, {}]);
      assert.include(stderr, 'Line 1 begins a JSON array.');
    }
  });

  it('says so when there are no rows', async () => {
    for (const rows of ['', '\n \n', '\ufeff']) {
      assert.deepEqual(await imported(rows), { code: 0, stderr: 'No rows were found.\n', written: {} });
    }
  });

  it('never lets two rows with different names write the same file', async () => {
    const { code, stderr, written } = await imported([ROW, { ...ROW, file: './a.txt', number: '2' }], '--force');
    assert.deepEqual([code, written], [2, WRITTEN]);
    assert.include(stderr, '1 of 2 files written.');
    const names = ['A.txt', 'a.txt', 'a.TXT'];
    const alike = await imported(
      names.map((file, index) => ({ ...ROW, file, number: `${index}` })),
      '--force',
    );
    const count = Object.keys(alike.written).length;
    assert.equal(alike.code, count === names.length ? 0 : 2);
    assert.include(alike.stderr, `${count} of 3 files written.`);
  });

  it('says which name in the call is wrong, and what to name instead', async () => {
    const cwd = folder({ 'rows.jsonl': JSON.stringify(ROW), 'out/a.txt': 'mine', 'of/b.txt': '' });
    fs.linkSync(path.join(cwd, 'out/a.txt'), path.join(cwd, 'out/b.txt'));
    for (const [call, message] of [
      ['of -o new', 'of is a folder. Name a JSONL file, as export --to jsonl writes it.'],
      [
        'rows.jsonl -o rows.jsonl',
        'rows.jsonl is not a folder, and import writes files into a folder. Name a folder with -o.',
      ],
      ['rows.jsonl -o ', '-o needs the name of a folder.'],
      [
        'rows.jsonl -o out --force',
        'a.txt: This file has 2 names (hard links), and the others would keep the old articles.',
      ],
    ] as const) {
      const { code, stderr } = await run(['import', ...call.split(' ')], cwd);
      assert.equal(code, 2, call);
      assert.isTrue(stderr.startsWith(`article-format: ${message}`), stderr);
    }
    assert.equal(fs.readFileSync(path.join(cwd, 'out/b.txt'), 'utf8'), 'mine');
    assert.sameMembers(fs.readdirSync(cwd), ['rows.jsonl', 'out', 'of']);
  });

  it('needs a folder', async () => {
    const cwd = folder({ 'rows.jsonl': JSON.stringify(ROW) });
    const { code, stderr } = await run(['import', 'rows.jsonl', '-o', '-'], cwd);
    assert.deepEqual([code, fs.readdirSync(cwd)], [2, ['rows.jsonl']]);
    assert.include(stderr, 'Name a folder');
  });
});
