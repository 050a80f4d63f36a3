/**
 * Output that cannot be written ends a call with a sentence and exit code 2; a signal, with its own code and no
 * leftover.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { assert } from 'chai';
import { article, BIN, earlierTable, environment, folder, run } from '../commandLine';

const FULL = '/dev/full';
const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

/** Runs a call with one or both outputs on a full disk. Gives what was written to the other. */
async function runFull(args: readonly string[], full: readonly ('stdout' | 'stderr')[]) {
  const cwd = folder({ 'a.txt': article('1'), 'b.txt': DAMAGED });
  const disk = fs.openSync(FULL, 'w');
  const [out, err] = (['stdout', 'stderr'] as const).map((name) => (full.includes(name) ? disk : 'pipe'));
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['pipe', out, err], env: environment() });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  child.stdin?.on('error', () => {}).end(DAMAGED);
  const [code] = await once(child, 'close');
  fs.closeSync(disk);
  return { code, said };
}

/** All calls that write to standard output. */
const CALLS: readonly string[] = [
  ...['export .', 'export --to csv .', 'export -', 'check .', 'check -', 'stats .', 'stats --json .'],
  ...['jsonl', 'sarif', 'github'].map((form) => `check --format ${form} .`),
  ...['format --layout fields --stdout .', 'format --layout fields --check .', 'format --layout fields -'],
  ...['fix -', 'fix --diff .', 'fix --dry-run .', 'fix .', '--help', '--version'],
];

describe('standard output', function () {
  if (!fs.existsSync(FULL)) return; // Only Linux has /dev/full.
  this.timeout(120_000);

  for (const call of CALLS) {
    it(`on a full disk ends ${call}`, async () => {
      const { code, said } = await runFull(call.split(' '), ['stdout']);
      assert.equal(code, 2);
      const [last, ...before] = said.trimEnd().split('\n').reverse();
      assert.equal(last, 'article-format: Standard output cannot be written. There is no space left.');
      // What was written before that.
      for (const line of before)
        assert.match(
          line,
          /^\d of \d files? (changed|would change)\.( article-format undo takes that back\.)?$|^article-format: \d /,
        );
    });
  }

  it('on a full disk, with standard error there too, leaves the exit code', async () => {
    assert.deepEqual(await runFull(['check', '.'], ['stdout', 'stderr']), { code: 2, said: '' });
  });

  it('may be the only output: if standard error cannot be written, the exit code says it', async () => {
    for (const call of ['check nothing.txt', 'export b.txt', 'fix .', '--nosuch', 'import nothing.jsonl -o out']) {
      const { code, said } = await runFull(call.split(' '), ['stderr']);
      assert.equal(code, 2, call);
      assert.notMatch(said, /^\s*at /m, call);
    }
  });

  it('in a file is complete, or the call says that it is not', async () => {
    const cwd = folder({ 'a.txt': article('1', { text: 'Talks go on. '.repeat(20_000) }) });
    for (const [limit, wanted] of [
      ['100', 2],
      ['unlimited', 0],
    ] as const) {
      for (const call of ['export a.txt', 'format --layout fields --stdout a.txt', 'fix - < a.txt']) {
        const command = `ulimit -f ${limit}; exec "${process.execPath}" "${BIN}" ${call} > out`;
        const child = spawn('sh', ['-c', command], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
        let said = '';
        child.stderr.on('data', (data) => {
          said += data;
        });
        const [code] = await once(child, 'close');
        assert.equal(code, wanted, call);
        assert.equal(said.includes('Standard output cannot be written. The file would be larger'), wanted === 2, said);
        assert.equal(fs.statSync(path.join(cwd, 'out')).size > 260_000, wanted === 0);
      }
    }
  });

  it('ends a call when its reader stops, as in other Unix programs', async () => {
    const text = article('1', { text: 'Talks go on. '.repeat(100_000) });
    const child = spawn(process.execPath, [BIN, 'export', '.'], { cwd: folder({ 'a.txt': text, 'b.txt': text }) });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    assert.deepEqual([code, said], [141, '']);
  });
});

/** Runs a call in a shell in a folder. Gives what it writes to standard error. */
async function runShell(cwd: string, call: string): Promise<{ code: number | null; said: string }> {
  const child = spawn('bash', ['-c', `AF() { "${process.execPath}" "${BIN}" "$@"; }\n${call}`], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(),
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('a table that goes to', function () {
  if (process.platform === 'win32') return; // It has no such names.
  this.timeout(120_000);
  const FILES = { 'a.txt': article('1'), 'all.csv': 'old\n' };
  const lines = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8').split('\n').length - 1;

  for (const name of ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '/proc/thread-self/fd/1', 'link']) {
    if (name.startsWith('/proc') && process.platform !== 'linux') continue;
    it(`standard output, as ${name}, replaces no file`, async () => {
      const cwd = folder(FILES);
      fs.symlinkSync('/dev/stdout', path.join(cwd, 'link'));
      const { code, said } = await runShell(cwd, `AF export a.txt --to csv -o ${name} >> all.csv`);
      assert.deepEqual([code, said], [0, '']);
      assert.match(fs.readFileSync(path.join(cwd, 'all.csv'), 'utf8'), /^old\nnumber,.*\r\n1,.*\r\n$/s);
    });
  }

  it('standard output that is a pipe, under another name, is written to it', async () => {
    const cwd = folder(FILES);
    fs.symlinkSync('/dev/stdout', path.join(cwd, 'link'));
    assert.equal((await runShell(cwd, `AF export a.txt -o link | grep -q '^{"number":"1"' `)).code, 0);
  });

  it('standard output, under any name, cannot be Parquet', async () => {
    const cwd = folder(FILES);
    const { code, said } = await runShell(cwd, 'AF export a.txt --to parquet -o /dev/fd/1 >> all.csv');
    assert.deepEqual([code, fs.readFileSync(path.join(cwd, 'all.csv'), 'utf8')], [2, 'old\n']);
    assert.include(said, 'Parquet cannot be written to standard output.');
  });

  it('a file that is already open is refused', async () => {
    const cwd = folder(FILES);
    for (const [name, call] of Object.entries({
      '/dev/fd/3': 'AF export a.txt --to csv -o /dev/fd/3 3>> all.csv',
      '/dev/stderr': 'AF export a.txt --to csv -o /dev/stderr 2>> all.csv; code=$?; tail -n 1 all.csv >&2; exit $code',
    })) {
      const { code, said } = await runShell(cwd, call);
      assert.equal(code, 2);
      assert.match(said, new RegExp(`^article-format: ${name} is a file that is already open\\. Name`));
    }
    assert.match(fs.readFileSync(path.join(cwd, 'all.csv'), 'utf8'), /^old\narticle-format: [^\n]*\n$/);
  });

  it('a pipe or a device is written to it, and does not replace it', async () => {
    const cwd = folder(FILES);
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    assert.equal((await runShell(cwd, 'cat pipe > got & AF export a.txt -o pipe && wait')).code, 0);
    assert.deepEqual([lines(cwd, 'got'), fs.statSync(path.join(cwd, 'pipe')).isFIFO()], [1, true]);
    assert.equal((await runShell(cwd, 'AF export a.txt -o /dev/fd/3 3>&1 >&2 | cat > got')).code, 0);
    assert.equal(lines(cwd, 'got'), 1);
    assert.equal((await runShell(cwd, 'AF export a.txt -o /dev/null')).code, 0);
    assert.isTrue(fs.statSync('/dev/null').isCharacterDevice());
    fs.renameSync(path.join(cwd, 'pipe'), path.join(cwd, 'pipe.parquet'));
    const parquet = await runShell(cwd, 'AF export a.txt -o pipe.parquet');
    assert.deepEqual([parquet.code, parquet.said.includes('pipe.parquet, which is not a file.')], [2, true]);
  });

  it('a pipe whose reader stops can be ended by a signal', async function () {
    this.timeout(20_000);
    const cwd = folder({ 'a.txt': article('1', { text: 'Talks go on. '.repeat(100_000) }) });
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    const child = spawn(process.execPath, [BIN, 'export', 'a.txt', '-o', 'pipe'], { cwd, stdio: 'ignore' });
    const pipe = await fs.promises.open(path.join(cwd, 'pipe'), 'r');
    await pipe.read(Buffer.alloc(1)); // The rest is more than a pipe holds.
    child.kill('SIGINT');
    const ended = await Promise.race([once(child, 'close'), setTimeout(10_000, 'late', { ref: false })]);
    child.kill('SIGKILL');
    await pipe.close();
    assert.deepEqual(ended, [null, 'SIGINT']);
  });

  it('a link replaces the file that the link leads to, and is refused if there is none', async () => {
    const cwd = folder({ ...FILES, 'all.csv': await earlierTable('all.csv') });
    fs.symlinkSync('all.csv', path.join(cwd, 'link.csv'));
    fs.symlinkSync('nowhere.csv', path.join(cwd, 'lost.csv'));
    assert.equal((await runShell(cwd, 'AF export a.txt -o link.csv')).code, 0);
    assert.equal(fs.readlinkSync(path.join(cwd, 'link.csv')), 'all.csv');
    assert.equal(lines(cwd, 'all.csv'), 2);
    const { code, said } = await runShell(cwd, 'AF export a.txt -o lost.csv');
    assert.deepEqual(
      [code, said.slice(0, 70)],
      [2, 'article-format: lost.csv cannot be written. This link leads nowhere: t'],
    );
    assert.equal(fs.readlinkSync(path.join(cwd, 'lost.csv')), 'nowhere.csv');
  });

  it('a file with hard links, a folder, or a file without a name is refused, and what to do is said', async () => {
    const old = await earlierTable('all.csv');
    const cwd = folder({ ...FILES, 'all.csv': old, 'of/b.txt': '' });
    fs.linkSync(path.join(cwd, 'all.csv'), path.join(cwd, 'n.csv'));
    for (const [name, wanted] of Object.entries({
      'n.csv':
        'n.csv cannot be written. It has 2 names (hard links), and the others would keep the old content. Name an',
      of: 'of cannot be written. This is a folder.',
      "''": '-o needs the name of a file, or - for standard output.',
    })) {
      const { code, said } = await runShell(cwd, `AF export a.txt -o ${name}`);
      assert.equal(code, 2, name);
      assert.isTrue(said.startsWith(`article-format: ${wanted}`), said);
    }
    assert.isTrue(fs.readFileSync(path.join(cwd, 'all.csv')).equals(old));
  });
});

describe('an unexpected error', () => {
  it('ends a call in one sentence, without a stack of minified source', async () => {
    // The error comes as soon as the program can report it.
    const module = `data:text/javascript,process.on("newListener", (name) => {
      if (name === "uncaughtException") setImmediate(() => { throw new Error("Unexpected."); });
    })`;
    const child = spawn(process.execPath, ['--import', module, BIN, 'check', '-'], { cwd: folder({}) });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const [code] = await once(child, 'close');
    assert.deepEqual([code, said], [2, 'article-format: Unexpected.\n']);
  });
});

describe('a signal', function () {
  if (process.platform === 'win32') return; // Windows has no such signals.
  this.timeout(120_000);

  for (const [signal, wanted, name] of [
    ['SIGINT', 130, 'news.jsonl'],
    ['SIGTERM', 143, 'news.csv'],
    ['SIGHUP', 129, 'news.parquet'],
  ] as const) {
    it(`${signal} leaves nothing of an export to ${name}`, async () => {
      const old = await earlierTable(name);
      const cwd = folder({ [name]: old });
      const child = spawn(process.execPath, [BIN, 'export', '-', '-o', name], {
        cwd,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      const ended = once(child, 'close');
      child.stdin.on('error', () => {});
      await changeIn(cwd, () => child.stdin.write(article('1'))); // The temporary file now exists.
      child.kill(signal);
      const [code] = await ended;
      assert.equal(code, wanted);
      assert.deepEqual(fs.readdirSync(cwd), [name]);
      assert.isTrue(fs.readFileSync(path.join(cwd, name)).equals(old));
    });
  }

  const MANY = Array.from({ length: 200 }, (_, index) => `${index}.txt`);
  const NEW = Array.from({ length: 5_000 }, (_, index) => `${index}.txt`); // Writing a new file takes almost no time.
  const row = (file: string) => JSON.stringify({ number: '1', date: '2024-04-09', title: 'A', text: 'X', file });
  it('ends fix between files that need nothing, too', async () => {
    const healthy = Object.fromEntries(NEW.map((file) => [`z${file}`, article('1')]));
    const cwd = folder({ '0.txt': DAMAGED, ...healthy });
    const child = spawn(process.execPath, [BIN, 'fix', '.'], { cwd, env: environment() });
    await once(child.stdout, 'data'); // The first file is written, and no other needs a change.
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.deepEqual([code, fs.readdirSync(cwd).length], [130, NEW.length + 1]);
  });

  const CALLED = {
    fix: 'fix .',
    format: 'format --layout fields .',
    import: 'import ../rows.jsonl -o .',
    'import --force': 'import ../rows.jsonl -o . --force',
    undo: 'undo',
  };

  for (const [name, call] of Object.entries(CALLED)) {
    it(`lets ${name} finish the file that it is writing, and leaves nothing beside it`, async () => {
      const names = name === 'import' ? NEW : MANY;
      const old = name === 'import' ? {} : Object.fromEntries(MANY.map((file) => [`of/${file}`, DAMAGED]));
      const all = folder({ 'rows.jsonl': names.map(row).join('\n'), 'of/.keep': '', ...old });
      const cwd = path.join(all, 'of');
      if (name === 'undo') await run(['fix', '.'], cwd);
      const before = new Map(fs.readdirSync(cwd).map((file) => [file, fs.readFileSync(path.join(cwd, file), 'utf8')]));
      const env = environment();
      const stdio = ['ignore', 'pipe', 'pipe'] as const;
      let child: ChildProcess | undefined;
      let said = '';
      let account = '';
      await changeIn(cwd, () => {
        child = spawn(process.execPath, [BIN, ...call.split(' ')], { cwd, env, stdio: [...stdio] });
        child.stdout?.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        child.stderr?.setEncoding('utf8').on('data', (text: string) => {
          account += text;
        });
      });
      child?.kill('SIGTERM');
      const [code] = await once(child as ChildProcess, 'close');
      assert.equal(code, 143);
      const files = fs.readdirSync(cwd);
      assert.isEmpty(files.filter((file) => !names.includes(file) && file !== '.keep'));
      const changed = files.filter((file) => fs.readFileSync(path.join(cwd, file), 'utf8') !== before.get(file));
      assert.isAbove(changed.length, 0);
      assert.isBelow(changed.length, names.length);
      const [, count] = /^Interrupted\. ([\d,]+) (?:file|of)/.exec(account) ?? [];
      assert.equal(Number(count?.replaceAll(',', '')), changed.length, account);
      if (!name.startsWith('import')) assert.sameMembers(said.split('\n').filter(Boolean), changed);
    });
  }
});

/** Resolves when something is added to a folder after this call. */
async function changeIn(cwd: string, begin: () => void): Promise<void> {
  const watcher = fs.watch(cwd);
  const changed = once(watcher, 'change');
  begin();
  await changed;
  watcher.close();
}
