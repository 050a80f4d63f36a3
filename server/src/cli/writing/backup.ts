/** Keeps copies of the files that a command replaces, for `article-format undo`. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { counted } from '../../core/language';
import { commonFolder } from '../../disk/commonFolder';
import type { LargeOriginal } from '../../disk/copies/copies';
import { type CopyRun, CopyRuns, fits, roomFor } from '../../disk/copies/copyRuns';
import { STATE_VARIABLE, stateFolder } from '../../disk/copies/stateFolder';
import { GitHistory } from '../../disk/git/history';
import { reasonOf } from '../../disk/reasons';
import { FileChangedError } from '../../disk/writing/replaceFile';
import { shown, UsageError } from '../output/faults';

export interface BackupOptions {
  /** False with `--no-backup`. */
  readonly backup?: boolean;
}

/** The runs that the command line keeps, and their folder. */
export function keptRuns(): { place: string; runs: CopyRuns } {
  const place = path.join(stateFolder(), 'runs');
  return { place, runs: new CopyRuns(place) };
}

/** The call for which copies are kept. */
export interface Purpose {
  readonly command: string;
  /** The real path of the folder that the call is about. */
  readonly folder: string;
  /** The name of the run that the call takes back, if it does. */
  readonly of?: string;
}

/**
 * The backup of a call; undefined if it is switched off by `--no-backup` or by `ARTICLE_FORMAT_BACKUP=off`. Throws a
 * UsageError if that variable has another value than `on` or `off`.
 */
export function backupFor(purpose: Purpose, { backup }: BackupOptions): Backup | undefined {
  const wish = process.env.ARTICLE_FORMAT_BACKUP || 'on';
  if (wish !== 'on' && wish !== 'off') {
    throw new UsageError(`ARTICLE_FORMAT_BACKUP is “${shown(wish)}”. Set it to on or off.`);
  }
  return backup === false || wish === 'off' ? undefined : new Backup(purpose);
}

export class Backup {
  private readonly git = new GitHistory();
  private run: CopyRun | undefined;

  constructor(private readonly purpose: Purpose) {}

  /** Whether a copy was kept. */
  get isUsed(): boolean {
    return this.run !== undefined;
  }

  /** Whether a file needs a copy; it does not if git keeps these bytes of it. `file` is a real path. */
  needsCopy(file: string, bytes: Uint8Array): boolean {
    return this.git.nameOf(file, bytes) === undefined;
  }

  /**
   * Throws a UsageError if the copies of a call would not fit, or cannot be written. `most` has the sizes, in bytes, of all
   * files that may be copied. Only if these are too much, `needed` is asked for the sizes of those that will be.
   */
  async requireRoom(most: readonly number[], needed: () => Promise<readonly number[]>): Promise<void> {
    const { place, runs } = keptRuns();
    let obstacle = '';
    const room = await runs.room().catch((error: unknown) => {
      obstacle = reasonOf(error);
      return roomFor([]);
    });
    if (obstacle === '' && fits(roomFor(most), room)) return;
    const wanted = roomFor(await needed());
    if (fits(wanted, room)) return;
    const [has, needs] = wanted.bytes > room.bytes ? [room.bytes, wanted.bytes] : [room.onDisk, wanted.onDisk];
    const reason = obstacle
      ? `${obstacle} Set ${STATE_VARIABLE} to a folder that you can write to.`
      : `There is room for ${kilobytes(has)}, and ${kilobytes(needs)} are needed.`;
    throw new UsageError(
      `Nothing was written, because no copies of the files can be kept in ${shown(place)}. ${reason} With --no-backup the files are written without copies, and undo cannot restore them.`,
    );
  }

  /**
   * Keeps a copy of a file before it is replaced. When this resolves, the copy is on the disk. `file` is a real path. Throws,
   * with a sentence, if that fails.
   */
  async keep(file: string, before: Uint8Array, after: Uint8Array): Promise<void> {
    await this.orRefused((run) => run.keep(pathToFileURL(file).href, before, after, this.git.nameOf(file, before)));
  }

  /** The same for a file that is too large for memory. It is copied also if git keeps its bytes. */
  async keepLarge(file: LargeOriginal): Promise<void> {
    await this.orRefused((run) => run.keepLarge(pathToFileURL(file.path).href, file));
  }

  private async orRefused(keep: (run: CopyRun) => Promise<void>): Promise<void> {
    const { place, runs } = keptRuns();
    try {
      this.run ??= await this.begin(runs);
      await keep(this.run);
    } catch (error) {
      if (error instanceof FileChangedError) throw error;
      throw new Error(
        `It was left as it is, because no copy of it can be kept in ${shown(place)}. ${reasonOf(error)} Make room there, or add --no-backup.`,
        { cause: error },
      );
    }
  }

  private async begin(runs: CopyRuns): Promise<CopyRun> {
    const run = await runs.begin({ ...this.purpose, from: fs.realpathSync('.') });
    process.once('exit', () => run.end());
    return run;
  }
}

function kilobytes(bytes: number): string {
  return `${counted(Math.ceil(bytes / 1024))} kB`;
}

/** The innermost folder that contains these folders, links followed; if there is none, the first of them. */
export function folderOf(folders: readonly string[]): string {
  const real = folders.map((folder) => fs.realpathSync(folder));
  return commonFolder(real) ?? real[0] ?? '.';
}
