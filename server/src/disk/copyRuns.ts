/**
 * Runs of commands that replace files, each with copies of what these were: kept for a while, in a folder of their own, so
 * that a run can be taken back.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { type Copy, keepCopy, keptCopies } from './copies';
import { isRunning } from './replaceFile';

/** How much is kept; what is over goes, the oldest run first. */
export interface Limits {
  /** Runs of one corpus. */
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
const UNDONE = 'undone';

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
export interface Run extends WrittenHead {
  /** How it is called: its day and time. */
  readonly name: string;
  readonly isUndone: boolean;
  readonly copies: readonly Copy[];
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

  /** Which room there is with older runs gone. Makes the folder. Throws what Node throws when nothing can be written there. */
  async room(): Promise<Room> {
    await fs.mkdir(this.place, { recursive: true, mode: 0o700 });
    await fs.access(this.place, fs.constants.W_OK);
    const { bavail, bsize } = await fs.statfs(this.place);
    return { bytes: this.limits.bytes, onDisk: bavail * bsize };
  }

  /** All runs, the latest first. */
  async list(): Promise<readonly Run[]> {
    const names = await fs.readdir(this.place).catch(() => []);
    const runs = await Promise.all(names.map((name) => this.read(name)));
    return runs.flatMap((run) => run ?? []).sort((a, b) => b.time - a.time || (a.name < b.name ? 1 : -1));
  }

  /** Begins a run; those go that are too old or too many. Throws what Node throws when it cannot be written. */
  async begin(head: Head): Promise<CopyRun> {
    const now = Date.now();
    const kept: Run[] = [];
    const ofCorpus = (run: Run) => run.folder === head.folder;
    for (const run of await this.list()) {
      const isOver = now - run.time > this.limits.days * DAY;
      const isTooMany = ofCorpus(run) && kept.filter(ofCorpus).length >= this.limits.runs - 1;
      if (run.name === head.of) continue; // Its copies are what is being restored.
      if ((isOver || isTooMany) && !isAtWork(run)) await this.remove(run);
      else kept.push(run);
    }
    const name = await this.newFolder(now);
    const written: WrittenHead = { ...head, time: now, process: process.pid };
    await fs.writeFile(path.join(this.place, name, HEAD), JSON.stringify(written), { flush: true, mode: 0o600 });
    const older = kept.map((run) => ({ run, size: sizeOf(run) }));
    return new CopyRun(path.join(this.place, name), (bytes) => this.makeRoom(older, bytes));
  }

  /** Says that a run is taken back, or is in force again. */
  async setUndone(name: string, isUndone: boolean): Promise<void> {
    const mark = path.join(this.place, name, UNDONE);
    await (isUndone ? fs.writeFile(mark, '') : fs.rm(mark, { force: true }));
  }

  private async read(name: string): Promise<Run | undefined> {
    const folder = path.join(this.place, name);
    try {
      const head: WrittenHead = JSON.parse(await fs.readFile(path.join(folder, HEAD), 'utf8'));
      const isUndone = await fs.access(path.join(folder, UNDONE)).then(
        () => true,
        () => false,
      );
      return { ...head, name, isUndone, copies: await keptCopies(folder, MANIFEST) };
    } catch {
      return this.readOld(name); // Or it is none, or was just removed.
    }
  }

  /** A run of an earlier version of the editor: its folder is named by the milliseconds, and has nothing but copies. */
  private async readOld(name: string): Promise<Run | undefined> {
    const copies = /^\d{13}$/.test(name) ? await keptCopies(path.join(this.place, name), MANIFEST) : [];
    if (copies.length === 0) return undefined;
    const head = { command: 'fix', folder: '', from: '', time: Number(name), process: 0 };
    return { ...head, name, isUndone: false, copies };
  }

  /** Removes the oldest of these runs until those left, and so many bytes, are within the limit. They are the latest first. */
  private async makeRoom(older: { run: Run; size: number }[], bytes: number): Promise<void> {
    let total = older.reduce((sum, { size }) => sum + size, bytes);
    for (const { run, size } of [...older].reverse()) {
      if (total <= this.limits.bytes) return;
      if (isAtWork(run)) continue;
      await this.remove(run);
      older.splice(
        older.findIndex((each) => each.run === run),
        1,
      );
      total -= size;
    }
    if (total > this.limits.bytes) throw new Error('There is no room for a copy of it. It was left as it is.');
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
}

/** A process that has begun a run may keep more in it. */
function isAtWork(run: Run): boolean {
  return run.process > 0 && isRunning(run.process);
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
