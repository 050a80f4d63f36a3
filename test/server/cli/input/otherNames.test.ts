/** A file with several names is one file: it is read once, and written under all its names or not at all. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, earlierTable, folder, run } from '../commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');

/** A folder with files, some hard links and some links, by their names. */
function linked(
  files: Record<string, string>,
  { hard = {}, soft = {} }: { hard?: Record<string, string>; soft?: Record<string, string> },
): string {
  const cwd = folder(files);
  for (const [name, file] of Object.entries(hard)) fs.linkSync(path.join(cwd, file), path.join(cwd, name));
  for (const [name, target] of Object.entries(soft)) fs.symlinkSync(target, path.join(cwd, name));
  return cwd;
}

describe('a file with several names', () => {
  if (process.platform === 'win32') return; // Links need a special right there.

  const PLAIN = { 'm.txt': article('1'), 'z.txt': article('2') };
  for (const [what, cwd, other, first] of [
    ['a hard link', () => linked(PLAIN, { hard: { 'n.txt': 'm.txt' } }), 'n.txt', 'm.txt'],
    ['a link', () => linked(PLAIN, { soft: { 'n.txt': 'm.txt' } }), 'n.txt', 'm.txt'],
    ['a link that comes before it', () => linked(PLAIN, { soft: { 'a.txt': 'm.txt' } }), 'a.txt', 'm.txt'],
  ] as const) {
    it(`through ${what} is not a second article`, async () => {
      const at = cwd();
      const check = await run(['check', '.'], at);
      assert.deepEqual([check.code, check.stdout], [0, 'No problems in 2 files.\n']);
      const remark = `article-format: ${other}: This is another name of ${first}. The file is read once.\n`;
      assert.equal(check.stderr, remark);
      const stats = await run(['stats', '--json', '.'], at);
      assert.deepEqual([JSON.parse(stats.stdout).articles, stats.stderr], [2, remark]);
      const rows = await run(['export', '.'], at);
      assert.deepEqual([rows.stdout.trim().split('\n').length, rows.code, rows.stderr], [2, 0, remark]);
    });
  }

  it('is read once, also when it is damaged and when the call gives all its names', async () => {
    const cwd = linked({ 'a.txt': DAMAGED }, { hard: { 'b.txt': 'a.txt' }, soft: { 'c.txt': 'b.txt' } });
    for (const paths of [['.'], ['c.txt', 'b.txt', 'a.txt'], ['*.txt']]) {
      const { stdout, stderr } = await run(['check', '--format', 'jsonl', ...paths], cwd);
      assert.lengthOf(stdout.trim().split('\n'), 1, paths.join());
      assert.equal(stderr.match(/This is another name of/g)?.length, 2, stderr);
    }
  });

  it('is recognised through folders that are links', async () => {
    const cwd = linked({ 'corpus/a.txt': article('1') }, { soft: { again: 'corpus' } });
    const { stdout, stderr } = await run(['check', 'corpus', 'again'], cwd);
    assert.equal(stdout, 'No problems in 1 file.\n');
    assert.include(stderr, 'again/a.txt: This is another name of corpus/a.txt.');
  });

  for (const name of ['link/../a.txt', 'link/..', 'link/../*.txt', './link/../{a,b}.txt', 'link/../in/../a.txt']) {
    it(`is not assumed where a path only looks like that of another file: ${name}`, async () => {
      const cwd = linked({ 'a.txt': DAMAGED, 'far/a.txt': DAMAGED, 'far/in/b': '' }, { soft: { link: 'far/in' } });
      const { code, stdout } = await run(['fix', name], cwd);
      assert.deepEqual([code, stdout], [0, 'far/a.txt\n']);
      assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'far/a.txt')], [DAMAGED, article('1')]);
    });
  }

  it('through two links to a file elsewhere is one article', async () => {
    const cwd = linked({ 'out/a.txt': article('1') }, {});
    fs.mkdirSync(path.join(cwd, 'in'));
    for (const name of ['b.txt', 'c.txt']) fs.symlinkSync('../out/a.txt', path.join(cwd, 'in', name));
    const { stdout, stderr } = await run(['check', 'in'], cwd);
    assert.equal(stdout, 'No problems in 1 file.\n');
    assert.include(stderr, 'in/c.txt: This is another name of in/b.txt.');
  });

  it('given twice under one name is read once, without a remark', async () => {
    const cwd = folder({ 'a.txt': article('1') });
    const { stdout, stderr } = await run(['check', 'a.txt', './a.txt', path.join(cwd, 'a.txt'), '.'], cwd);
    assert.deepEqual([stdout, stderr], ['No problems in 1 file.\n', '']);
  });

  for (const [name, args] of Object.entries({ fix: ['fix'], format: ['format', '--layout', 'fields'] })) {
    it(`keeps all its names when ${name} writes it`, async () => {
      const cwd = linked({ 'a.txt': DAMAGED }, { hard: { 'b.txt': 'a.txt', 'c.txt': 'a.txt' } });
      const { code, stdout, stderr } = await run([...args, '.'], cwd);
      assert.deepEqual([code, stdout], [0, 'a.txt\n']);
      assert.include(stderr, '1 of 1 file changed.');
      const inodes = ['a.txt', 'b.txt', 'c.txt'].map((file) => fs.statSync(path.join(cwd, file)).ino);
      assert.equal(new Set(inodes).size, 1);
      assert.notEqual(read(cwd, 'c.txt'), DAMAGED);
      assert.sameMembers(fs.readdirSync(cwd), ['a.txt', 'b.txt', 'c.txt']);
    });

    it(`is not changed by ${name}, and is named, if the call does not include all its names`, async () => {
      const cwd = linked({ 'a.txt': DAMAGED, 'x.txt': DAMAGED }, { hard: { 'b.txt': 'a.txt' } });
      const { code, stdout, stderr } = await run([...args, 'a.txt', 'x.txt'], cwd);
      assert.deepEqual([code, stdout], [2, 'x.txt\n']);
      assert.include(stderr, 'a.txt: This file has 2 names (hard links), but not all of them are named here.');
      for (const file of ['a.txt', 'b.txt']) assert.equal(read(cwd, file), DAMAGED);
      assert.equal(fs.statSync(path.join(cwd, 'b.txt')).nlink, 2);
    });
  }

  it('keeps all its names: export and import refuse to replace it', async () => {
    const old = Buffer.from(await earlierTable('news.jsonl')).toString();
    const cwd = linked({ 'a.txt': article('1'), 'news.jsonl': old }, { hard: { 'more.jsonl': 'news.jsonl' } });
    const { code, stderr } = await run(['export', '-o', 'news.jsonl', 'a.txt'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'news.jsonl cannot be written. It has 2 names');
    fs.linkSync(path.join(cwd, 'a.txt'), path.join(cwd, 'b.txt'));
    const row = JSON.stringify({ number: '2', date: '2024-04-09', title: 'T', text: 'X', file: 'b.txt' });
    assert.equal((await run(['import', '-', '-o', '.', '--force'], cwd, row)).code, 2);
    assert.deepEqual([read(cwd, 'more.jsonl'), read(cwd, 'b.txt')], [old, article('1')]);
  });
});

describe('a link to a folder', () => {
  it('that leads out of the named one is not followed, but reported, unless git ignores it', async () => {
    const cwd = linked(
      { 'in/a.txt': article('1'), 'in/1986/b.txt': article('2'), 'out/c.txt': article('3'), 'in/.gitignore': 'old' },
      { soft: { 'in/1990': '../out', 'in/latest': '1986', 'in/up': '.', 'in/notes.md': 'gone', 'in/old': '../out' } },
    );
    assert.deepEqual(await run(['check', 'in'], cwd), {
      code: 0,
      stdout: 'No problems in 2 files.\n',
      stderr:
        'article-format: in/1990: This link leads to a folder outside, which was left out. Name that folder, too, if it belongs to the corpus.\n',
    });
  });
});

describe('a link that leads nowhere', () => {
  for (const command of ['check', 'stats', 'export', 'fix']) {
    it(`is reported by ${command}, in a folder and by itself`, async () => {
      const cwd = linked(
        { 'in/a.txt': article('1') },
        { soft: { 'in/gone.txt': '.git/annex/objects/x', 'in/notes.md': 'gone', 'lost.txt': 'gone' } },
      );
      const { code, stderr } = await run([command, 'in', 'lost.txt'], cwd);
      assert.equal(code, 2);
      const sentence = 'This link leads nowhere: the file that it names is missing.';
      const lines = stderr.split('\n').filter((line) => line.includes('leads nowhere'));
      assert.deepEqual(
        lines,
        ['in/gone.txt', 'lost.txt'].map((name) => `article-format: ${name}: ${sentence}`),
      );
    });
  }
});

describe('the name of a file', () => {
  it('may be as long as a name can be', async () => {
    const name = `${'n'.repeat(251)}.txt`;
    const cwd = folder({ [name]: DAMAGED });
    assert.equal((await run(['fix', '.'], cwd)).code, 0);
    assert.equal(read(cwd, name), article('1'));
    const { stdout } = await run(['export', '.'], cwd);
    assert.equal((await run(['import', '-', '-o', 'again'], cwd, stdout)).code, 0);
    assert.equal(read(cwd, `again/${name}`), article('1'));
    assert.equal((await run(['export', '-o', `${'t'.repeat(249)}.jsonl`, '.'], cwd)).code, 0);
  });

  it('that is too long is reported in a sentence', async () => {
    const { code, stderr } = await run(['check', 'n'.repeat(300)], folder({}));
    assert.equal(code, 2);
    assert.include(stderr, ': This name is too long.');
  });

  it('that is not UTF-8 is reported as such, not as a missing file', async function () {
    if (process.platform !== 'linux') this.skip(); // Other systems have no such names.
    const cwd = folder({ 'a.txt': article('1') });
    fs.writeFileSync(Buffer.concat([Buffer.from(`${cwd}/caf`), Buffer.of(0xe9), Buffer.from('.txt')]), article('2'));
    const { code, stdout, stderr } = await run(['export', '.'], cwd);
    assert.deepEqual([code, stdout.trim().split('\n').length], [2, 1]);
    assert.include(stderr, 'caf\ufffd.txt: Its name is not UTF-8, so it cannot be opened.');
  });

  it('may contain U+FFFD itself', async () => {
    const { code } = await run(['check', '.'], folder({ 'caf\ufffd.txt': article('1') }));
    assert.equal(code, 0);
  });
});
