import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { CheckRun, type Sharing } from '../../../../../server/src/cli/check/checkRun';
import { Figures } from '../../../../../server/src/cli/check/figures';
import type { CheckUnit } from '../../../../../server/src/cli/check/shared/checkUnits';
import { checkWork } from '../../../../../server/src/cli/check/shared/checkWork';
import type { InputFile } from '../../../../../server/src/cli/input/inputFile';
import { Remark } from '../../../../../server/src/cli/output/faults';
import { Output } from '../../../../../server/src/cli/output/output';
import { LeftAlone } from '../../../../../server/src/cli/reading/leftAlone';
import { FolderSettings } from '../../../../../server/src/cli/settings/settings';
import { reasonOf } from '../../../../../server/src/disk/reasons';
import { anyDocument, articleText, realisticDocument } from '../../../core/articles';
import { context } from '../../../core/findings';
import { article, folder, run } from '../../commandLine';

/** Workers in this thread, which get and give copies, as threads do. `done` collects what they have done. */
function sharing(range: number, done: CheckUnit[] = []): Sharing {
  return {
    ...{ range, together: 3 },
    start: (setup, size) => {
      const works = Array.from({ length: size }, () => checkWork(structuredClone(setup)));
      let turn = 0;
      return {
        size,
        run: async (unit) => {
          done.push(unit);
          return structuredClone(works[turn++ % size]?.(structuredClone(unit)) as ReturnType<(typeof works)[0]>);
        },
        close: async () => {},
      };
    },
  };
}

interface Call {
  readonly files: readonly InputFile[];
  readonly jobs: number;
  readonly counts?: boolean;
  readonly range?: number;
  readonly done?: CheckUnit[];
}

/** All that a call says, in order. */
async function said({ files, jobs, counts = false, range = 400, done }: Call): Promise<unknown[]> {
  const all: unknown[] = [];
  const complain = (file: string, error: unknown) => all.push([file, reasonOf(error), error instanceof Remark]);
  const leftAlone = new LeftAlone(false);
  leftAlone.add = (file) => all.push(['left alone', file.path]);
  const settings = new FolderSettings(context.today, { rule: { 'file-name-mismatch': 'hint' } }, complain);
  const figures = counts ? { figures: new Figures() } : {};
  const checked = await new CheckRun({
    ...{ files, settings, jobs, complain, leftAlone, output: new Output(), sharing: sharing(range, done) },
    report: (finding) => (counts ? figures.figures?.addProblem(finding) : all.push({ ...finding })),
    ...figures,
  }).run();
  return [...all, checked, figures];
}

const alike = fc
  .tuple(fc.constantFrom('1', '2', ' 1 ', 'é3'), fc.constantFrom('Talks go on.', 'Café 🕊️.', 'A\u200bB', 'U\ufffd.'))
  .map(([number, text]) => articleText([number, '2024-04-09', 'Truce', text]));

/** Lines of git, which open a conflict that may go over many articles. */
const conflict = fc.constantFrom('\n<<<<<<< HEAD\n', '\n=======\n', '\n>>>>>>> other\n');

const content = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: alike }, anyDocument, realisticDocument, conflict), { maxLength: 10 }),
    fc.constantFrom('', '', '\ufeff'),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x0d, 0x0a, 0xff, 0xe2)), { maxLength: 2 }),
  )
  .map(([texts, mark, damages]) => {
    const bytes = Buffer.from(mark + texts.join(''));
    for (const [at, byte] of damages) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

const NAMES = ['a/article_1.txt', 'a/lf_2.txt', 'a/more/b.txt', 'b/article_1.txt', 'b/c.txt', 'b/d.txt'];

const settingsFile = fc.constantFrom(
  '{}',
  '{ "rules": { "no-article": "error", "invisible-character": "off" } }',
  '{ "a": 1',
);

const corpora = fc.tuple(
  fc.dictionary(fc.constantFrom(...NAMES), content, { minKeys: 1 }),
  fc.dictionary(fc.constantFrom('.articlerc.json', 'a/.articlerc.json', 'b/.articlerc.json'), settingsFile),
  fc.boolean(),
);

/** Input files for these contents, among them a missing one, a folder, and one file under two names. */
function inputs(contents: Readonly<Record<string, Uint8Array | string>>, named: boolean): InputFile[] {
  const cwd = folder(contents);
  const names = Object.keys(contents).filter((name) => name.endsWith('.txt'));
  fs.linkSync(path.join(cwd, names[0] as string), path.join(cwd, 'z.txt'));
  return [...names, 'missing.txt', 'z.txt', '.'].map((name) => {
    const file = path.join(cwd, name);
    return { path: file, name, folder: path.dirname(file), root: cwd, named, regular: true };
  });
}

describe('a check with workers', () => {
  it('says what a check without them says, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, fc.integer({ min: 150, max: 1500 }), async ([texts, settings, named], range) => {
        const files = inputs({ ...texts, ...settings }, named);
        for (const counts of [false, true]) {
          const expected = await said({ files, jobs: 1, counts });
          assert.deepEqual(await said({ files, jobs: 3, counts, range }), expected);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('cuts a large file into ranges', async () => {
    const done: CheckUnit[] = [];
    const text = Array.from({ length: 40 }, (_, index) => article(String(index % 30))).join('');
    const files = inputs({ 'a.txt': text }, true).slice(0, 1);
    const expected = await said({ files, jobs: 1 });
    assert.isAbove(expected.length, 20);
    assert.deepEqual(await said({ files, jobs: 2, range: 1000, done }), expected);
    assert.isAbove(done.length, 5);
  });

  it('cuts nowhere in an open conflict, although articles seem to begin there', async () => {
    const articles = Array.from({ length: 20 }, (_, index) => article(String(index)));
    const open = [...articles.slice(0, 3), '\n<<<<<<< HEAD\n', ...articles.slice(3, 15), '\n=======\n>>>>>>> other\n'];
    const files = inputs({ 'a.txt': [...open, ...articles.slice(15)].join('') }, true).slice(0, 1);
    assert.deepEqual(await said({ files, jobs: 2, range: 500 }), await said({ files, jobs: 1 }));
  });

  it('takes U+FFFD after a byte that is not UTF-8 for such a byte, in whatever range it is', async () => {
    const bad = Buffer.concat([Buffer.from(article('1')), Buffer.from([0xff])]);
    const rest = Array.from({ length: 20 }, (_, index) => article(String(index + 2), { text: 'U\ufffd.' })).join('');
    const files = inputs({ 'a.txt': Buffer.concat([bad, Buffer.from(rest)]) }, true).slice(0, 1);
    const expected = await said({ files, jobs: 1 });
    assert.deepEqual(await said({ files, jobs: 2, range: 500 }), expected);
    assert.notInclude(JSON.stringify(expected), 'invisible-character');
  });

  it('is the same for the user, in threads', async () => {
    const cwd = folder({
      'a.txt': article('1') + article('2'),
      'b.txt': article('1').replace('E-N-D.', 'E-N-D'),
      'c.txt': Buffer.from([...Buffer.from(article('4')), 0xff]),
      'd.txt': 'nothing',
    });
    const call = ['check', '.', 'missing.txt', '--format', 'jsonl', '--jobs'];
    const [alone, shared] = await Promise.all(['1', '2'].map((jobs) => run([...call, jobs], cwd)));
    assert.deepEqual(shared, alone);
    assert.equal(shared?.code, 2);
    assert.lengthOf(shared?.stdout.trim().split('\n') ?? [], 5);
  });
});
