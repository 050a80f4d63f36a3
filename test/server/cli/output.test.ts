/** Output that cannot be written ends a call with a sentence and exit code 2; a signal, with its own code and no leftover. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, BIN, environment, folder } from './commandLine';

const FULL = '/dev/full';
const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

/** Runs a call with one or both outputs on a full disk; gives what came through the other. */
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

/** All that writes to standard output. */
const CALLS: readonly string[] = [
  ...['export a.txt', 'export .', 'export --to csv .', 'export -', 'check .', 'check -', 'stats .', 'stats --json .'],
  ...['pretty', 'jsonl', 'sarif', 'github'].map((form) => `check --format ${form} .`),
  ...['format --layout fields --stdout .', 'format --layout fields --check .', 'format --layout fields -'],
  ...['fix -', 'fix --diff .', 'fix --dry-run .', 'fix .', '--help', 'check --help', '--version'],
];

describe('standard output', function () {
  if (!fs.existsSync(FULL)) return; // Only Linux has it.
  this.timeout(120_000);

  for (const call of CALLS) {
    it(`on a full disk ends ${call}`, async () => {
      const { code, said } = await runFull(call.split(' '), ['stdout']);
      assert.equal(code, 2);
      const [last, ...before] = said.trimEnd().split('\n').reverse();
      assert.equal(last, 'article-format: Standard output cannot be written. There is no space left.');
      // What was done before.
      for (const line of before)
        assert.match(
          line,
          /^\d of \d files? (changed|would change)\.( article-format undo takes that back\.)?$|^article-format: \d /,
        );
    });
  }

  it('on a full disk, as standard error is, leaves the exit code', async () => {
    assert.deepEqual(await runFull(['check', '.'], ['stdout', 'stderr']), { code: 2, said: '' });
  });

  it('may be all there is: what cannot be said on standard error is in the exit code', async () => {
    for (const call of ['check nothing.txt', 'export b.txt', 'fix .', '--nosuch', 'import nothing.jsonl -o out']) {
      const { code, said } = await runFull(call.split(' '), ['stderr']);
      assert.equal(code, 2, call);
      assert.notInclude(said, 'at ', call);
    }
  });

  it('in a file is all there, or the call says that it is not', async () => {
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
        assert.equal(said.includes('Standard output cannot be written. The file system'), wanted === 2, said);
        assert.equal(fs.statSync(path.join(cwd, 'out')).size > 260_000, wanted === 0);
      }
    }
  });

  it('that nobody reads any more ends a call as it ends others', async () => {
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

describe('an error that nobody expects', () => {
  it('ends a call in one sentence, without a stack of minified source', async () => {
    // It comes as soon as the program is there to answer for it.
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
  if (process.platform === 'win32') return; // Processes there cannot be asked to end.
  this.timeout(120_000);

  for (const [signal, wanted] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    for (const name of ['news.jsonl', 'news.csv', 'news.parquet']) {
      it(`${signal} leaves nothing of an export to ${name}`, async () => {
        const cwd = folder({ [name]: 'old' });
        const child = spawn(process.execPath, [BIN, 'export', '-', '-o', name], {
          cwd,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
        const ended = once(child, 'close');
        child.stdin.on('error', () => {});
        await changeIn(cwd, () => child.stdin.write(article('1'))); // The temporary file is there.
        child.kill(signal);
        const [code] = await ended;
        assert.equal(code, wanted);
        assert.deepEqual(fs.readdirSync(cwd), [name]);
        assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), 'old');
      });
    }
  }
});

/** Resolves when something has come into a folder after this. */
async function changeIn(cwd: string, begin: () => void): Promise<void> {
  const watcher = fs.watch(cwd);
  const changed = once(watcher, 'change');
  begin();
  await changed;
  watcher.close();
}
