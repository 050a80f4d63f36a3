/** One pass over the files of a call with all rules, including those across files. */
import { CORPUS_RULES, type CorpusRule } from '../../corpus/rules';
import { HardLinks } from '../../disk/hardLinks';
import { reasonOf } from '../../disk/reasons';
import { type InputFile, nameOf } from '../input/inputFile';
import type { Complain } from '../output/faults';
import type { Output } from '../output/output';
import { Progress } from '../output/progress';
import type { LeftAlone } from '../reading/leftAlone';
import { Cutter } from '../reading/parts';
import { RANGE } from '../reading/ranges';
import { StreamCopy } from '../reading/streamCopy';
import { partsByBlock, streamOf } from '../reading/streamReading';
import type { FolderSettings, FolderTerms } from '../settings/settings';
import { workersFor } from '../workers/jobs';
import { Pool } from '../workers/pool';
import { AcrossFiles } from './across/acrossFiles';
import { ArticleNotes } from './across/articleNotes';
import { PartsCheck } from './checkParts';
import { Figures } from './figures';
import { ended, FileCheck, type FileOutcomes } from './fileCheck';
import type { Report } from './report';
import type { CheckSetup } from './shared/checkUnits';
import { type CheckWorkers, SharedCheck } from './shared/sharedCheck';

export interface CheckRunOptions {
  readonly files: readonly InputFile[];
  readonly settings: FolderSettings;
  /** How many workers check files at the same time; if undefined, so many as are worth it. */
  readonly jobs?: number | undefined;
  readonly sharing?: Sharing;
  readonly output: Output;
  readonly complain: Complain;
  /** Collects the files that are not articles. */
  readonly leftAlone: LeftAlone;
  /** Called for each finding, file by file; findings across files come last. */
  readonly report: Report;
  /** Counts the articles that are checked, and the findings in them, which are then not reported. */
  readonly figures?: Figures;
}

/** How workers share the work. */
export interface Sharing {
  start(setup: CheckSetup, size: number): CheckWorkers;
  /** As in `SharedCheckTask`. */
  readonly range: number;
  readonly together?: number;
}

const SHARING: Sharing = { start: (setup, size) => new Pool('checkWorker', setup, size), range: RANGE };

export class CheckRun {
  private readonly cutter = new Cutter();
  private readonly links = new HardLinks();
  private readonly progress: Progress;
  /** The rules across files that may be on, and what is noted for them. */
  private readonly across: readonly CorpusRule[];
  private readonly notes: ArticleNotes | undefined;
  private readonly copies: StreamCopy[] = [];
  /** After `run`: how many articles there are in each group of nearly the same texts, if the rule about them is on. */
  nearGroups: readonly number[] = [];
  private readonly outcomes: FileOutcomes;
  private readonly fileCheck: FileCheck;

  constructor(private readonly options: CheckRunOptions) {
    const { files, settings, complain, leftAlone, figures } = options;
    this.progress = new Progress(files.length);
    this.across = CORPUS_RULES.filter((rule) => settings.mayBeOn(rule, files));
    this.notes = this.across.length > 0 ? new ArticleNotes(this.across) : undefined;
    const { report, notes } = this;
    this.outcomes = { report, complain, leaveAlone: (file) => leftAlone.add(file), notes, figures };
    this.fileCheck = new FileCheck(this.outcomes, this.links, this.cutter);
  }

  /** Checks the files, and gives the number of those that were checked. */
  async run(): Promise<number> {
    const { files, jobs, output } = this.options;
    const workers = workersFor(files, jobs);
    let index = 0;
    let checked = 0;
    try {
      for await (const isChecked of workers > 1 ? this.shared(workers) : this.alone()) {
        this.progress.at(index++);
        if (isChecked) checked++;
        await output.settle();
      }
      await this.reportAcross();
    } finally {
      for (const copy of this.copies) copy.close();
    }
    this.progress.clear();
    return checked;
  }

  /** Checks each file. False for one that cannot be read or is not an article. */
  private async *alone(): AsyncGenerator<boolean> {
    const { files, settings } = this.options;
    for (const file of files) {
      const terms = settings.of(file);
      yield file.regular ? this.fileCheck.check(file, terms) : await this.checkStream(file, terms);
    }
  }

  /** The same with workers, in the same order. */
  private async *shared(size: number): AsyncGenerator<boolean> {
    const { options, across, outcomes, links, fileCheck } = this;
    const { files, settings, figures, sharing = SHARING } = options;
    const codes = across.map(({ code }) => code);
    const { range, together } = sharing;
    const setup = { ...settings.setup, across: codes, counts: figures !== undefined, large: range };
    const workers = sharing.start(setup, size);
    const checkStream = (file: InputFile, terms: FolderTerms) => this.checkStream(file, terms);
    try {
      yield* new SharedCheck({ settings, outcomes, links, fileCheck, checkStream, workers, range, together }).checked(
        files,
      );
    } finally {
      await workers.close();
    }
  }

  /** Checks what can be read only once. False if it cannot be read or is not an article. */
  private async checkStream(file: InputFile, terms: FolderTerms): Promise<boolean> {
    const { notes, options, fileCheck } = this;
    const { complain, figures } = options;
    const own = figures && new Figures();
    const copy = notes && new StreamCopy();
    if (copy) this.copies.push(copy);
    notes?.begin(file);
    try {
      const check = new PartsCheck({ file: nameOf(file), terms, report: this.report, notes, figures: own });
      const keep = copy && ((bytes: Uint8Array) => copy.add(bytes));
      for await (const parts of partsByBlock(this.cutter, streamOf(file), terms.provenUntil, keep)) {
        for (const part of parts) check.add(part);
        await options.output.settle();
      }
      if (!ended(check)) return fileCheck.leaveAlone(file, terms);
    } catch (error) {
      notes?.drop();
      complain(nameOf(file), error);
      return false;
    }
    if (own) figures?.add(own);
    if (copy?.failure === undefined) {
      notes?.keep(file, terms, copy);
    } else {
      notes?.drop();
      const reason = `It is not compared with other articles, because it could not be copied to a temporary file. ${reasonOf(copy.failure)}`;
      complain(nameOf(file), new Error(reason));
    }
    return true;
  }

  private async reportAcross(): Promise<void> {
    const { notes, across } = this;
    if (!notes) return;
    const comparison = new AcrossFiles(notes, across, this.options.complain);
    await comparison.report(this.report, this.options.output);
    this.nearGroups = comparison.nearGroups();
  }

  private readonly report: Report = (finding) => {
    this.progress.clear();
    this.options.report(finding);
  };
}
