import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { importRows } from '../../../../server/src/cli/commands/import';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { article, articleWith, folder, run } from '../commandLine';

const FILES = {
  'article_1.txt': article('1', { title: '=1+1', text: 'She said “no”, "never",\nand left. ' }),
  'more/articles_3.txt': article('2') + article('3', { title: '', text: ' Café 🕊️ ' }) + article('4'),
};

const ROW = { number: '1', date: '2024-04-09', title: 'A truce', text: 'Text 1.', file: 'a.txt' };

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

  it('makes the folders around the one that is named, and ends where none can be made', async () => {
    const cwd = folder({ 'a.jsonl': JSON.stringify(ROW) });
    assert.equal((await run(['import', 'a.jsonl', '-o', 'x/y/z'], cwd)).code, 0);
    assert.isTrue(fs.existsSync(path.join(cwd, 'x/y/z/a.txt')));
    const places = ['a.jsonl/x/y', ...(process.platform === 'linux' ? ['/proc/none/x'] : [])];
    for (const place of places) {
      const { code, stderr } = await run(['import', 'a.jsonl', '-o', place], cwd);
      assert.deepEqual([code, stderr.split('\n').length], [2, 2], stderr);
      assert.match(stderr, /: (A part of this path is not a folder|There is no such file or folder)\.\n$/);
    }
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
    ];
    const rows = names.map((file) => JSON.stringify({ ...ROW, file })).join('\n');
    const { code, stderr } = await run(['import', '-', '-o', 'inner', '--force'], cwd, rows);
    assert.equal(code, 2);
    for (const name of names) assert.include(stderr, `article-format: ${name.replace('\0', '␀')}: `);
    assert.include(stderr, 'link.txt: This is not a file but a folder or a link.');
    assert.include(stderr, `\n0 of ${names.length} files written.\n`);
    assert.sameMembers(fs.readdirSync(cwd), ['inner', 'target.txt']);
    assert.sameMembers(fs.readdirSync(path.join(cwd, 'inner')), ['keep.txt', 'link.txt', 'up']);
    assert.equal(fs.readFileSync(path.join(cwd, 'target.txt'), 'utf8'), 'mine');
    assert.isFalse(fs.existsSync('/tmp/article-format-x.txt'));
  });

  it('writes nothing if a row names a hidden file, and reports the row', async () => {
    const cwd = folder({ '.git/config': 'mine' });
    const rows = ['a.txt', '.git/config'].map((file) => JSON.stringify({ ...ROW, file })).join('\n');
    const { code, stderr } = await run(['import', '-', '-o', '.', '--force'], cwd, rows);
    assert.equal(code, 2);
    assert.include(stderr, 'article-format: -: Line 2 names .git/config, and ');
    assert.deepEqual(fs.readdirSync(cwd), ['.git']);
    assert.equal(fs.readFileSync(path.join(cwd, '.git/config'), 'utf8'), 'mine');
  });

  it('overwrites only files that are articles or have the name of one', async () => {
    const row = (file: string) => JSON.stringify({ ...ROW, file });
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
    const bad = { ...ROW, text: 'T-E-X-T-E-N-D. F-N-S-T-A-R-T.', file: 'b.txt' };
    const rows = [ROW, bad].map((row) => JSON.stringify(row)).join('\n');
    for (const file of ['-', 'rows.jsonl']) {
      const cwd = folder({ 'rows.jsonl': rows });
      const { code, stderr } = await run(['import', file, '-o', 'out'], cwd, rows);
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`^article-format: ${file}: Line 2 has a marker in a value, [^\n]+\n$`));
      assert.deepEqual(fs.readdirSync(cwd), ['rows.jsonl']);
    }
  });

  it('joins the articles of a file in the order of their rows', async () => {
    const row = (file: string, number: string) => JSON.stringify({ ...ROW, number, text: `Text ${number}.`, file });
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

  it('proposes columns in Spanish, and for user-defined fields of the folder, which it need not explain then', async () => {
    const table = 'número,fecha,titular,texto,byline\n7,2024-04-09,Tregua,Siguen las conversaciones.,J. Díaz\n';
    const fields = '{"additionalFields": ["B-Y-L-I-N-E"]}';
    const cwd = folder({ 'noticias.csv': table, 'out/.articlerc.json': fields });
    const { code, stderr } = await run(['import', 'noticias.csv', '-o', 'out', '--yes'], cwd);
    assert.equal(code, 0);
    assert.include(stderr, "--map 'number=número,date=fecha,title=titular,byline=byline,text=texto'");
    assert.notInclude(stderr, 'add them to additionalFields');
    assert.include(fs.readFileSync(path.join(cwd, 'out/article_7.txt'), 'utf8'), 'B-Y-L-I-N-E-S-T-A-R-T. J. Díaz B');
    fs.renameSync(path.join(cwd, 'out/.articlerc.json'), path.join(cwd, '.articlerc.json'));
    const elsewhere = await run(['import', 'noticias.csv', '-o', path.join(folder({}), 'out'), '--yes'], cwd);
    assert.include(elsewhere.stderr, 'byline=byline');
    assert.include(elsewhere.stderr, 'So that check knows the fields B-Y-L-I-N-E, add them to additionalFields');
  });

  it('reports each further column once, and leaves it out', async () => {
    const further = { ...ROW, label: 'x', byline: 'Jane', 'a\nb': 1 };
    const rows = [further, { ...further, file: 'b.txt' }].map((row) => JSON.stringify(row)).join('\n');
    const cwd = folder({});
    const { code, stderr } = await run(['import', '-', '-o', 'out'], cwd, rows);
    assert.equal(code, 1);
    assert.match(stderr, /^2 of 2 files written\.\narticle-format: Left out, .*: label, byline, a␊b\n$/);
    for (const name of ['a.txt', 'b.txt']) {
      assert.equal(fs.readFileSync(path.join(cwd, 'out', name), 'utf8'), article('1'));
    }
  });

  it('says so when there are no rows', async () => {
    const { code, stderr } = await run(['import', '-', '-o', 'out'], folder({}), '\n \n');
    assert.deepEqual([code, stderr], [0, '-: There are no rows.\n']);
  });

  it('never lets two rows with different names write the same file', async () => {
    const forced = async (...files: readonly string[]) => {
      const rows = files.map((file, index) => JSON.stringify({ ...ROW, file, number: `${index}` })).join('\n');
      const cwd = folder({ 'rows.jsonl': rows });
      const outcome = await run(['import', 'rows.jsonl', '-o', 'out', '--force'], cwd);
      const out = path.join(cwd, 'out');
      const texts = fs.readdirSync(out).map((name) => fs.readFileSync(path.join(out, name), 'utf8'));
      return { ...outcome, texts };
    };
    const { code, stderr, texts } = await forced('a.txt', './a.txt');
    assert.deepEqual([code, texts], [2, [article('0', { text: 'Text 1.' })]]);
    assert.include(stderr, '1 of 2 files written.');
    const names = ['A.txt', 'a.txt', 'a.TXT'];
    const alike = await forced(...names);
    const count = alike.texts.length;
    assert.equal(alike.code, count === names.length ? 0 : 2);
    assert.include(alike.stderr, `${count} of 3 files written.`);
  });

  it('says which name in the call is wrong, and what to name instead', async () => {
    const cwd = folder({ 'rows.jsonl': JSON.stringify(ROW), 'of/b.txt': '' });
    const at = (name: string) => path.join(cwd, name);
    for (const [rows, output, message] of [
      ['of', at('new'), `${at('of')} is a folder. Name a table: JSON Lines, CSV or Parquet.`],
      ['rows.jsonl', at('rows.jsonl'), `${at('rows.jsonl')} is not a folder, and import writes files into a folder.`],
      ['rows.jsonl', '', '-o needs the name of a folder.'],
      ['rows.jsonl', '-', 'import writes files. Name a folder with -o.'],
    ] as const) {
      const refused = await importRows(at(rows), { output }).then(
        () => undefined,
        (error) => error,
      );
      assert.instanceOf(refused, UsageError);
      assert.isTrue(refused.message.startsWith(message), refused.message);
    }
    assert.sameMembers(fs.readdirSync(cwd), ['rows.jsonl', 'of']);
  });

  it('leaves a file with several names as it is', async () => {
    const cwd = folder({ 'rows.jsonl': JSON.stringify(ROW), 'out/a.txt': 'mine' });
    fs.linkSync(path.join(cwd, 'out/a.txt'), path.join(cwd, 'out/b.txt'));
    const { code, stderr } = await run(['import', 'rows.jsonl', '-o', 'out', '--force'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'a.txt: This file has 2 names (hard links), and the others would keep the old articles.');
    assert.equal(fs.readFileSync(path.join(cwd, 'out/b.txt'), 'utf8'), 'mine');
  });

  it('writes the rows of any table by a mapping, and reports those that it leaves out', async () => {
    const csv =
      'id;when;what;body;url\r\n7;09/04/2024;A truce;"Text\r\n7.";u\r\n8;2024;A;B.;u\r\n9;10/04/2024;A;B.;u\r\n';
    const cwd = folder({ 'out/article_9.txt': 'mine' });
    const map = ['--map', 'number=id,date=when,title=what,text=body', '--date-format', 'DD/MM/YYYY'];
    const { code, stderr } = await run(['import', '-', '--from', 'csv', ...map, '-o', 'out'], cwd, csv);
    assert.equal(code, 2);
    assert.deepEqual(stderr.split('\n'), [
      'article-format: article_9.txt: This file already exists. It was left as it is; --force overwrites it.',
      '1 of 2 files written.',
      '1 row left out.',
      'Changed for the format: line breaks, or white space at the ends (1 value); the form of dates (2 dates).',
      'Columns that were not imported: url.',
      'article-format: -: 1 row left out, because a date has another form than the one that was named, such as “2024”. Correct it in the table, or import these rows separately. Line 4.',
      '',
    ]);
    const again = await run(['import', '-', '--from', 'csv', ...map, '-o', 'out'], cwd, csv.replace(/9;.*\r\n/, ''));
    assert.equal(again.code, 1);
    assert.match(again.stderr, /^0 of 1 files written\. 1 file already there, with the same articles\.$/m);
    const undated = await run(['import', '-', '--from', 'csv', ...map, '-o', 'out'], cwd, csv.replace(/\/04/g, ''));
    assert.equal(undated.code, 1);
    assert.match(undated.stderr, /^No files written\.\n3 rows left out\.$/m);
    assert.equal(fs.readFileSync(path.join(cwd, 'out/article_7.txt'), 'utf8'), article('7'));
    assert.equal(fs.readFileSync(path.join(cwd, 'out/article_9.txt'), 'utf8'), 'mine');
    assert.sameMembers(fs.readdirSync(path.join(cwd, 'out')), ['article_7.txt', 'article_9.txt']);
  });
});
