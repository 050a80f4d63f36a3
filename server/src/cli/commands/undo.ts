/** `article-format undo`: restores the bytes that files had before a run of another command. */
import fs from 'node:fs';
import path from 'node:path';
import type { CopyRuns } from '../../disk/copies/copyRuns';
import type { DamagedRun, KeptRun } from '../../disk/copies/runFolder';
import { isWithin } from '../../disk/isWithin';
import { reasonOf } from '../../disk/reasons';
import { AFTER_FULL_DISK, complain, failure, shown, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { plural } from '../output/plural';
import { type BackupOptions, backupFor, keptRuns } from '../writing/backup';
import { type Restored, Restoring } from '../writing/restoring';

export interface UndoOptions extends BackupOptions {
  readonly list?: boolean;
}

/** The name of this command among the runs: a run that takes another one back can itself be taken back. */
const UNDO = 'undo';

/**
 * Takes back the run with this name, or without a name, the latest run of the working directory that is in force. Reports
 * damaged runs.
 */
export async function undo(name: string | undefined, { list = false, ...options }: UndoOptions): Promise<void> {
  const { place, runs } = keptRuns();
  const kept = await keptIn(place, runs);
  if (list) await writeList(name === undefined ? kept.all : [named(kept, name)]);
  else await new TakingBack(kept, runs, options).takeBack(name === undefined ? latest(kept) : named(kept, name));
}

interface Kept {
  /** All runs that have replaced something, the latest first. */
  readonly all: readonly KeptRun[];
  readonly damaged: readonly DamagedRun[];
  readonly place: string;
}

async function keptIn(place: string, runs: CopyRuns): Promise<Kept> {
  const damaged: DamagedRun[] = [];
  const listed = await runs
    .list((run) => damaged.push(run))
    .catch((error: unknown) => {
      throw new UsageError(`The copies in ${shown(place)} cannot be read. ${reasonOf(error)}`);
    });
  for (const { name, reason, folder } of damaged) complain(`run ${name}`, new Error(damageOf(reason, folder)));
  const all = listed.filter(({ copies, faults }) => copies.length + faults.length > 0);
  for (const { name, faults, isAtWork } of all) {
    for (const fault of isAtWork ? [] : faults)
      complain(`run ${name}`, new Error(damageOf(fault, path.join(place, name))));
  }
  return { all, damaged, place };
}

function damageOf(reason: string, folder: string): string {
  return `${reason} Its copies are in ${shown(folder)}; delete that folder if you do not need them.`;
}

function named({ all, damaged }: Kept, name: string): KeptRun {
  if (name === '') throw new UsageError('The name of the run is empty. article-format undo --list shows all runs.');
  const run = all.find((each) => each.name === name);
  if (run) return run;
  if (damaged.some((each) => each.name === name))
    throw new UsageError(`The run ${shown(name)} is damaged, and cannot be taken back.`);
  const isPath = fs.existsSync(name);
  throw new UsageError(
    `There is no run ${shown(name)}. ${isPath ? 'undo takes the name of a run, not a file or a folder. ' : ''}article-format undo --list shows all runs.`,
  );
}

/** The latest run of the working directory that is in force. */
function latest({ all, place }: Kept): KeptRun {
  const [run] = inForce(all);
  if (run) return run;
  throw new UsageError(
    `There is nothing to take back here: no run of fix, format or import --force is kept for this folder. ${elsewhere(all, place)}`,
  );
}

/** The runs of the working directory that are in force, the latest first. */
function inForce(all: readonly KeptRun[]): readonly KeptRun[] {
  const here = fs.realpathSync('.');
  const isHere = ({ folder, from }: KeptRun) => from === here || isWithin(folder, here) || isWithin(here, folder);
  return all.filter((each) => each.command !== UNDO && !each.isUndone && isHere(each));
}

/** At most so many folders are named. */
const MOST_NAMED = 5;

/** What to do if there is nothing to take back in this folder: it may be the wrong one, or it may have been moved. */
function elsewhere(all: readonly KeptRun[], place: string): string {
  const others = all.filter(({ command, isUndone, folder }) => command !== UNDO && !isUndone && folder !== '');
  const latestOf = new Map(others.toReversed().map((run) => [run.folder, run]));
  if (latestOf.size === 0) return 'article-format undo --list shows all runs.';
  const named = [...latestOf.values()].slice(-MOST_NAMED).toReversed();
  const folders = named.map(({ folder, name }) => {
    const isGone = !fs.existsSync(folder);
    return `${shown(folder)}${isGone ? ', which is gone' : ''} (article-format undo ${name})`;
  });
  return `Runs are kept for other folders, the latest of each: ${folders.join('; ')}. article-format undo --list shows all. If this folder has been moved, move it back to its old place and run undo there; the copies are in ${shown(place)}.`;
}

class TakingBack {
  constructor(
    private readonly kept: Kept,
    private readonly runs: CopyRuns,
    private readonly options: BackupOptions,
  ) {}

  async takeBack(run: KeptRun): Promise<void> {
    this.requireEnded(run);
    requireFolder(run, this.kept.place);
    const { name, folder, copies, faults } = run;
    const backup = backupFor({ command: UNDO, folder, of: name }, this.options);
    const restored = await new Restoring(copies, backup).run();
    restored.lost += faults.length;
    // A run may have lost files because later runs changed them. It then stays in force until those are taken back.
    const isDone = restored.failed === 0 && (restored.lost === 0 || run === inForce(this.kept.all)[0]);
    if (isDone) await this.note(run, restored.lost);
    process.stderr.write(`${this.summary(run, restored, isDone)}\n`);
    if (restored.isFull) process.stderr.write(`${AFTER_FULL_DISK}\n`);
  }

  /** Throws for a run that has not ended, or that another call is taking back. */
  private requireEnded({ name, isAtWork }: KeptRun): void {
    if (isAtWork)
      throw new UsageError(
        `The run ${name} has not ended yet. Nothing was written. Call undo again when it has ended.`,
      );
    const isTaken = this.kept.all.some((other) => other.of === name && other.isAtWork);
    if (isTaken) throw new UsageError(`The run ${name} is being taken back by another command. Nothing was written.`);
  }

  private async note({ name, of }: KeptRun, lost: number): Promise<void> {
    try {
      await this.runs.setUndone(name, lost);
      if (lost === 0 && of !== undefined) await this.runs.setInForce(of);
    } catch (error) {
      const { place } = this.kept;
      failure(
        new Error(`The run ${name} was taken back, but this cannot be recorded in ${shown(place)}. ${reasonOf(error)}`),
      );
    }
  }

  private summary(run: KeptRun, { restored, already, lost, failed }: Restored, isDone: boolean): string {
    const before = `as before ${run.command} of ${when(run)}.`;
    const left = lost + failed;
    if (restored + left === 0) {
      const next = this.nextAfter(run);
      const way = next
        ? ` The next article-format undo without a name takes back ${next.command} of ${when(next)}.`
        : '';
      return `Nothing to do: ${plural(already, 'file')} already ${before}${way}`;
    }
    const done = `${plural(restored, 'file')} restored, ${before}`;
    return left === 0
      ? done
      : `${done} ${plural(left, 'file')} left as ${left === 1 ? 'it is' : 'they are'}. ${this.way(run, isDone)}`;
  }

  /** What to do if not all files could be restored. */
  private way(run: KeptRun, isDone: boolean): string {
    const again = `article-format undo ${run.name} tries again.`;
    const next = this.nextAfter(run);
    if (!next) return again;
    const nextRun = `${next.command} of ${when(next)}`;
    return isDone
      ? `${again} The next article-format undo without a name takes back ${nextRun}.`
      : `${again} article-format undo ${next.name} takes back ${nextRun} instead.`;
  }

  /** The run that comes when this one has been taken back. */
  private nextAfter(run: KeptRun): KeptRun | undefined {
    const others = this.kept.all.filter((each) => each !== run);
    // What an undo took back is in force again when that undo is taken back.
    return inForce(others.map((each) => (each.name === run.of ? { ...each, isUndone: false } : each)))[0];
  }
}

/** Throws for a run of a folder that is gone. Otherwise the same would be reported for each of its files. */
function requireFolder({ name, folder }: KeptRun, place: string): void {
  if (folder === '' || fs.existsSync(folder)) return;
  throw new UsageError(
    `The folder of the run ${name} is gone: ${shown(folder)}. If it has been moved, move it back, and run this command again. The copies are in ${shown(path.join(place, name))}; manifest.jsonl there names the file of each.`,
  );
}

async function writeList(runs: readonly KeptRun[]): Promise<void> {
  const output = new Output();
  for (const run of runs) {
    const row = [run.name, when(run), whatOf(run), plural(run.copies.length, 'file'), shown(run.folder)];
    output.write(`${row.join('  ')}\n`);
  }
  if (runs.length === 0) process.stderr.write('No runs are kept.\n');
  await output.settle();
}

function whatOf({ command, isUndone, left }: KeptRun): string {
  if (!isUndone) return command;
  return left === 0 ? `${command}, taken back` : `${command}, taken back except for ${plural(left, 'file')}`;
}

/** Such as `2024-04-09 17:30`, in local time. */
function when({ time }: KeptRun): string {
  const [day, clock = ''] = new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().split('T');
  return `${day} ${clock.slice(0, 5)}`;
}
