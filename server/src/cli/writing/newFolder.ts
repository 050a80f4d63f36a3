/** Makes a folder of files as a whole: under another name, which it gets rid of at the end. */
import fs from 'node:fs';
import { appendFile, mkdir, rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NewFolder } from '../../corpus/targets';
import { reasonOf } from '../../disk/reasons';
import { temporaryName } from '../../disk/replaceFile';
import { shown, UsageError } from '../output/faults';
import { endingOnSignals } from '../output/interruption';
import { STDOUT } from '../output/output';

/** How many characters are added to a file at a time, at least. */
const PART = 64 * 1024;

/** Throws a UsageError for a name that is not free: only a folder with nothing in it may be there. */
export function requireNewFolder(output: string | undefined): asserts output is string {
  if (output === undefined || output === '' || output === STDOUT) {
    throw new UsageError('What is written is a folder. Name a new one with -o.');
  }
  const found = fs.lstatSync(output, { throwIfNoEntry: false });
  if (found && !(found.isDirectory() && fs.readdirSync(output).length === 0)) {
    throw new UsageError(
      `${shown(output)} already exists, and nothing in it is overwritten. Name a new folder with -o.`,
    );
  }
}

/**
 * Calls `write` with a folder that gets its name `output` only when all is in it. If something fails, or a signal ends the
 * process, it is removed. Throws what `write` throws, and a UsageError if the folder cannot be written.
 */
export async function writeFolder(output: string, write: (folder: NewFolder) => Promise<void>): Promise<void> {
  const target = path.resolve(output);
  const temporary = temporaryName(target);
  const remove = () => fs.rmSync(temporary, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await endingOnSignals(async () => {
      await mkdir(temporary);
      const folder = new Files(temporary);
      await write(folder);
      await folder.end();
      if (fs.existsSync(target)) await rmdir(target); // Windows renames nothing to the name of an empty folder.
      await rename(temporary, target);
    });
  } catch (error) {
    remove();
    if (error instanceof UsageError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${shown(output)} cannot be written. ${reasonOf(error)}`);
  } finally {
    process.off('exit', remove);
  }
}

class Files implements NewFolder {
  private readonly waiting = new Map<string, string>();
  private readonly made = new Set<string>(['.']);

  constructor(private readonly root: string) {}

  async write(name: string, text: string): Promise<void> {
    await writeFile(await this.placeFor(name), text, { flag: 'wx' });
  }

  async append(name: string, text: string): Promise<void> {
    const waiting = (this.waiting.get(name) ?? '') + text;
    this.waiting.set(name, waiting.length < PART ? waiting : '');
    if (waiting.length >= PART) await appendFile(await this.placeFor(name), waiting);
  }

  /** Writes what still waits. */
  async end(): Promise<void> {
    for (const [name, waiting] of this.waiting) await appendFile(await this.placeFor(name), waiting);
  }

  private async placeFor(name: string): Promise<string> {
    const folder = path.posix.dirname(name);
    if (!this.made.has(folder)) await mkdir(path.join(this.root, folder), { recursive: true });
    this.made.add(folder);
    return path.join(this.root, name);
  }
}
