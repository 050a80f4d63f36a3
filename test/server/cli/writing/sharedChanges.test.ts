import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { Remark } from '../../../../server/src/cli/output/faults';
import { FolderSettings } from '../../../../server/src/cli/settings/settings';
import type { Wish } from '../../../../server/src/cli/writing/changes';
import { changeWork } from '../../../../server/src/cli/writing/changeWork';
import { FileChanges } from '../../../../server/src/cli/writing/fileChange';
import { LargeDocument } from '../../../../server/src/cli/writing/largeDocument';
import { sharedChanges, type Turn } from '../../../../server/src/cli/writing/sharedChanges';
import { HardLinks } from '../../../../server/src/disk/hardLinks';
import { reasonOf } from '../../../../server/src/disk/reasons';
import { article, BIN, folder, run } from '../commandLine';
import { contents, inputsIn } from '../workers/contents';

const TODAY = '2026-11-29';
const FIX: Wish = { command: 'fix', tier: 'safe' };
const WISHES: readonly Wish[] = [
  FIX,
  { command: 'fix', tier: 'suggested' },
  { command: 'format', layout: 'line' },
  { command: 'format', layout: 'fields' },
];

/** What becomes of each file, in order. */
async function changes(files: readonly InputFile[], wish: Wish, isShared: boolean): Promise<unknown[]> {
  const settings = new FolderSettings(TODAY, {}, () => {});
  const links = new HardLinks();
  const here = new FileChanges(wish, 'write', links);
  const work = changeWork(structuredClone({ wish, mode: 'write', ...settings.setup }));
  const workers = {
    size: 2,
    run: async (unit: readonly InputFile[]) => structuredClone(await work(structuredClone(unit))),
  };
  const alone = files.map((file) => ({ file, change: () => here.of(file, settings.of(file)) }));
  const turns: AsyncIterable<Turn> | readonly Turn[] = isShared
    ? sharedChanges({ files, settings, changes: here, links, workers, together: 3 })
    : alone;
  const all: unknown[] = [];
  for await (const { file, change } of turns) {
    const outcome = await change().then(
      (made) =>
        made instanceof LargeDocument || [
          made?.isArticle,
          made?.unfixed ?? '',
          made?.content?.after,
          made && [...(made.content?.bytes ?? [])],
        ],
      (error: unknown) => [reasonOf(error), error instanceof Remark],
    );
    all.push([file.path, outcome]);
  }
  return all;
}

describe('changes from workers', () => {
  it('are those that are made without them', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.constantFrom(...WISHES), async (contents, wish) => {
        const cwd = folder(contents);
        const names = Object.keys(contents);
        fs.linkSync(path.join(cwd, names[0] as string), path.join(cwd, 'z.txt'));
        const files = inputsIn(cwd, [...names, 'missing.txt', 'z.txt']);
        assert.deepEqual(await changes(files, wish, true), await changes(files, wish, false));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same where a settings file has an error, also for a healthy article', async () => {
    const cwd = folder({ 'a.txt': article('1'), '.articlerc.json': '{' });
    const [one] = await changes(inputsIn(cwd, ['a.txt']), FIX, true);
    assert.match(JSON.stringify(one), /Its settings are unknown/);
  });

  for (const call of [['fix'], ['format', '--layout', 'fields']]) {
    it(`are the same for the user of ${call[0]}, in threads`, async () => {
      const [alone, shared] = await Promise.all(
        ['1', '2'].map(async (jobs) => {
          const cwd = folder({
            'a.txt': article('1') + article('2'),
            'b.txt': article('3').replace('F-N-E-N-D.', 'F-N-E-N-D'),
            'c.txt': Buffer.from([...Buffer.from(article('4').replace('D-A-T-E-E', 'D–A–T–E–E')), 0xff]),
            'notes.txt': 'No article.',
          });
          const said = await run([...call, '.', 'missing.txt', '--jobs', jobs], cwd);
          const bytes = ['a.txt', 'b.txt', 'c.txt'].map((name) =>
            fs.readFileSync(path.join(cwd, name)).toString('hex'),
          );
          return { said, bytes };
        }),
      );
      assert.deepEqual(shared, alone);
      assert.equal(shared?.said.code, 2);
      assert.include(shared?.said.stdout, 'b.txt');
    });
  }

  it('are counted, and undo is named, if a worker ends early', async () => {
    const dist = folder({});
    fs.cpSync(path.dirname(BIN), dist, { recursive: true });
    const ending =
      "let units = 0; require('node:worker_threads').parentPort.on('message', () => ++units > 6 && process.exit());";
    fs.appendFileSync(path.join(dist, 'cli/changeWorker.js'), `\n${ending}`);
    const damaged = article('3').replace('F-N-E-N-D.', 'F-N-E-N-D');
    const names = Array.from({ length: 200 }, (_, index) => `${index}.txt`);
    const cwd = folder(Object.fromEntries(names.map((name) => [name, damaged])));
    const { code, stdout, stderr } = await run(['fix', '--jobs', '2', '.'], cwd, '', {}, path.join(dist, 'cli.js'));
    assert.equal(code, 2);
    const changed = stdout.trim().split('\n').length;
    assert.match(
      stderr,
      new RegExp(
        `^${changed} of ${changed} files changed\\. article-format undo takes that back\\.\narticle-format: A worker has ended`,
      ),
    );
    await run(['undo'], cwd);
    for (const name of names) assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), damaged);
  });
});
