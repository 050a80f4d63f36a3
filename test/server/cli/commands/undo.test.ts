/** Every write can be taken back. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');
const write = (cwd: string, name: string, text: string) => fs.writeFileSync(path.join(cwd, name), text);

/** The command line with a separate folder for what it keeps. */
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
  for (const args of [['fix'], ['format', '--layout', 'fields']]) {
    it(`restores every byte after ${args.join(' ')}`, async () => {
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

  it('keeps the mode and the link, and restores all names of a file', async function () {
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

  it('can itself be taken back, and then done again', async () => {
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

  it('never overwrites a file that has changed since, and reports it with what to do', async () => {
    const { call, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED, 'c.txt': DAMAGED, 'd.txt': DAMAGED });
    await call(cwd, 'fix', '.');
    const [name] = runs() as [string];
    write(cwd, 'a.txt', `${article('1')}mine`);
    fs.rmSync(path.join(cwd, 'b.txt'));
    write(cwd, 'c.txt', DAMAGED);
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [2, 'd.txt\n']);
    assert.include(stderr, 'article-format: a.txt: It has changed since. It was left as it is.\n');
    assert.include(stderr, 'article-format: b.txt: It is gone. It was not created again.\n');
    assert.match(
      stderr,
      new RegExp(`\n1 file restored, .* 2 files left as they are\\. article-format undo ${name} tries again\\.\n$`),
    );
    assert.isFalse(fs.existsSync(path.join(cwd, 'b.txt')));
    assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'd.txt')], [`${article('1')}mine`, DAMAGED]);
    assert.include((await call(cwd, 'undo', '--list')).stdout, '  fix, taken back except for 2 files  4 files  ');
    write(cwd, 'a.txt', article('1'));
    write(cwd, 'b.txt', article('1'));
    assert.equal((await call(cwd, 'undo', name)).code, 0);
    assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'b.txt')], [DAMAGED, DAMAGED]);
    const again = await call(cwd, 'undo', name);
    assert.equal(again.code, 0);
    assert.match(again.stderr, /^Nothing to do: 4 files already as before fix of /);
  });

  it('names the run that comes next if all files already are as before', async () => {
    const { call } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    await call(cwd, 'fix', 'b.txt');
    write(cwd, 'b.txt', DAMAGED);
    const { code, stderr } = await call(cwd, 'undo');
    assert.equal(code, 0);
    assert.match(
      stderr,
      /^Nothing to do: 1 file already as before fix of .*\. The next article-format undo without a name takes back fix of /,
    );
    assert.deepEqual([(await call(cwd, 'undo')).stdout, read(cwd, 'a.txt')], ['a.txt\n', DAMAGED]);
  });

  it('names the run that is in force again when an undo is taken back', async () => {
    const { call, runs } = withState();
    const cwd = folder({ 'b.txt': DAMAGED });
    await call(cwd, 'fix', 'b.txt');
    const [fix] = runs();
    const fixed = read(cwd, 'b.txt');
    await call(cwd, 'undo');
    const undo = runs().find((name) => name !== fix) as string;
    write(cwd, 'b.txt', fixed);
    const { stderr } = await call(cwd, 'undo', undo);
    assert.match(
      stderr,
      /already as before undo of .*\. The next article-format undo without a name takes back fix of /,
    );
  });

  it('is not stopped by files that are gone or have changed, but reports them before it goes on', async () => {
    const { call, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    const [older] = runs() as [string];
    await call(cwd, 'fix', 'b.txt');
    const newer = runs().find((name) => name !== older);
    fs.rmSync(path.join(cwd, 'b.txt'));
    const first = await call(cwd, 'undo');
    assert.deepEqual([first.code, first.stdout, read(cwd, 'a.txt')], [2, '', article('1')]);
    assert.match(
      first.stderr,
      new RegExp(
        `^article-format: b\\.txt: It is gone\\..*\n0 files restored, .* 1 file left as it is\\. article-format undo ${newer} tries again\\. The next article-format undo without a name takes back fix of .*\\.\n$`,
      ),
    );
    assert.deepEqual([(await call(cwd, 'undo')).code, read(cwd, 'a.txt')], [0, DAMAGED]);
  });

  it('does not skip a run because later runs changed its files', async () => {
    const { call, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED.replace('A truce', 'A tru\u200bce') });
    await call(cwd, 'fix', 'a.txt');
    const [older] = runs() as [string];
    await call(cwd, 'fix', '--suggested', 'a.txt');
    const newer = runs().find((name) => name !== older);
    const early = await call(cwd, 'undo', older);
    assert.equal(early.code, 2);
    assert.match(early.stderr, new RegExp(`tries again\\. article-format undo ${newer} takes back fix of .* instead`));
    for (const code of [0, 0, 2]) assert.equal((await call(cwd, 'undo')).code, code);
    assert.include(read(cwd, 'a.txt'), 'A tru\u200bce');
  });

  it('stays at a run if one of its files could not be written, and says how to go on', async function () {
    if (process.platform === 'win32') this.skip();
    const { call, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    const [older] = runs() as [string];
    await call(cwd, 'fix', 'b.txt');
    fs.linkSync(path.join(cwd, 'b.txt'), path.join(cwd, 'other.txt'));
    for (const _ of [1, 2]) {
      const { code, stderr } = await call(cwd, 'undo');
      assert.equal(code, 2);
      assert.include(stderr, 'b.txt: This file has 2 names (hard links)');
      assert.match(
        stderr,
        new RegExp(`tries again\\. article-format undo ${older} takes back fix of .* instead\\.\n$`),
      );
    }
    fs.rmSync(path.join(cwd, 'other.txt'));
    assert.deepEqual([(await call(cwd, 'undo')).code, read(cwd, 'b.txt')], [0, DAMAGED]);
  });

  it('refuses a run that has not ended, or that another call is taking back', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    const [name] = runs() as [string];
    const place = (each: string) => path.join(state, 'article-format/runs', each);
    const setAtWork = (each: string) => {
      const head = path.join(place(each), 'run.json');
      fs.writeFileSync(head, JSON.stringify({ ...JSON.parse(fs.readFileSync(head, 'utf8')), process: process.pid }));
      fs.rmSync(path.join(place(each), 'ended'), { force: true });
    };
    assert.isTrue(fs.existsSync(path.join(place(name), 'ended')));
    setAtWork(name);
    const { code, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, read(cwd, 'a.txt')], [2, article('1')]);
    assert.include(stderr, `The run ${name} has not ended yet. Nothing was written.`);
    fs.writeFileSync(path.join(place(name), 'ended'), '');
    fs.cpSync(place(name), place('other'), { recursive: true });
    const head = path.join(place('other'), 'run.json');
    fs.writeFileSync(head, JSON.stringify({ ...JSON.parse(fs.readFileSync(head, 'utf8')), command: 'undo', of: name }));
    setAtWork('other');
    assert.include((await call(cwd, 'undo')).stderr, `The run ${name} is being taken back by another command.`);
    assert.equal(read(cwd, 'a.txt'), article('1'));
  });

  it('takes back all runs that are kept for a folder, one after another', async () => {
    const { call } = withState();
    const cwd = folder({ 'a.txt': DAMAGED });
    for (let count = 0; count < 4; count++) {
      await call(cwd, 'format', '--layout', count % 2 === 0 ? 'fields' : 'line', 'a.txt');
    }
    for (let count = 0; count < 4; count++) assert.equal((await call(cwd, 'undo')).code, 0, `${count}`);
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
      .find((line) => line.endsWith(two))
      ?.split(' ')[0] as string;
    assert.equal((await call(one, 'undo', name)).code, 0);
    assert.equal(read(two, 'a.txt'), DAMAGED);
    assert.include((await call(one, 'undo', 'nothing')).stderr, 'There is no run nothing. article-format undo --list');
    assert.include((await call(one, 'undo', 'corpus')).stderr, 'undo takes the name of a run, not a file or a folder.');
    const empty = await call(one, 'undo', '');
    assert.deepEqual([empty.code, empty.stderr.includes('The name of the run is empty.')], [2, true]);
  });

  it('lists runs, the latest first, and what they did', async () => {
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
        ['undo', '1 file', cwd],
        ['format, taken back', '1 file', cwd],
        ['fix', '2 files', cwd],
      ],
    );
  });

  it('restores what import --force has overwritten', async () => {
    const { call, env } = withState();
    const cwd = folder({ 'a.txt': article('1') });
    const row = JSON.stringify({ number: '2', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    await run(['import', '-', '-o', '.', '--force'], cwd, row, env);
    assert.notEqual(read(cwd, 'a.txt'), article('1'));
    assert.equal((await call(cwd, 'undo')).stdout, 'a.txt\n');
    assert.equal(read(cwd, 'a.txt'), article('1'));
  });

  it('keeps copies that other users cannot read, and none for a call that writes nothing', async () => {
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

  it('is reported as impossible before anything is written, if no copy can be kept', async () => {
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
    assert.include(unknown.stderr, 'ARTICLE_FORMAT_BACKUP is “of”. Set it to on or off.');
    const row = JSON.stringify({ number: '2', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    const imported = await run(['import', '-', '-o', '.', '--force'], cwd, row, broken);
    assert.equal(imported.code, 2);
    assert.include(imported.stderr, 'Nothing was written, because no copies');
    assert.equal(read(cwd, 'a.txt'), article('1'));
    // If nothing is to be written, no copy is needed.
    assert.equal((await run(['fix', '.'], cwd, '', broken)).code, 0);
  });

  /** A repository with these files, all committed; undefined if git is not installed. */
  function repository(files: Readonly<Record<string, string>>): string | undefined {
    const cwd = folder(files);
    const own = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
    const options = { cwd, stdio: 'ignore', env: { ...process.env, GIT_CONFIG_GLOBAL: os.devNull } } as const;
    try {
      for (const args of [
        ['init', '-q'],
        ['add', '.'],
        ['commit', '-qm', 'All'],
        ['gc', '-q'],
      ]) {
        execFileSync('git', [...own, ...args], options);
      }
      return cwd;
    } catch {
      return undefined;
    }
  }

  it('reads a file that was committed and unchanged from git, and keeps no copy of it', async function () {
    const { call, env, runs, state } = withState();
    const cwd = repository({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    if (cwd === undefined) this.skip();
    write(cwd, 'b.txt', `${DAMAGED} `);
    write(cwd, 'c.txt', DAMAGED);
    const broken = { XDG_STATE_HOME: path.join(cwd, 'a.txt'), LOCALAPPDATA: path.join(cwd, 'a.txt') };
    assert.equal((await run(['fix', '.'], cwd, '', broken)).code, 2);
    await run(['fix', '.'], cwd, '', env);
    const kept = fs.readdirSync(path.join(state, 'article-format/runs', runs()[0] as string));
    assert.lengthOf(
      kept.filter((name) => /^[0-9a-f]{64}$/.test(name)),
      2,
    );
    const { code, stdout } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [0, 'a.txt\nb.txt\nc.txt\n']);
    assert.deepEqual([read(cwd, 'a.txt'), read(cwd, 'b.txt'), read(cwd, 'c.txt')], [DAMAGED, `${DAMAGED} `, DAMAGED]);
  });

  it('says that git no longer has a file, and restores the others', async function () {
    const { call } = withState();
    const cwd = repository({ 'a.txt': DAMAGED });
    if (cwd === undefined) this.skip();
    write(cwd, 'b.txt', DAMAGED);
    await call(cwd, 'fix', '.');
    fs.rmSync(path.join(cwd, '.git'), { recursive: true });
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [2, 'b.txt\n']);
    assert.match(
      stderr,
      /a\.txt: There is no copy of it, because git had its bytes as [0-9a-f]{40}, and no longer has them\.\n/,
    );
  });

  it('keeps no copies with --no-backup, or if the environment says so', async () => {
    for (const [args, own] of [
      [['--no-backup'], {}],
      [[], { ARTICLE_FORMAT_BACKUP: 'off' }],
    ] as const) {
      const { call, env, runs } = withState();
      const cwd = folder({ 'a.txt': DAMAGED });
      await call(cwd, 'fix', '.');
      const before = runs();
      assert.equal((await run(['undo', ...args], cwd, '', { ...env, ...own })).code, 0);
      assert.deepEqual([read(cwd, 'a.txt'), runs()], [DAMAGED, before]);
    }
  });

  it('reports which run is damaged, and takes back the others', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    await call(cwd, 'fix', 'a.txt');
    const [older] = runs() as [string];
    await call(cwd, 'fix', 'b.txt');
    const newer = runs().find((name) => name !== older) as string;
    const place = path.join(state, 'article-format/runs', newer);
    fs.writeFileSync(path.join(place, 'run.json'), '{}');
    const said = `article-format: run ${newer}: Its run.json is damaged. Its copies are in ${place}; delete that folder if you do not need them.\n`;
    const list = await call(cwd, 'undo', '--list');
    assert.deepEqual([list.code, list.stderr], [2, said]);
    assert.match(list.stdout, new RegExp(`^${older}  [^\n]*\n$`));
    const byName = await call(cwd, 'undo', newer);
    assert.equal(byName.stderr, `${said}article-format: The run ${newer} is damaged, and cannot be taken back.\n`);
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout, stderr.startsWith(said)], [2, 'a.txt\n', true]);
  });

  it('restores what a damaged manifest still names, and reports the rest', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED, 'c.txt': DAMAGED });
    await call(cwd, 'fix', '.');
    const [name] = runs() as [string];
    const manifest = path.join(state, 'article-format/runs', name, 'manifest.jsonl');
    const [a, b = '', c] = fs.readFileSync(manifest, 'utf8').split('\n');
    fs.writeFileSync(manifest, [a, b.replace('file:', 'https:'), c?.slice(1), ''].join('\n'));
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.deepEqual([code, stdout], [2, 'a.txt\n']);
    assert.include(stderr, `article-format: run ${name}: Line 3 of its manifest.jsonl is damaged.`);
    assert.match(stderr, /\narticle-format: https:\/\/\/.*b\.txt: This is not the name of a file on this machine\./);
    assert.include(stderr, ' 2 files left as they are.');
    fs.rmSync(manifest);
    const gone = await call(cwd, 'undo', '--list');
    assert.equal(gone.code, 2);
    assert.include(gone.stderr, `run ${name}: Its manifest.jsonl cannot be read. There is no such file or folder.`);
  });

  it('says which part of the copies it could not read', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': `${DAMAGED} ` });
    await call(cwd, 'fix', '.');
    const place = path.join(state, 'article-format/runs', runs()[0] as string);
    const [copy = ''] = fs.readdirSync(place).filter((name) => /^[0-9a-f]{64}$/.test(name));
    fs.rmSync(path.join(place, copy));
    const { code, stdout, stderr } = await call(cwd, 'undo');
    assert.equal(code, 2);
    assert.match(stdout, /^[ab]\.txt\n$/);
    assert.include(stderr, `Its copy cannot be read: ${path.join(place, copy)}: There is no such file or folder.`);
    fs.rmSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(path.dirname(place), '');
    const unreadable = await call(cwd, 'undo');
    assert.equal(unreadable.code, 2);
    assert.include(unreadable.stderr, `The copies in ${path.dirname(place)} cannot be read.`);
  });

  it('says where the copies are if a folder has been moved', async () => {
    const { call, state, runs } = withState();
    const cwd = folder({ 'old/a.txt': DAMAGED });
    await call(path.join(cwd, 'old'), 'fix', '.');
    const [name] = runs() as [string];
    fs.renameSync(path.join(cwd, 'old'), path.join(cwd, 'new'));
    const place = path.join(state, 'article-format/runs');
    const old = path.join(cwd, 'old');
    const { code, stderr } = await call(path.join(cwd, 'new'), 'undo');
    assert.equal(code, 2);
    assert.include(stderr, `the latest of each: ${old}, which is gone (article-format undo ${name}).`);
    assert.include(stderr, `the copies are in ${place}.`);
    const byName = await call(cwd, 'undo', name);
    assert.equal(byName.code, 2);
    assert.include(byName.stderr, `The folder of the run ${name} is gone: ${old}.`);
    assert.include(byName.stderr, path.join(place, name));
    fs.renameSync(path.join(cwd, 'new'), path.join(cwd, 'old'));
    assert.equal((await call(path.join(cwd, 'old'), 'undo')).code, 0);
    assert.equal(read(cwd, 'old/a.txt'), DAMAGED);
  });
});
