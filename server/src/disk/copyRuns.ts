/**
 * Runs of commands that replace files, each with copies of what these were: kept for a while, in a folder of their own, so
 * that a run can be taken back.
 */
import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Kept, keepCopy, keptCopies } from './copies';
import { reasonOf } from './reasons';
import { isRunning } from './replaceFile';

/** How much is kept; what is over goes, the oldest run first. */
export interface Limits {
  /** Runs of one corpus, and as many that took others of them back. */
  readonly runs: number;
  readonly days: number;
  /** In all. */
  readonly bytes: number;
}

const LIMITS: Limits = { runs: 10, days: 30, bytes: 2 * 1024 ** 3 };
const DAY = 24 * 60 * 60 * 1000;

/** Names of the files in a run's folder, beside the copies. */
const HEAD = 'run.json';
const MANIFEST = 'manifest.jsonl';
/** The run is taken back. Holds the number of files that could not be restored, if there are any. */
const UNDONE = 'undone';
/** Its process keeps nothing more in it. */
const ENDED = 'ended';

/** What a run was. */
export interface Head {
  readonly command: string;
  /** Real path of the folder that it was called for, and of the working directory then. */
  readonly folder: string;
  readonly from: string;
  /** Name of the run that it took back, if it did. */
  readonly of?: string;
}

interface WrittenHead extends Head {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly process: number;
}

/** A run that has been. */
export interface Run extends WrittenHead, Kept {
  /** How it is called: its day and time. */
  readonly name: string;
  readonly isUndone: boolean;
  /** So many files could not be restored when it was taken back. */
  readonly left: number;
  /** A process that has begun it may keep more in it. */
  readonly isAtWork: boolean;
}

/** A run of which nobody can say any more what it was. */
export interface DamagedRun {
  readonly name: string;
  /** Where its copies are. */
  readonly folder: string;
  /** A sentence. */
  readonly reason: string;
}

/** How much fits. */
export interface Room {
  /** Of copies, within the limit. */
  readonly bytes: number;
  /** On the disk, in bytes. */
  readonly onDisk: number;
}

/** Copies take whole blocks of the disk, and a line each in the manifest. */
const BLOCK = 4096;
const LINE = 512;

/** What copies of so many bytes each take, and the run's own files. */
export function roomFor(sizes: readonly number[]): Room {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const blocks = sizes.reduce((sum, size) => sum + Math.ceil(size / BLOCK) * BLOCK + LINE, 0);
  return { bytes, onDisk: sizes.length === 0 ? 0 : blocks + 4 * BLOCK };
}

/** Whether something fits. */
export function fits(needed: Room, room: Room): boolean {
  return needed.bytes <= room.bytes && needed.onDisk <= room.onDisk;
}

export class CopyRuns {
  constructor(
    /** The folder; it need not be there. */
    private readonly place: string,
    private readonly limits: Limits = LIMITS,
  ) {}

  /** Which room there is with older runs gone. Makes the folder. Throws what Node throws when nothing can be kept there. */
  async room(): Promise<Room> {
    await fs.mkdir(this.place, { recursive: true, mode: 0o700 });
    await fs.access(this.place, fs.constants.R_OK | fs.constants.W_OK);
    const { bavail, bsize } = await fs.statfs(this.place);
    return { bytes: this.limits.bytes, onDisk: bavail * bsize };
  }

  /**
   * All runs, the latest first. `tell` is told of each that is damaged. Throws what Node throws when the folder cannot be
   * listed, but none where there is none.
   */
  async list(tell: (damaged: DamagedRun) => void = () => {}): Promise<readonly Run[]> {
    const names = await fs.readdir(this.place).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const runs = await Promise.all(names.map((name) => this.read(name, tell)));
    return runs.flatMap((run) => run ?? []).sort((a, b) => b.time - a.time || (a.name < b.name ? 1 : -1));
  }

  /** Begins a run; those go that are too old or too many. Throws what Node throws when it cannot be written. */
  async begin(head: Head): Promise<CopyRun> {
    const now = Date.now();
    const kept: Run[] = [];
    // Taking back one run after another must not push those away that are still to be taken back.
    const ofCorpus = ({ folder, of }: Run) => folder === head.folder && (of === undefined) === (head.of === undefined);
    for (const run of await this.list()) {
      const isOver = now - run.time > this.limits.days * DAY;
      const isTooMany = ofCorpus(run) && kept.filter(ofCorpus).length >= this.limits.runs - 1;
      if (run.name === head.of) continue; // Its copies are what is being restored.
      if ((isOver || isTooMany) && !run.isAtWork) await this.remove(run);
      else kept.push(run);
    }
    const name = await this.newFolder(now);
    const folder = path.join(this.place, name);
    await writeHead(folder, { ...head, time: now, process: process.pid });
    const older = kept.map((run) => ({ run, size: sizeOf(run) }));
    return new CopyRun(folder, (bytes) => this.makeRoom(older, bytes));
  }

  /** Says that a run is taken back, but for so many files. */
  async setUndone(name: string, left = 0): Promise<void> {
    // Without a byte in it, for which a full disk has room.
    await fs.writeFile(path.join(this.place, name, UNDONE), left === 0 ? '' : String(left), { mode: 0o600 });
  }

  /** Says that a run is in force again. */
  async setInForce(name: string): Promise<void> {
    await fs.rm(path.join(this.place, name, UNDONE), { force: true });
  }

  /** Undefined for what is no run, or was just removed, and for a damaged one, of which `tell` is told. */
  private async read(name: string, tell: (damaged: DamagedRun) => void): Promise<Run | undefined> {
    const folder = path.join(this.place, name);
    try {
      const head = await readHead(folder);
      if (!head) return await this.readOld(name);
      const undone = await textOf(path.join(folder, UNDONE));
      const hasEnded = (await textOf(path.join(folder, ENDED))) !== undefined;
      return {
        ...{ ...head, name, isUndone: undone !== undefined, left: Number(undone) || 0 },
        ...{ isAtWork: !hasEnded && isAtWork(head), ...(await keptIn(folder)) },
      };
    } catch (error) {
      tell({ name, folder, reason: reasonOf(error) });
      return undefined;
    }
  }

  /**
   * A run of an earlier version of the editor: its folder is named by the milliseconds, and has nothing but copies. Undefined
   * for what is no run, or is one that has ended before it began. Throws for a run without a head.
   */
  private async readOld(name: string): Promise<Run | undefined> {
    const folder = path.join(this.place, name);
    if ((await textOf(path.join(folder, MANIFEST))) === undefined) return undefined;
    if (!/^\d{13}$/.test(name)) throw new Error(`Its ${HEAD} is missing.`);
    const head = { command: 'fix', folder: '', from: '', time: Number(name), process: 0 };
    return { ...head, name, isUndone: false, left: 0, isAtWork: false, ...(await keptIn(folder)) };
  }

  /** Removes the oldest of these runs until those left, and so many bytes, are within the limit. They are the latest first. */
  private async makeRoom(older: { run: Run; size: number }[], bytes: number): Promise<void> {
    let total = older.reduce((sum, { size }) => sum + size, bytes);
    for (const { run, size } of [...older].reverse()) {
      if (total <= this.limits.bytes) return;
      if (run.isAtWork) continue;
      await this.remove(run);
      older.splice(
        older.findIndex((each) => each.run === run),
        1,
      );
      total -= size;
    }
    if (total > this.limits.bytes) throw new Error('The copies of one run would take more than is kept in all.');
  }

  private async remove({ name }: Run): Promise<void> {
    await fs.rm(path.join(this.place, name), { recursive: true, force: true });
  }

  /** A folder that nobody else has, named by the local time. */
  private async newFolder(now: number): Promise<string> {
    await fs.mkdir(this.place, { recursive: true, mode: 0o700 });
    const stamp = nameOf(new Date(now));
    for (let count = 1; ; count++) {
      const name = count === 1 ? stamp : `${stamp}-${String(count).padStart(3, '0')}`;
      try {
        await fs.mkdir(path.join(this.place, name), { mode: 0o700 });
        return name;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }
}

/** A run that is under way. */
export class CopyRun {
  private size = 0;

  constructor(
    private readonly folder: string,
    private readonly makeRoom: (bytes: number) => Promise<void>,
  ) {}

  /** As `keepCopy`; older runs go where they would be in the way. */
  async keep(uri: string, before: Uint8Array, after: Uint8Array, blob?: string): Promise<void> {
    if (blob === undefined) this.size += before.length;
    await this.makeRoom(this.size);
    await keepCopy(this.folder, MANIFEST, uri, before, after, blob);
  }

  /** Says that nothing more is kept. Synchronous, so that a process can say so on its way out. */
  end(): void {
    try {
      writeFileSync(path.join(this.folder, ENDED), '', { mode: 0o600 });
    } catch {} // The process is not there any more, which says the same.
  }
}

/** The manifest is there first: a run without one is damaged. */
async function writeHead(folder: string, head: WrittenHead): Promise<void> {
  const file = path.join(folder, HEAD);
  await fs.writeFile(path.join(folder, MANIFEST), '', { mode: 0o600 });
  await fs.writeFile(`${file}.new`, JSON.stringify(head), { flush: true, mode: 0o600 });
  await fs.rename(`${file}.new`, file);
}

/** Undefined where there is none. Throws, with a sentence, when it cannot be read. */
async function readHead(folder: string): Promise<WrittenHead | undefined> {
  const text = await textOf(path.join(folder, HEAD));
  if (text === undefined) return undefined;
  const head = parsed(text);
  if (!isHead(head)) throw new Error(`Its ${HEAD} is damaged.`);
  return head;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** About the last time that JavaScript knows. */
const LAST = 8.6e15;

function isHead(head: unknown): head is WrittenHead {
  if (typeof head !== 'object' || head === null) return false;
  const { command, folder, from, of = '', time, process } = head as Partial<Record<keyof WrittenHead, unknown>>;
  const isTime = Number.isSafeInteger(time) && Math.abs(time as number) <= LAST;
  return [command, folder, from, of].every((each) => typeof each === 'string') && isTime && Number.isInteger(process);
}

/** A file's text; undefined where there is none. Throws, with a sentence, when it cannot be read. */
async function textOf(file: string): Promise<string | undefined> {
  return fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw unreadable(path.basename(file), error);
  });
}

async function keptIn(folder: string): Promise<Kept> {
  return keptCopies(folder, MANIFEST).catch((error: unknown) => {
    throw unreadable(MANIFEST, error);
  });
}

function unreadable(name: string, error: unknown): Error {
  return new Error(`Its ${name} cannot be read. ${reasonOf(error)}`);
}

/** Processes of the same number from before the machine was started are others. */
function isAtWork({ process, time }: WrittenHead): boolean {
  return process > 0 && time > Date.now() - os.uptime() * 1000 && isRunning(process);
}

function sizeOf({ copies }: Run): number {
  return copies.reduce((sum, { size }) => sum + size, 0);
}

/** Such as `20240409-173005`. */
function nameOf(time: Date): string {
  const parts = [
    time.getFullYear(),
    time.getMonth() + 1,
    time.getDate(),
    time.getHours(),
    time.getMinutes(),
    time.getSeconds(),
  ];
  const [year, month, day, ...clock] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}${month}${day}-${clock.join('')}`;
}
