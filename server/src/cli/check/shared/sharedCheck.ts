/** Checks files with workers. All is said in the order of the files, as if each had been checked in its turn. */
import type { HardLinks } from '../../../disk/hardLinks';
import { type InputFile, nameOf } from '../../input/inputFile';
import { OtherNameRemark } from '../../output/faults';
import { bordersOf } from '../../reading/ranges';
import type { FolderSettings, FolderTerms } from '../../settings/settings';
import { inOrder } from '../../workers/inOrder';
import { filesTogether, type Together, unitsOf } from '../../workers/jobs';
import { asError } from '../../workers/plainError';
import type { FileCheck, FileOutcomes } from '../fileCheck';
import type { CheckUnit, FileOutcome, FilesResult, RangeResult } from './checkUnits';
import { checkRanges } from './rangesCheck';

/** Workers that check files and ranges. */
export interface CheckWorkers {
  readonly size: number;
  run(unit: CheckUnit): Promise<FilesResult | RangeResult>;
  close(): Promise<void>;
}

export interface SharedCheckTask {
  readonly settings: FolderSettings;
  readonly outcomes: FileOutcomes;
  readonly links: HardLinks;
  /** Checks files for which workers are of no use. */
  readonly fileCheck: FileCheck;
  readonly checkStream: (file: InputFile, terms: FolderTerms) => Promise<boolean>;
  readonly workers: CheckWorkers;
  /** A larger file is cut into ranges of so many bytes. */
  readonly range: number;
  /** How many files a worker checks together; if undefined, so many that all workers have enough to do. */
  readonly together?: number | undefined;
}

/** For each worker, so many units are under way, or wait for their turn. */
const AHEAD = 4;

export class SharedCheck {
  private readonly ahead: number;

  constructor(private readonly task: SharedCheckTask) {
    this.ahead = task.workers.size * AHEAD;
  }

  /** For each file, in order, whether it was checked: false for one that cannot be read or is not an article. */
  async *checked(files: readonly InputFile[]): AsyncGenerator<boolean> {
    const { settings, checkStream, workers, together = filesTogether(files, workers.size) } = this.task;
    const run = async (unit: Together) => ('files' in unit ? ((await workers.run(unit)) as FilesResult) : undefined);
    for await (const { unit, result } of inOrder(unitsOf(files, together), this.ahead, run)) {
      if ('stream' in unit) yield await checkStream(unit.stream, settings.of(unit.stream));
      else if (result)
        for (const [index, file] of unit.files.entries()) {
          yield await this.take(file, settings.of(file), result, index);
        }
    }
  }

  /** Says what a worker has found in a file. */
  private async take(file: InputFile, terms: FolderTerms, result: FilesResult, index: number): Promise<boolean> {
    const { outcomes, links } = this.task;
    const { notes, complain } = outcomes;
    const outcome = result.outcomes[index];
    const first = outcome?.identity === undefined ? undefined : links.firstWith(outcome.identity, file.path);
    if (first !== undefined) {
      complain(nameOf(file), new OtherNameRemark(first));
      return false;
    }
    if (outcome?.large !== undefined) return await this.checkLarge(file, terms, outcome.large);
    notes?.begin(file);
    const articles = rangeOf(result.articles, index);
    if (result.notes && articles.to > articles.from) {
      notes?.take(result.notes, rangeOf(result.parts, index), articles);
      notes?.keep(file, terms);
    }
    if (outcome) this.say(file, outcome);
    return outcome?.isChecked ?? true;
  }

  private say(file: InputFile, { findings, complaints, isLeftAlone, figures }: FileOutcome): void {
    const { outcomes } = this.task;
    for (const finding of findings) outcomes.report(finding);
    for (const complaint of complaints) outcomes.complain(nameOf(file), asError(complaint));
    if (isLeftAlone) outcomes.leaveAlone(file);
    if (figures) outcomes.figures?.add(figures);
  }

  private async checkLarge(file: InputFile, terms: FolderTerms, size: number): Promise<boolean> {
    const { outcomes, fileCheck, workers, range } = this.task;
    const borders = bordersOf(file, size, range);
    if (borders.length === 0) return fileCheck.check(file, terms);
    const run = (unit: CheckUnit) => workers.run(unit) as Promise<RangeResult>;
    return await checkRanges(file, terms, borders, { outcomes, fileCheck, run, ahead: this.ahead });
  }
}

/** The range of an item in a list, whose ranges end at these numbers. */
function rangeOf(ends: readonly number[], index: number): { readonly from: number; readonly to: number } {
  return { from: ends[index - 1] ?? 0, to: ends[index] ?? 0 };
}
