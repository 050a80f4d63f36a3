import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { Remark } from '../../../../server/src/cli/output/faults';
import { namesInRows } from '../../../../server/src/cli/tables/rowNames';
import { rowsOfFiles } from '../../../../server/src/cli/tables/rows';
import { type RowsUnit, rowsWork } from '../../../../server/src/cli/tables/rowsWork';
import { sharedRows } from '../../../../server/src/cli/tables/sharedRows';
import { columnsFor } from '../../../../server/src/corpus/tables/columns';
import { LOSSES, type Losses } from '../../../../server/src/corpus/tables/losses';
import { tableText } from '../../../../server/src/corpus/tables/tableText';
import { HardLinks } from '../../../../server/src/disk/hardLinks';
import { reasonOf } from '../../../../server/src/disk/reasons';
import { article, folder, run } from '../commandLine';
import { contents, inputsIn } from '../workers/contents';

const SETUP = { form: 'jsonl', columns: columnsFor(new Set<string>()), options: {} } as const;

const NOTHING_OUTSIDE = {
  leftAlone: { add: () => {} },
  omissions: { add: () => {}, notWritten: () => {}, notImported: () => {}, leftOut: () => {} },
};

/** Collects the rows of some files as text, and all that is said besides, in order. */
async function said(inputs: readonly InputFile[], shared?: { large: number; done?: RowsUnit[] }): Promise<unknown[]> {
  const all: unknown[] = [];
  const outside = {
    leftAlone: { add: (file: InputFile) => all.push(['left alone', file.path]) },
    omissions: {
      add: (file: string, losses: Losses) => all.push([file, losses]),
      notWritten: (file: string, articles: number) => all.push([file, 'not written', articles]),
      notImported: (file: string, articles: number) => all.push([file, 'not imported', articles]),
      leftOut: () => {},
    },
  };
  const complain = (file: string, error: unknown) => all.push([file, reasonOf(error), error instanceof Remark]);
  const faults = { complain, links: new HardLinks() };
  const files = namesInRows(inputs);
  if (shared) {
    const setup = { ...SETUP, large: shared.large };
    const work = rowsWork(structuredClone(setup));
    const run = async (unit: RowsUnit) => {
      shared.done?.push(unit);
      return structuredClone(await work(structuredClone(unit)));
    };
    const workers = { size: 2, run };
    for await (const text of sharedRows({ ...setup, files, outside, faults, workers, together: 3 })) all.push(text);
  } else {
    const { line } = tableText(SETUP.form, SETUP.columns, SETUP.options);
    for await (const row of rowsOfFiles(files, SETUP.columns, outside, faults)) all.push(line(row));
  }
  return joined(all.filter((each) => !isNothing(each)));
}

function isNothing(each: unknown): boolean {
  const [, losses] = each as [string, Losses | string];
  return typeof losses === 'object' && LOSSES.every((loss) => losses[loss] === 0);
}

/** Texts that come one after another as one. */
function joined(all: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  for (const each of all) {
    const last = found.at(-1);
    if (typeof each === 'string' && typeof last === 'string') found[found.length - 1] = last + each;
    else found.push(each);
  }
  return found;
}

describe('rows without workers', () => {
  for (const [name, change] of Object.entries({
    shorter: (file: string) => fs.truncateSync(file, 200_000),
    longer: (file: string) => fs.appendFileSync(file, article('late')),
  })) {
    it(`end with a complaint if their file has become ${name} meanwhile`, async () => {
      const text = 'Talks go on. '.repeat(100);
      const articles = Array.from({ length: 6_000 }, (_, index) => article(String(index), { text }));
      const cwd = folder({ 'a.txt': articles.join('') });
      const complaints: string[] = [];
      const complain = (file: string, error: unknown) => complaints.push(`${path.basename(file)}: ${reasonOf(error)}`);
      const files = namesInRows(inputsIn(cwd, ['a.txt']));
      let rows = 0;
      for await (const _row of rowsOfFiles(files, SETUP.columns, NOTHING_OUTSIDE, { complain, links: new HardLinks() }))
        if (rows++ === 0) change(path.join(cwd, 'a.txt'));
      assert.isAtLeast(rows, 1);
      assert.deepEqual(complaints, ['a.txt: This file was changed while it was being exported. Export it again.']);
    });
  }
});

describe('rows from workers', () => {
  it('are those that are made without them, and the same is said of the files', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.integer({ min: 150, max: 1500 }), async (contents, large) => {
        const cwd = folder(contents);
        const names = Object.keys(contents);
        fs.linkSync(path.join(cwd, names[0] as string), path.join(cwd, 'z.txt'));
        const files = inputsIn(cwd, [...names, 'missing.txt', 'z.txt']);
        assert.deepEqual(await said(files, { large }), await said(files));
      }),
      { numRuns: 80 },
    );
  });

  it('are made of ranges of a large file, and cut nowhere in an open conflict', async () => {
    const articles = Array.from({ length: 40 }, (_, index) => article(String(index)));
    const open = [
      ...articles.slice(0, 20),
      '\n<<<<<<< HEAD\n',
      ...articles.slice(20, 30),
      '\n=======\n>>>>>>> other\n',
    ];
    const text = [...open, ...articles.slice(30)].join('');
    const bad = Buffer.concat([Buffer.from(text), Buffer.from([0xff])]);
    const files = inputsIn(folder({ 'a.txt': text, 'b.txt': `\ufeff${text}`, 'c.txt': bad }), [
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
    const done: RowsUnit[] = [];
    assert.deepEqual(await said(files, { large: 800, done }), await said(files));
    assert.isAbove(done.filter((unit) => 'range' in unit).length, 8);
  });

  it('stop where a file was changed meanwhile, which is said', async () => {
    const cwd = folder({ 'a.txt': Array.from({ length: 40 }, (_, index) => article(String(index))).join('') });
    const files = inputsIn(cwd, ['a.txt']);
    const done: RowsUnit[] = [];
    done.push = (unit) => {
      if ('range' in unit && unit.range.from > 0) fs.truncateSync(path.join(cwd, 'a.txt'), unit.range.from + 5);
      return 0;
    };
    const [rows, ...rest] = await said(files, { large: 800, done });
    assert.include(rows, '"index":3');
    assert.match(JSON.stringify(rest), /This file was changed while it was being exported\. Export it again\./);
  });

  it('are the same for the user, in threads', async () => {
    const cwd = folder({
      'a.txt': article('1') + article('2'),
      'b.txt': article('3').replace('F-N-E-N-D.', 'F-N-E-N-D'),
      'c.txt': Buffer.from([...Buffer.from(article('4')), 0xff]),
    });
    const call = ['export', '.', 'missing.txt', '--to', 'csv', '--byte-order-mark', '--jobs'];
    const [alone, shared] = await Promise.all(['1', '2'].map((jobs) => run([...call, jobs], cwd)));
    assert.deepEqual(shared, alone);
    assert.equal(shared?.code, 2);
    assert.lengthOf(shared?.stdout.trim().split('\r\n') ?? [], 4);
  });
});
