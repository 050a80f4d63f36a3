/** `article-format undo`: gives files the bytes back that they had before a run of another command. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Copy } from '../disk/copies';
import type { CopyRuns, Run } from '../disk/copyRuns';
import { namesAmong } from '../disk/hardLinks';
import { isWithin } from '../disk/isWithin';
import { replaceFile } from '../disk/replaceFile';
import { Backup, keptRuns } from './backup';
import { plural } from './counted';
import { complain, shown, UsageError } from './faults';
import { Output } from './output';
import { Progress } from './progress';
import { readFile } from './readWhole';

export interface UndoOptions {
  readonly list?: boolean;
}

/** What this command calls itself among the runs: taking one back can be taken back as well. */
const UNDO = 'undo';

/** Takes back the run of this name; without a name, the latest one of the working directory that is in force. */
export async function undo(name: string | undefined, { list = false }: UndoOptions): Promise<void> {
  const { runs } = keptRuns();
  const all = await runs.list();
  if (list) await writeList(name === undefined ? all : [named(all, name)]);
  else await takeBack(name === undefined ? latest(all) : named(all, name), runs);
}

function named(runs: readonly Run[], name: string): Run {
  const run = runs.find((each) => each.name === name);
  if (!run) throw new UsageError(`There is no run ${shown(name)}. article-format undo --list names all that are kept.`);
  return run;
}

function latest(runs: readonly Run[]): Run {
  const here = fs.realpathSync('.');
  const isHere = ({ folder, from }: Run) => from === here || isWithin(folder, here) || isWithin(here, folder);
  const run = runs.find((each) => each.command !== UNDO && !each.isUndone && isHere(each));
  if (!run) {
    throw new UsageError(
      'There is nothing to take back here: no run of fix, format or import --force is kept for this folder. article-format undo --list names all runs.',
    );
  }
  return run;
}

async function takeBack(run: Run, runs: CopyRuns): Promise<void> {
  const backup = new Backup(UNDO, run.folder, run.name);
  const restoring = new Restoring(run.copies, backup);
  const { restored, left } = await restoring.run();
  if (left === 0) await runs.setUndone(run.name, true);
  if (left === 0 && run.of !== undefined) await runs.setUndone(run.of, false);
  const rest = left > 0 ? ` ${plural(left, 'file')} left as ${left === 1 ? 'it is' : 'they are'}.` : '';
  process.stderr.write(`${plural(restored, 'file')} restored, as before ${run.command} of ${when(run)}.${rest}\n`);
}

class Restoring {
  private readonly output = new Output();
  private readonly paths: ReadonlyMap<string, Copy>;
  private readonly namesOf: (file: string) => readonly string[];

  constructor(
    copies: readonly Copy[],
    private readonly backup: Backup,
  ) {
    this.paths = new Map(copies.map((copy) => [fileURLToPath(copy.uri), copy]));
    this.namesOf = namesAmong(this.paths.keys());
  }

  async run(): Promise<{ restored: number; left: number }> {
    const progress = new Progress(this.paths.size);
    const tally = { restored: 0, left: 0 };
    for (const [index, [file, copy]] of [...this.paths].entries()) {
      progress.at(index);
      try {
        if (!(await this.restore(file, copy))) continue;
        progress.clear();
        this.output.write(`${shown(pathFromHere(file))}\n`);
        tally.restored++;
      } catch (error) {
        progress.clear();
        tally.left++;
        complain(pathFromHere(file), error);
      }
      await this.output.settle();
    }
    progress.clear();
    await this.output.settle();
    return tally;
  }

  /** Whether the file was something else than it is now. */
  private async restore(file: string, copy: Copy): Promise<boolean> {
    const now = readFile(file);
    const state = copy.stateOf(now);
    if (state === 'restored') return false;
    if (state === 'changed') throw new Error('It has changed since. It was left as it is.');
    const before = await copy.read();
    const [, ...others] = this.namesOf(file);
    for (const name of [file, ...others]) await this.backup.keep(name, now, before);
    await replaceFile(file, before, now, others);
    return true;
  }
}

/** As short as a person would name it. */
function pathFromHere(file: string): string {
  return isWithin(file, '') ? path.relative('', file) : file;
}

async function writeList(runs: readonly Run[]): Promise<void> {
  const output = new Output();
  for (const run of runs) {
    const { name, command, copies, folder, isUndone } = run;
    const what = isUndone ? `${command}, taken back` : command;
    const row = [name, when(run), what, plural(copies.length, 'file'), shown(folder)];
    output.write(`${row.join('  ')}\n`);
  }
  if (runs.length === 0) process.stderr.write('No runs are kept.\n');
  await output.settle();
}

/** Such as `2024-04-09 17:30`, in local time. */
function when({ time }: Run): string {
  const [day, clock = ''] = new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().split('T');
  return `${day} ${clock.slice(0, 5)}`;
}
