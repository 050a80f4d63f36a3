/** Every write can be taken back. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from './commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');
const write = (cwd: string, name: string, text: string) => fs.writeFileSync(path.join(cwd, name), text);

/** The command line with a place of its own for what it keeps. */
function withState() {
  const home = folder({});
  const state = path.join(home, 'state');
  const env = { XDG_STATE_HOME: state, LOCALAPPDATA: state };
  const call = (cwd: string, ...args: string[]) => run(args, cwd, '', env);
  const runs = () => {
    const place = path.join(state, 'article-format/runs');
    return fs.existsSync(place) ? fs.readdirSync(place) : [];
  };
  return { call, env, state, runs };
}

describe('article-format undo', () => {
  for (const args of [['fix'], ['fix', '--suggested'], ['format', '--layout', 'fields']]) {
    it(`gives back every byte after ${args.join(' ')}`, async () => {
      const files = { 'a.txt': `\ufeff${DAMAGED}`, 'sub/b.txt': DAMAGED.replaceAll('  ', '\r\n'), 'c.txt': DAMAGED };
      const { call } = withState();
      const cwd = folder(files);
      const done = await call(cwd, ...args, '.');
      assert.include(done.stderr, '3 of 3 files changed. article-format undo takes that back.\n');
      const { code, stdout, stderr } = await call(cwd, 'undo');
      assert.deepEqual([code, stdout.split('\n').sort()], [0, ['', 'a.txt', 'c.txt', path.join('sub', 'b.txt')]]);
      assert.match(stderr, /^3 files restored, as before (fix|format) of \d{4}-\d\d-\d\d \d\d:\d\d\.\n$/);
      for (const [name, text] of Object.entries(files)) assert.equal(read(cwd, name), text);
    });
  }

  it('keeps mode and link, and gives all names of a file back', async function () {
    if (process.platform === 'win32') this.skip();
    const { call } = withState();
    const cwd = folder({ 'a.txt': DAMAGED });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o640);
    fs.linkSync(path.join(cwd, 'a.txt'), path.join(cwd, 'b.txt'));
    fs.symlinkSync('a.txt', path.join(cwd, 'c.txt'));
    await call(cwd, 'fix', '.');
    assert.equal(read(cwd, 'b.txt'), article('1'));
    assert.equal((await call(cwd, 'undo')).code, 0);
    assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'b.txt'), read(cwd, 'c.txt')], [DAMAGED, DAMAGED, DAMAGED]);
    assert.deepInclude(fs.statSync(path.join(cwd, 'a.txt')), { nlink: 2, mode: 0o100640 });
  });

  it('takes back one run after another, the latest first', async () => {
    const { call } = withState();
    const before = DAMAGED.replace('A truce', 'A tru\u200bce');
    const cwd = folder({ 'a.txt': before });
    await call(cwd, 'fix', 'a.txt');
    const between = read(cwd, 'a.txt');
    await call(cwd, 'fix', '--suggested', 'a.txt');
    assert.equal(read(cwd, 'a.txt'), article('1'));
    await call(cwd, 'undo');
    assert.equal(read(cwd, 'a.txt'), between);
    await call(cwd, 'undo');
    assert.equal(read(cwd, 'a.txt'), before);
    const { code, stderr } = await call(cwd, 'undo');
    assert.equal(code, 2);
    assert.include(stderr, 'There is nothing to take back here');
  });

  it('can itself be taken back, and then again', async () => {
    const { call, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    const [fixed] = runs();
    await call(cwd, 'undo');
    const undone = runs().find((name) => name !== fixed) as string;
    await call(cwd, 'undo', undone);
    assert.equal(read(cwd, 'a.txt'), article('1'));
    await call(cwd, 'undo');
    assert.equal(read(cwd, 'a.txt'), DAMAGED);
  });

  it('never writes over a file that has changed since, and names it', async () => {
    const { call } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED, 'c.txt': DAMAGED, 'd.txt': DAMAGED });
    await call(cwd, 'fix', '.');
    write(cwd, 'a.txt', `${article('1')}mine`);
    fs.rmSync(path.join(cwd, 'b.txt'));
    write(cwd, 'c.txt', DAMAGED);
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [2, 'd.txt\n']);
    assert.include(stderr, 'article-format: a.txt: It has changed since. It was left as it is.\n');
    assert.include(stderr, 'article-format: b.txt: There is no such file or folder.\n');
    assert.include(stderr, '1 file restored');
    assert.include(stderr, '2 files left as they are.\n');
    assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'd.txt')], [`${article('1')}mine`, DAMAGED]);
    write(cwd, 'a.txt', article('1'));
    await call(cwd, 'undo');
    assert.equal(read(cwd, 'a.txt'), DAMAGED);
  });

  it('takes back the run of the folder where it is called, or the one that is named', async () => {
    const { call } = withState();
    const [one, two] = [folder({ 'corpus/a.txt': DAMAGED }), folder({ 'a.txt': DAMAGED })];
    await call(one, 'fix', 'corpus');
    await call(two, 'fix', 'a.txt');
    assert.equal((await call(folder({}), 'undo')).code, 2);
    assert.equal((await call(path.join(one, 'corpus'), 'undo')).stdout, 'a.txt\n');
    assert.deepEqual([read(one, 'corpus/a.txt'), read(two, 'a.txt')], [DAMAGED, article('1')]);
    const list = (await call(one, 'undo', '--list')).stdout;
    const name = list
      .split('\n')
      .find((line) => line.endsWith(fs.realpathSync(two)))
      ?.split(' ')[0] as string;
    assert.equal((await call(one, 'undo', name)).code, 0);
    assert.equal(read(two, 'a.txt'), DAMAGED);
    assert.include((await call(one, 'undo', 'nothing')).stderr, 'There is no run nothing.');
  });

  it('lists runs, the latest first, and what they were', async () => {
    const { call } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    assert.deepEqual(await call(cwd, 'undo', '--list'), { code: 0, stdout: '', stderr: 'No runs are kept.\n' });
    await call(cwd, 'fix', '.');
    await call(cwd, 'format', '--layout', 'fields', 'a.txt');
    await call(cwd, 'undo');
    const lines = (await call(cwd, 'undo', '--list')).stdout.trim().split('\n');
    assert.deepEqual(
      lines.map((line) => line.split('  ').slice(2)),
      [
        ['undo', '1 file', fs.realpathSync(cwd)],
        ['format, taken back', '1 file', fs.realpathSync(cwd)],
        ['fix', '2 files', fs.realpathSync(cwd)],
      ],
    );
  });

  it('gives back what import --force has overwritten', async () => {
    const { call, env } = withState();
    const cwd = folder({ 'a.txt': article('1') });
    const row = JSON.stringify({ number: '2', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    await run(['import', '-', '-o', '.', '--force'], cwd, row, env);
    assert.notEqual(read(cwd, 'a.txt'), article('1'));
    assert.equal((await call(cwd, 'undo')).stdout, 'a.txt\n');
    assert.equal(read(cwd, 'a.txt'), article('1'));
  });

  it('keeps copies that nobody else can read, and none of a call that writes nothing', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': article('2') });
    for (const args of [['--dry-run'], ['--diff'], ['b.txt']]) await call(cwd, 'fix', ...args, 'b.txt');
    assert.isEmpty(runs());
    await call(cwd, 'fix', '.');
    const [name] = runs();
    if (process.platform === 'win32') return;
    for (const place of ['', 'runs', `runs/${name}`]) {
      assert.equal(fs.statSync(path.join(state, 'article-format', place)).mode & 0o777, 0o700, place);
    }
    for (const file of fs.readdirSync(path.join(state, 'article-format/runs', name as string))) {
      assert.equal(fs.statSync(path.join(state, 'article-format/runs', name as string, file)).mode & 0o077, 0, file);
    }
  });

  it('is said to be impossible before anything is written, where no copy can be kept', async () => {
    const { env } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED, 'no-folder': '' });
    const broken = { XDG_STATE_HOME: path.join(cwd, 'no-folder'), LOCALAPPDATA: path.join(cwd, 'no-folder') };
    for (const args of [
      ['fix', '.'],
      ['format', '--layout', 'fields', '.'],
    ]) {
      const { code, stdout, stderr } = await run(args, cwd, '', broken);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^article-format: Nothing was written, because no copies .* With --no-backup the files are/);
      assert.equal(read(cwd, 'a.txt'), DAMAGED);
    }
    const { stderr } = await run(['fix', '--no-backup', 'a.txt'], cwd, '', broken);
    assert.equal(stderr, '1 of 1 file changed.\n');
    const off = await run(['fix', 'b.txt'], cwd, '', { ...broken, ARTICLE_FORMAT_BACKUP: 'off' });
    assert.deepEqual([off.code, off.stderr], [0, '1 of 1 file changed.\n']);
    const unknown = await run(['fix', 'b.txt'], cwd, '', { ...env, ARTICLE_FORMAT_BACKUP: 'of' });
    assert.equal(unknown.code, 2);
    assert.include(unknown.stderr, 'ARTICLE_FORMAT_BACKUP is “of”. It is either on or off.');
    const row = JSON.stringify({ number: '2', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    const imported = await run(['import', '-', '-o', '.', '--force'], cwd, row, broken);
    assert.equal(imported.code, 2);
    assert.include(imported.stderr, 'Nothing was written, because no copies');
    assert.equal(read(cwd, 'a.txt'), article('1'));
    // Where nothing is to be written, nothing is to be kept either.
    assert.equal((await run(['fix', '.'], cwd, '', broken)).code, 0);
  });

  it('is left to git for a file that git tracks and that was unchanged', async function () {
    const { call, env, runs, state } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED, 'c.txt': DAMAGED });
    try {
      execFileSync('git', ['init', '-q'], { cwd, stdio: 'ignore' });
    } catch {
      this.skip();
    }
    execFileSync('git', ['-c', 'core.autocrlf=false', 'add', 'a.txt', 'b.txt'], { cwd });
    write(cwd, 'b.txt', `${DAMAGED} `);
    const broken = { XDG_STATE_HOME: path.join(cwd, 'a.txt'), LOCALAPPDATA: path.join(cwd, 'a.txt') };
    assert.equal((await run(['fix', '.'], cwd, '', broken)).code, 2);
    await run(['fix', '.'], cwd, '', env);
    const kept = fs.readdirSync(path.join(state, 'article-format/runs', runs()[0] as string));
    assert.lengthOf(kept, 4, 'Two copies, the head and the manifest.');
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [2, 'b.txt\nc.txt\n']);
    const [, blob = ''] = /a\.txt: git keeps it as it was: git cat-file blob (\w+)\n/.exec(stderr) ?? [];
    assert.equal(execFileSync('git', ['cat-file', 'blob', blob], { cwd, encoding: 'utf8' }), DAMAGED);
  });
});
