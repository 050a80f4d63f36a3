/** Whatever happens to a process that writes people's files, each file is the old one or the new one, and the next run finishes the work. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pick, seeded } from '../../random';
import { bundleOf } from '../build';
import { type Campaign, Failure } from '../campaign';
import type { Interruption } from '../interruption';
import { contentOf, type Start, WRITERS, type Writer } from '../writers';

/** One interruption, as saved in test/fuzz/cases. */
interface WriterCase extends Pick<Interruption, 'at' | 'how'> {
  readonly writer: string;
}

/** Interrupts each writer in turn, at a random moment, in one of these ways. */
function campaign(about: Omit<Campaign, 'run' | 'replay'>, ways: readonly Interruption['how'][]): Campaign {
  return {
    ...about,
    run: async (seed, count) => {
      const random = seeded(seed);
      for (let tried = 0; tried < count; tried++) {
        const writer = WRITERS[tried % WRITERS.length] as Writer;
        const { moments } = await undisturbed(writer);
        await interrupt(writer, { at: Math.floor(random() * moments), how: pick(random, ways) });
      }
      return count;
    },
    replay: async (example) => {
      const { writer: name, ...interruption } = example as WriterCase;
      await interrupt(WRITERS.find((writer) => writer.name === name) as Writer, interruption);
    },
  };
}

export const kills = campaign(
  {
    name: 'kills',
    unit: 'kills',
    holds:
      'When `fix`, `format`, `export`, `import`, a fields view, or the corpus’s fixes or export are killed while they write, each file is the old one or the new one, and the next run finishes the work',
    short: WRITERS.length,
    round: 60,
    full: 1000,
  },
  ['SIGKILL'],
);

export const failures = campaign(
  {
    name: 'failing calls',
    unit: 'calls',
    holds: 'The same when one of their calls fails with ENOSPC, EACCES or EIO; and anything left undone is reported',
    short: WRITERS.length,
    round: 60,
    full: 1000,
  },
  ['ENOSPC', 'EACCES', 'EIO'],
);

/** The files after an undisturbed run of a writer, and the number of moments at which it could be interrupted. */
interface Undisturbed {
  readonly after: ReadonlyMap<string, string>;
  readonly moments: number;
}

const known = new Map<Writer, Undisturbed>();

async function undisturbed(writer: Writer): Promise<Undisturbed> {
  const found = known.get(writer) ?? (await inFolder(writer, (folder) => observe(writer, folder)));
  known.set(writer, found);
  return found;
}

async function observe(writer: Writer, folder: string): Promise<Undisturbed> {
  const moments = `${folder}-moments`;
  const isDone = await writer.run(folder, await startWith({ folder, at: -1, how: 'SIGKILL', moments }));
  const after = contentOf(folder);
  const isChanged = [...after].some(([name, text]) => writer.files[name] !== text);
  if (!isDone || !isChanged) throw new Error(`${writer.name} does not do its work.`);
  return { after, moments: Number(fs.readFileSync(moments, 'utf8')) };
}

async function interrupt(writer: Writer, interruption: Pick<Interruption, 'at' | 'how'>): Promise<void> {
  const { after } = await undisturbed(writer);
  await inFolder(writer, async (folder) => {
    const fail = (what: string) => {
      const example: WriterCase = { writer: writer.name, ...interruption };
      throw new Failure(`${writer.name}, ${interruption.how} at moment ${interruption.at}: ${what}`, example);
    };
    const isDone = await writer.run(folder, await startWith({ folder, moments: `${folder}-moments`, ...interruption }));
    const found = contentOf(folder);
    for (const name of new Set([...found.keys(), ...Object.keys(writer.files), ...after.keys()])) {
      const text = found.get(name);
      const isWhole = text === writer.files[name] || text === after.get(name);
      const isSaid = !isDone && name === writer.table && hasLinesOf(text, after.get(name));
      if (!isWhole && !isSaid && !/^\..*\.tmp$/.test(name)) fail(`${name} has ${text?.length ?? 'no'} characters`);
    }
    if (isDone && !isSame(found, after)) fail('it left something undone without reporting it');
    await writer.run(folder, { options: [], env: {} });
    if (!isSame(contentOf(folder), after)) fail(`then it left ${[...contentOf(folder).keys()].join()}`);
  });
}

/** Whether a text consists of complete lines of another one. */
function hasLinesOf(text = '', other = ''): boolean {
  const lines = new Set(other.split('\n'));
  return text.split('\n').every((line) => lines.has(line));
}

function isSame(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean {
  return found.size === wanted.size && [...wanted].every(([name, text]) => found.get(name) === text);
}

async function startWith(interruption: Interruption): Promise<Start> {
  const module = pathToFileURL(await bundleOf('test/fuzz/interruption.ts')).href;
  return { options: ['--import', module], env: { ARTICLE_INTERRUPTION: JSON.stringify(interruption) } };
}

/** Calls `use` with a new folder that contains a writer's files; removes it afterwards, with everything beside it. */
async function inFolder<T>(writer: Writer, use: (folder: string) => Promise<T>): Promise<T> {
  const outer = fs.mkdtempSync(path.join(os.tmpdir(), 'article-writers-'));
  const folder = path.join(outer, 'in');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(writer.files)) fs.writeFileSync(path.join(folder, name), text);
  try {
    return await use(folder);
  } finally {
    fs.rmSync(outer, { recursive: true, force: true });
  }
}
