/** `article-format check`: says what is wrong, in the files and across them. */
import type { Severities, Severity } from '../core/rules';
import { AcrossFiles } from './acrossFiles';
import { type Articles, PiecesCheck } from './checkPieces';
import { complain } from './faults';
import { type InputFile, inputFiles, STDIN } from './inputs';
import { Output } from './output';
import { Cutter } from './pieces';
import { Progress } from './progress';
import { readPieces, readStreamPieces } from './reading';
import type { Report } from './report';
import { type MakeReporter, REPORTERS, type Reporter } from './reporters';
import { dayOf, FolderSettings, type FolderTerms } from './settings';

/** The severities, the worst first, and what never comes. */
export const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;

export interface CheckOptions {
  readonly format: string;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly rule?: Severities;
  readonly filesFrom?: string;
}

/** Sets the exit code: 1 with findings at or above `failOn`, 2 when something could not be read. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  const files = await inputFiles(paths, options, complain);
  const settings = new FolderSettings(dayOf(new Date()), options.rule ?? {}, complain);
  const run = new CheckRun([...files], settings, REPORTERS[options.format] as MakeReporter);
  const worst = await run.run();
  const isFailure = worst !== undefined && FAIL_ON.indexOf(worst) <= FAIL_ON.indexOf(options.failOn);
  if (isFailure && options.failOn !== 'never') process.exitCode ??= 1;
}

class CheckRun {
  private readonly output = new Output();
  private readonly cutter = new Cutter();
  private readonly across = new AcrossFiles();
  private readonly progress: Progress;
  private readonly reporter: Reporter;
  private readonly withFindings = new Set<string>();
  private worst: Severity | undefined;
  private checked = 0;
  private others = 0;

  constructor(
    private readonly files: readonly InputFile[],
    private readonly settings: FolderSettings,
    makeReporter: MakeReporter,
  ) {
    this.reporter = makeReporter(this.output.write);
    this.progress = new Progress(files.length);
  }

  /** Gives the worst severity that was found, if anything was. */
  async run(): Promise<Severity | undefined> {
    // What goes by on standard input cannot be looked at again.
    const exact = this.files.some(({ path }) => path === STDIN);
    for (const [index, file] of this.files.entries()) {
      this.progress.at(index);
      const terms = this.settings.of(file);
      const articles = await this.checkOne(file, terms, exact);
      if (articles) this.across.add(file, terms, articles, exact);
      await this.output.settle();
    }
    this.across.report(this.report, (file, terms) => this.checkFile(file, terms, true, undefined));
    this.progress.clear();
    this.reporter.end({ files: this.checked, withFindings: this.withFindings.size, others: this.others });
    await this.output.settle();
    return this.worst;
  }

  private async checkOne(file: InputFile, terms: FolderTerms, exact: boolean): Promise<Articles | undefined> {
    if (file.path !== STDIN) {
      const articles = this.checkFile(file, terms, exact, this.report);
      if (articles) this.checked++;
      return articles;
    }
    const check = new PiecesCheck({ file: STDIN, terms, exact, report: this.report });
    await readStreamPieces(this.cutter, process.stdin, terms.provenUntil, (piece) => {
      check.add(piece);
      return this.output.settle();
    });
    check.end();
    this.checked++;
    return check;
  }

  /** Undefined for a file that cannot be read, or is no article. */
  private checkFile(
    file: InputFile,
    terms: FolderTerms,
    exact: boolean,
    report: Report | undefined,
  ): Articles | undefined {
    const check = new PiecesCheck({ file: file.path, terms, exact, report });
    try {
      const isArticle = readPieces(this.cutter, file, terms.provenUntil, (piece) => check.add(piece));
      if (!isArticle) this.others++;
      if (!isArticle) return undefined;
      check.end();
      return check;
    } catch (error) {
      complain(file.path, error);
      return undefined;
    }
  }

  private readonly report: Report = (finding) => {
    this.progress.clear();
    this.withFindings.add(finding.file);
    this.worst = worseOf(this.worst, finding.severity);
    this.reporter.finding(finding);
  };
}

function worseOf(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || FAIL_ON.indexOf(b) < FAIL_ON.indexOf(a) ? b : a;
}
