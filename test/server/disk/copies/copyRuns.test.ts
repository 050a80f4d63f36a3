import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { CopyRuns, fits, type Limits, roomFor } from '../../../../server/src/disk/copies/copyRuns';
import type { DamagedRun } from '../../../../server/src/disk/copies/runFolder';
import { temporaryFolder } from '../../../temporary';

const [OLD, NEW] = [Buffer.from('12345678'), Buffer.from('new')];
/** The number of no running process, so that its runs may be removed. */
const GONE = 2 ** 22 + 1;

describe('runs with copies', () => {
  let place: string;
  beforeEach(() => {
    place = path.join(temporaryFolder(), 'runs');
  });

  const store = (limits: Partial<Limits> = {}) => new CopyRuns(place, { runs: 3, days: 30, bytes: 1000, ...limits });

  /** Makes runs of these folders, each with one copy, as if their processes had ended. */
  async function keep(runs: CopyRuns, ...folders: string[]): Promise<void> {
    for (const folder of folders) {
      const run = await runs.begin({ command: 'fix', folder, from: '/' });
      await run.keep(`file:///${folder}.txt`, OLD, NEW);
      for (const name of fs.readdirSync(place)) change(name, { process: GONE });
    }
  }

  function change(name: string, values: object): void {
    const head = path.join(place, name, 'run.json');
    fs.writeFileSync(head, JSON.stringify({ ...JSON.parse(fs.readFileSync(head, 'utf8')), ...values }));
  }

  const folders = async (runs: CopyRuns) => (await runs.list()).map(({ folder }) => folder);

  it('are listed with the latest first, even if there are several in one second', async () => {
    const runs = store({ runs: 20 });
    await keep(runs, ...'abcdefghijkl');
    assert.deepEqual(await folders(runs), [...'lkjihgfedcba']);
    const [run] = await runs.list();
    assert.match(run?.name ?? '', /^\d{8}-\d{6}(-\d+)?$/);
    assert.deepEqual(await run?.copies[0]?.read(), OLD);
  });

  it('are kept up to a number for each corpus', async () => {
    const runs = store();
    await keep(runs, 'a', 'b', 'a', 'a', 'a', 'b');
    assert.deepEqual(await folders(runs), ['b', 'a', 'a', 'a', 'b']);
  });

  it('are removed when they are too old', async () => {
    const runs = store();
    await keep(runs, 'a', 'b');
    const old = (await runs.list()).find(({ folder }) => folder === 'a')?.name as string;
    change(old, { time: Date.now() - 31 * 24 * 60 * 60 * 1000 });
    await keep(runs, 'c');
    assert.deepEqual(await folders(runs), ['c', 'b']);
  });

  it('are removed when copies would take too much room, the oldest first', async () => {
    const runs = store({ bytes: 2 * OLD.length + 1, runs: 20 });
    await keep(runs, 'a', 'b', 'c');
    assert.deepEqual(await folders(runs), ['c', 'b']);
  });

  it('are never removed while they are being undone, however many and how old they are', async () => {
    const runs = store({ bytes: OLD.length, runs: 1 });
    await keep(runs, 'a');
    const [taken] = await runs.list();
    const undo = await runs.begin({ command: 'undo', folder: 'a', from: '/', of: taken?.name ?? '' });
    await undo.keep('file:///a.txt', NEW, OLD);
    assert.deepEqual(await taken?.copies[0]?.read(), OLD);
  });

  it('stay while their process is running', async () => {
    const runs = store({ bytes: OLD.length, runs: 1 });
    await runs.begin({ command: 'fix', folder: 'a', from: '/' });
    const run = await runs.begin({ command: 'fix', folder: 'a', from: '/' });
    await run.keep('file:///a.txt', OLD, NEW);
    assert.lengthOf(await runs.list(), 2);
  });

  it('have as much room as the limit and the disk allow, counted in blocks of the disk', async () => {
    const { bytes, onDisk } = await store().room();
    assert.equal(bytes, 1000);
    assert.isAbove(onDisk, 0);
    assert.isTrue(fits(roomFor([500, 500]), { bytes: 1000, onDisk: 100_000 }));
    assert.isFalse(fits(roomFor([500, 501]), { bytes: 1000, onDisk: 100_000 }));
    // A block for each copy, and some for the run's own files.
    assert.isFalse(fits(roomFor([1, 1, 1, 4097]), { bytes: 10_000, onDisk: 9 * 4096 }));
    assert.isTrue(fits(roomFor([1, 1, 1, 4097]), { bytes: 10_000, onDisk: 10 * 4096 }));
    assert.isTrue(fits(roomFor([]), { bytes: 0, onDisk: 0 }));
    fs.writeFileSync(path.join(path.dirname(place), 'file'), '');
    const nowhere = new CopyRuns(path.join(path.dirname(place), 'file', 'runs'));
    assert.oneOf((await nowhere.room().catch((error) => error)).code, ['ENOTDIR', 'EEXIST', 'ENOENT']);
  });

  it('are counted apart from the runs that undid them', async () => {
    const runs = store();
    await keep(runs, 'a', 'a', 'a');
    for (const { name } of await runs.list()) {
      await runs.begin({ command: 'undo', folder: 'a', from: '/', of: name });
      for (const each of fs.readdirSync(place)) change(each, { process: GONE });
    }
    const commands = (await runs.list()).map(({ command }) => command);
    assert.deepEqual(commands, ['undo', 'undo', 'undo', 'fix', 'fix', 'fix']);
  });

  it('are not found in other folders, in an empty place, or where a call ended before its run began', async () => {
    const damaged: DamagedRun[] = [];
    const runs = () => store().list((run) => damaged.push(run));
    assert.isEmpty(await runs());
    fs.mkdirSync(path.join(place, 'x'), { recursive: true });
    fs.writeFileSync(path.join(place, 'y'), '');
    assert.isEmpty(await runs());
    assert.isEmpty(damaged);
    fs.rmSync(place, { recursive: true });
    fs.writeFileSync(place, '');
    assert.equal((await runs().catch((error) => error)).code, 'ENOTDIR');
  });

  const HEAD = { command: 'fix', folder: '/', from: '/', time: 0, process: 1 };
  const damages: Readonly<Record<string, [content: string | undefined, reason: string]>> = {
    ...Object.fromEntries(
      [
        ...['', '{', '{}', '[]', 'null', '7'],
        ...[{ time: '0' }, { time: 1e300 }, { time: 8.64e15 }, { folder: null }, { of: 7 }, { process: 'x' }].map(
          (part) => JSON.stringify({ ...HEAD, ...part }),
        ),
      ].map((content) => [content, [content, 'Its run.json is damaged.'] as const]),
    ),
    'no head': [undefined, 'Its run.json is missing.'],
  };
  for (const [what, [content, reason]] of Object.entries(damages)) {
    it(`are reported when their head is damaged, without hiding others: ${what}`, async () => {
      const runs = store();
      await keep(runs, 'a', 'b');
      const [, { name = '' } = {}] = await runs.list();
      const head = path.join(place, name, 'run.json');
      if (content === undefined) fs.rmSync(head);
      else fs.writeFileSync(head, content);
      const damaged: DamagedRun[] = [];
      assert.deepEqual(
        (await runs.list((run) => damaged.push(run))).map(({ folder }) => folder),
        ['b'],
      );
      assert.deepEqual(damaged, [{ name, folder: path.join(place, name), reason }]);
    });
  }

  it('are reported when their manifest is missing or not a file', async () => {
    const runs = store();
    await keep(runs, 'a');
    const [name = ''] = fs.readdirSync(place);
    const manifest = path.join(place, name, 'manifest.jsonl');
    const damaged: DamagedRun[] = [];
    fs.rmSync(manifest);
    assert.isEmpty(await runs.list((run) => damaged.push(run)));
    fs.mkdirSync(manifest);
    assert.isEmpty(await runs.list((run) => damaged.push(run)));
    assert.deepEqual(
      damaged.map(({ reason }) => reason),
      [
        'Its manifest.jsonl cannot be read. There is no such file or folder.',
        'Its manifest.jsonl cannot be read. This is a folder.',
      ],
    );
  });

  it('record that they are undone, and how many files are left', async () => {
    const runs = store();
    await keep(runs, 'a');
    const { name } = (await runs.list())[0] as { name: string };
    const state = async () => (await runs.list()).map(({ isUndone, left }) => ({ isUndone, left }));
    await runs.setUndone(name, 2);
    assert.deepEqual(await state(), [{ isUndone: true, left: 2 }]);
    await runs.setUndone(name);
    assert.deepEqual(await state(), [{ isUndone: true, left: 0 }]);
    await runs.setInForce(name);
    assert.deepEqual(await state(), [{ isUndone: false, left: 0 }]);
  });

  it('are at work until their process records the end, is gone, or was started before the machine', async () => {
    const runs = store();
    const isAtWork = async () => (await runs.list())[0]?.isAtWork;
    const run = await runs.begin({ command: 'fix', folder: 'a', from: '/' });
    assert.isTrue(await isAtWork());
    const [name = ''] = fs.readdirSync(place);
    change(name, { process: GONE });
    assert.isFalse(await isAtWork());
    change(name, { process: process.pid, time: Date.now() - os.uptime() * 1000 - 1000 });
    assert.isFalse(await isAtWork());
    change(name, { time: Date.now() });
    assert.isTrue(await isAtWork());
    run.end();
    assert.isFalse(await isAtWork());
  });
});
