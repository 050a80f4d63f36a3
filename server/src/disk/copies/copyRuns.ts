/**
 * Runs of commands that replace files. Each run has a folder with copies of the files from before, which is kept for a
 * while so that the run can be undone.
 */
import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { reasonOf } from '../reasons';
import { ensureFolder } from '../writing/ensureFolder';
import { keepCopy, keepLargeCopy, type LargeOriginal } from './copies';
import { type DamagedRun, ENDED, type Head, type KeptRun, newRunFolder, readRun, UNDONE, writeHead } from './runFolder';

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
    ensureFolder(this.place, 0o700);
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
    const runs = await Promise.all(
      names.map((name) =>
        readRun(this.place, name).catch((error: unknown) => {
          onDamaged({ name, folder: path.join(this.place, name), reason: reasonOf(error) });
        }),
      ),
    );
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
    const folder = await newRunFolder(this.place, now);
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
    await keepCopy(this.folder, uri, before, after, blob);
  }

  /** The same for `keepLargeCopy`. */
  async keepLarge(uri: string, file: LargeOriginal): Promise<void> {
    this.size += file.length;
    await this.makeRoom(this.size);
    await keepLargeCopy(this.folder, uri, file);
  }

  /** Records that no more copies follow. Synchronous, so that a process can do it while it exits. */
  end(): void {
    try {
      writeFileSync(path.join(this.folder, ENDED), '', { mode: 0o600 });
    } catch {} // Not needed: once the process is gone, the run counts as ended.
  }
}

function sizeOf({ copies }: KeptRun): number {
  return copies.reduce((sum, { size }) => sum + size, 0);
}
