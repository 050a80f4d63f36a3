/** Whoever kills a process that writes files, at whatever moment: each file is the old one or the new one. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeLeftovers } from '../../../server/src/disk/replaceFile';
import { seeded } from '../../bench/random';
import { BIN, build } from '../../server/cli/commandLine';
import { articleText } from '../../server/core/articles';
import { bundleOf } from '../build';
import { type Campaign, Failure } from '../campaign';

export const writer: Campaign = {
  name: 'writer',
  unit: 'kills',
  holds:
    'A file that is being replaced by a process that is killed has its old bytes or the new ones, and nothing is left over',
  short: 5,
  round: 100,
  full: 1000,
  run: (seed, count) =>
    inFolder(async (folder) => {
      const random = seeded(seed);
      const program = await bundleOf('test/fuzz/writer.ts');
      const contents = ['small ', 'large '.repeat(400_000)].map((text) => Buffer.from(text));
      const names = ['a.txt', 'small', 'large'];
      const [file, ...sources] = names.map((name) => path.join(folder, name)) as [string, string, string];
      for (const [index, source] of sources.entries()) fs.writeFileSync(source, contents[index] as Buffer);
      fs.copyFileSync(sources[0] as string, file);
      for (let kill = 0; kill < count; kill++) {
        const child = spawn(process.execPath, [program, file, ...sources], { stdio: ['ignore', 'pipe', 'inherit'] });
        await new Promise((resolve) => child.stdout.once('data', resolve));
        await killed(child, random() * 60);
        const found = fs.readFileSync(file);
        if (!contents.some((content) => content.equals(found))) {
          throw new Failure(`The file is torn: it has ${found.length} bytes.`, undefined);
        }
        await removeLeftovers(folder);
        sameNames(folder, names);
      }
      return count;
    }),
};

const FILES = 40;

export const fixes: Campaign = {
  name: 'fixes',
  unit: 'kills',
  holds:
    'A folder in which `fix` is killed holds each file as it was or as it is to be, and the next run finishes the work',
  short: 0, // test/server/cli/writing.test.ts does it.
  round: 50,
  full: 500,
  run: async (seed, count) => {
    const random = seeded(seed);
    build();
    for (let kill = 0; kill < count; kill++) {
      await inFolder(async (folder) => {
        const expected = damagedFiles(folder);
        await killed(fix(folder), 100 + random() * 300);
        for (const [name, texts] of expected) {
          const found = fs.readFileSync(path.join(folder, name), 'utf8');
          if (!texts.includes(found))
            throw new Failure(`${name} is neither as it was nor as it is to be: ${found}`, undefined);
        }
        await ended(fix(folder));
        for (const [name, [, mended]] of expected) {
          const found = fs.readFileSync(path.join(folder, name), 'utf8');
          if (found !== mended) throw new Failure(`${name} was not mended: ${found}`, undefined);
        }
        sameNames(folder, [...expected.keys()]);
      });
    }
    return count;
  },
};

/** Files with a lost full stop; gives each with its text as it is and as it is to be. */
function damagedFiles(folder: string): ReadonlyMap<string, readonly [string, string]> {
  const texts = new Map<string, readonly [string, string]>();
  for (let number = 0; number < FILES; number++) {
    const mended = articleText([
      String(number),
      '2024-04-09',
      'Truce in sight',
      'Talks go on. '.repeat(1 + number * 50),
    ]);
    texts.set(`article_${number}.txt`, [mended.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D,'), mended]);
  }
  for (const [name, [damaged]] of texts) fs.writeFileSync(path.join(folder, name), damaged);
  return texts;
}

function fix(folder: string): ChildProcess {
  return spawn(process.execPath, [BIN, 'fix', folder], { stdio: 'ignore' });
}

/** Kills a process after some milliseconds, unless it ends before, and waits until it is gone. */
async function killed(child: ChildProcess, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended(child);
  clearTimeout(timer);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()));
}

function sameNames(folder: string, names: readonly string[]): void {
  const found = fs.readdirSync(folder).sort().join();
  if (found !== [...names].sort().join()) throw new Failure(`Something is left over: ${found}`, undefined);
}

/** Calls `use` with a new folder, which is removed afterwards. */
async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-writers-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
