/**
 * Runs of commands that replace files. Each run has a folder with copies of the files from before, which is kept for a
 * while so that the run can be undone.
 */
import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { type Kept, keepCopy, keepLargeCopy, keptCopies, type LargeOriginal } from './copies';
import { reasonOf } from './reasons';
import { isRunning } from './replaceFile';

/** How much is kept. When there is more, the oldest runs are removed. */
export interface Limits {
  /** Runs of one corpus. As many runs that undid them are kept besides. */
  readonly runs: number;
  readonly days: number;
  /** Of all runs together. */
  readonly bytes: number;
}

const LIMITS: Limits = { runs: 10, days: 30, bytes: 2 * 1024 ** 3 };
const DAY = 24 * 60 * 60 * 1000;

/** Names of the files in a run's folder other than copies. */
const HEAD = 'run.json';
const MANIFEST = 'manifest.jsonl';
/** Marks a run that has been undone. Holds the number of files that could not be restored, if there are any. */
const UNDONE = 'undone';
/** Marks a run whose process will keep no more copies in it. */
const ENDED = 'ended';

/** What a run did. */
export interface Head {
  readonly command: string;
  /** The real paths of the folder that it was called for, and of the working directory at the time. */
  readonly folder: string;
  readonly from: string;
  /** The name of the run that it undid, if it was an undo. */
  readonly of?: string;
}

interface WrittenHead extends Head {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly process: number;
}

/** A run as it is kept. */
export interface KeptRun extends WrittenHead, Kept {
  /** Its day and time. */
  readonly name: string;
  readonly isUndone: boolean;
  /** How many files could not be restored when it was undone. */
  readonly left: number;
  /** Whether its process is still running and may keep more copies in it. */
  readonly isAtWork: boolean;
}

/** A run whose own files cannot be read. */
export interface DamagedRun {
  readonly name: string;
  /** Where its copies are. */
  readonly folder: string;
  /** A sentence. */
  readonly reason: string;
}

/** An amount of room. */
export interface Room {
  /** For the bytes of copies, which the limit counts. */
  readonly bytes: number;
  /** On the disk, in bytes. */
  readonly onDisk: number;
}

/** A copy takes whole blocks of the disk, and a line in the manifest. */
const BLOCK = 4096;
const LINE = 512;

/** The room for copies of these sizes, in bytes, and for the run's own files. */
export function roomFor(sizes: readonly number[]): Room {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const blocks = sizes.reduce((sum, size) => sum + Math.ceil(size / BLOCK) * BLOCK + LINE, 0);
  return { bytes, onDisk: sizes.length === 0 ? 0 : blocks + 4 * BLOCK };
}

export function fits(needed: Room, room: Room): boolean {
  return needed.bytes <= room.bytes && needed.onDisk <= room.onDisk;
}

export class CopyRuns {
  constructor(
    /** The folder of all runs. It need not exist. */
    private readonly place: string,
    private readonly limits: Limits = LIMITS,
  ) {}

  /** The room once older runs are removed. Creates the folder. Throws Node's error if nothing can be kept there. */
  async room(): Promise<Room> {
    await fs.mkdir(this.place, { recursive: true, mode: 0o700 });
    await fs.access(this.place, fs.constants.R_OK | fs.constants.W_OK);
    const { bavail, bsize } = await fs.statfs(this.place);
    return { bytes: this.limits.bytes, onDisk: bavail * bsize };
  }

  /**
   * All runs, the latest first; none if the folder does not exist. `onDamaged` is called for each damaged run. Throws Node's
   * error if the folder cannot be listed.
   */
  async list(onDamaged: (run: DamagedRun) => void = () => {}): Promise<readonly KeptRun[]> {
    const names = await fs.readdir(this.place).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const runs = await Promise.all(names.map((name) => this.read(name, onDamaged)));
    return runs.flatMap((run) => run ?? []).sort((a, b) => b.time - a.time || (a.name < b.name ? 1 : -1));
  }

  /** Begins a run, and removes runs that are too old or too many. Throws Node's error if the run cannot be written. */
  async begin(head: Head): Promise<CopyRun> {
    const now = Date.now();
    const kept: KeptRun[] = [];
    // Runs that undo are counted apart. Otherwise undoing one run after another would remove the runs still to be
    // undone.
    const ofCorpus = ({ folder, of }: KeptRun) =>
      folder === head.folder && (of === undefined) === (head.of === undefined);
    for (const run of await this.list()) {
      const isOver = now - run.time > this.limits.days * DAY;
      const isTooMany = ofCorpus(run) && kept.filter(ofCorpus).length >= this.limits.runs - 1;
      if (run.name === head.of) continue; // Never removed: its copies are being restored.
      if ((isOver || isTooMany) && !run.isAtWork) await this.remove(run);
      else kept.push(run);
    }
    const name = await this.newFolder(now);
    const folder = path.join(this.place, name);
    await writeHead(folder, { ...head, time: now, process: process.pid });
    const older = kept.map((run) => ({ run, size: sizeOf(run) }));
    return new CopyRun(folder, (bytes) => this.makeRoom(older, bytes));
  }

  /** Marks a run as undone. `left` is the number of files that could not be restored. */
  async setUndone(name: string, left = 0): Promise<void> {
    // An empty file if possible, because even a full disk has room for one.
    await fs.writeFile(path.join(this.place, name, UNDONE), left === 0 ? '' : String(left), { mode: 0o600 });
  }

  /** Marks a run as in force again. */
  async setInForce(name: string): Promise<void> {
    await fs.rm(path.join(this.place, name, UNDONE), { force: true });
  }

  /** Undefined for a folder that is not a run or was just removed, and for a damaged run, which goes to `onDamaged`. */
  private async read(name: string, onDamaged: (run: DamagedRun) => void): Promise<KeptRun | undefined> {
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
      onDamaged({ name, folder, reason: reasonOf(error) });
      return undefined;
    }
  }

  /**
   * A run of an earlier version of the extension. Its folder is named by milliseconds since 1970, and has only copies and a
   * manifest. Undefined if there is no manifest: the folder is not a run, or its call ended before the run began. Throws for
   * a run without a head.
   */
  private async readOld(name: string): Promise<KeptRun | undefined> {
    const folder = path.join(this.place, name);
    if ((await textOf(path.join(folder, MANIFEST))) === undefined) return undefined;
    if (!/^\d{13}$/.test(name)) throw new Error(l10n.t('Its {0} is missing.', HEAD));
    const head = { command: 'fix', folder: '', from: '', time: Number(name), process: 0 };
    return { ...head, name, isUndone: false, left: 0, isAtWork: false, ...(await keptIn(folder)) };
  }

  /**
   * Removes the oldest runs until the rest, together with `bytes`, is within the limit. `older` has the latest run
   * first.
   */
  private async makeRoom(older: { run: KeptRun; size: number }[], bytes: number): Promise<void> {
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
    if (total > this.limits.bytes)
      throw new Error(l10n.t('The copies of this run would take more space than all copies may take.'));
  }

  private async remove({ name }: KeptRun): Promise<void> {
    await fs.rm(path.join(this.place, name), { recursive: true, force: true });
  }

  /** Creates a new folder, named by the local time. */
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

  /** Does what `keepCopy` does, and removes older runs if the limit requires it. */
  async keep(uri: string, before: Uint8Array, after: Uint8Array, blob?: string): Promise<void> {
    if (blob === undefined) this.size += before.length;
    await this.makeRoom(this.size);
    await keepCopy(this.folder, MANIFEST, uri, before, after, blob);
  }

  /** The same for `keepLargeCopy`. */
  async keepLarge(uri: string, file: LargeOriginal): Promise<void> {
    this.size += file.length;
    await this.makeRoom(this.size);
    await keepLargeCopy(this.folder, MANIFEST, uri, file);
  }

  /** Records that no more copies follow. Synchronous, so that a process can do it while it exits. */
  end(): void {
    try {
      writeFileSync(path.join(this.folder, ENDED), '', { mode: 0o600 });
    } catch {} // Not needed: once the process is gone, the run counts as ended.
  }
}

/** Writes the manifest before the head, because a run with a head and no manifest counts as damaged. */
async function writeHead(folder: string, head: WrittenHead): Promise<void> {
  const file = path.join(folder, HEAD);
  await fs.writeFile(path.join(folder, MANIFEST), '', { mode: 0o600 });
  await fs.writeFile(`${file}.new`, JSON.stringify(head), { flush: true, mode: 0o600 });
  await fs.rename(`${file}.new`, file);
}

/** Undefined if there is no head. Throws, with a sentence, if it cannot be read. */
async function readHead(folder: string): Promise<WrittenHead | undefined> {
  const text = await textOf(path.join(folder, HEAD));
  if (text === undefined) return undefined;
  const head = parsed(text);
  if (!isHead(head)) throw new Error(l10n.t('Its {0} is damaged.', HEAD));
  return head;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** About the last time that a Date of JavaScript can hold, in milliseconds. */
const LAST = 8.6e15;

function isHead(head: unknown): head is WrittenHead {
  if (typeof head !== 'object' || head === null) return false;
  const { command, folder, from, of = '', time, process } = head as Partial<Record<keyof WrittenHead, unknown>>;
  const isTime = Number.isSafeInteger(time) && Math.abs(time as number) <= LAST;
  return [command, folder, from, of].every((each) => typeof each === 'string') && isTime && Number.isInteger(process);
}

/** A file's text; undefined if there is no such file. Throws, with a sentence, if it cannot be read. */
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
  return new Error(`${l10n.t('Its {0} cannot be read.', name)} ${reasonOf(error)}`);
}

/**
 * Whether the run's process is still running. A run from before the machine was started has ended: the number is
 * another process's.
 */
function isAtWork({ process, time }: WrittenHead): boolean {
  return process > 0 && time > Date.now() - os.uptime() * 1000 && isRunning(process);
}

function sizeOf({ copies }: KeptRun): number {
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
