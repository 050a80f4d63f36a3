/** `article-format check`: reports problems in files and across files. */
import type { Severity } from '../../core/rules';
import { reasonOf } from '../../disk/reasons';
import { type CheckCallOptions, checkCall } from '../check/checkCall';
import { FAIL_ON, type REPORT_FORMS } from '../choices';
import { type ColorChoice, isColored } from '../output/color';
import { type Complain, complain, Remark, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { type Fault, type MakeReporter, REPORTERS } from '../reporters';
import { requireEarlier } from '../tables/earlierOutput';
import { tableFile } from '../tables/tableFile';
import { writeReport } from '../writing/writeReport';

export interface CheckOptions extends CheckCallOptions {
  readonly format: (typeof REPORT_FORMS)[number];
  readonly failOn: (typeof FAIL_ON)[number];
  /** Report how many findings each rule has, and not the findings. */
  readonly statistics?: boolean;
  /** Findings and nothing else. */
  readonly quiet?: boolean;
  readonly color?: ColorChoice;
  /** A file. If undefined or STDOUT, the report goes to standard output. */
  readonly outputFile?: string;
  /** The file of a baseline, whose findings are not reported. */
  readonly baseline?: string;
  /** Write all findings into this file, and report none. */
  readonly writeBaseline?: string;
}

/** Sets the exit code: 1 if there are findings at or above `failOn`, 2 if something could not be read. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  if (options.writeBaseline !== undefined) {
    const { writeBaseline } = await import('./writeBaseline');
    return writeBaseline(paths, options, options.writeBaseline);
  }
  const make = await reporterFor(options);
  const file = tableFile(options.outputFile, 'a report', '--output-file');
  if (options.format === 'csv') {
    const { isTable } = await import('../reporters/csv');
    requireEarlier(file, 'a report as check --format csv writes it', isTable, '--output-file');
  }
  if (file === undefined) await report(paths, options, make, new Output());
  else await writeReport(file, (output) => report(paths, options, make, output, file));
}

/** Throws a UsageError if the options of the call contradict each other. */
async function reporterFor({ format, statistics }: CheckOptions): Promise<MakeReporter> {
  if (!statistics) return REPORTERS[format]();
  const forms = await import('../reporters/statistics');
  if (format === 'pretty') return forms.statistics;
  if (format === 'jsonl') return forms.statisticsLines;
  throw new UsageError(
    '--statistics is for people, or for programs with --format jsonl. Leave out one of the two options.',
  );
}

async function report(
  paths: readonly string[],
  options: CheckOptions,
  make: MakeReporter,
  output: Output,
  file?: string,
): Promise<void> {
  const faults: Fault[] = [];
  const note: Complain = (name, error) => {
    complain(name, error);
    if (!(error instanceof Remark)) faults.push({ file: name, reason: reasonOf(error) });
  };
  const baseline =
    options.baseline === undefined ? undefined : (await import('../check/baseline')).readBaseline(options.baseline);
  const isTerminal = file === undefined && process.stdout.isTTY === true;
  const env = file === undefined ? process.env : {}; // FORCE_COLOR is about standard output.
  const look = { isColored: isColored(options.color, { isTerminal, env }), isQuiet: options.quiet ?? false };
  const reporter = make(output.write, look);
  const withFindings = new Set<string>();
  let worst: Severity | undefined;
  const call = await checkCall(paths, options, {
    output,
    complain: note,
    report: (finding) => {
      if (baseline?.accepts(finding)) return;
      withFindings.add(finding.file);
      worst = worseOf(worst, finding.severity);
      reporter.finding(finding);
    },
  });
  const { checked, leftAlone } = call;
  const someAccepted = baseline !== undefined && baseline.accepted > 0;
  reporter.end({ files: checked, others: leftAlone.count, withFindings: withFindings.size, faults, someAccepted });
  await output.settle();
  if (!options.quiet || options.listSkipped) leftAlone.say();
  const unread = faults.map((fault) => fault.file);
  const sentences = options.quiet ? [] : baseline?.sentences(options.records ? undefined : { ...call, unread });
  for (const sentence of sentences ?? []) process.stderr.write(`article-format: ${sentence}\n`);
  const isFailure = worst !== undefined && FAIL_ON.indexOf(worst) <= FAIL_ON.indexOf(options.failOn);
  if (isFailure && options.failOn !== 'never') process.exitCode ??= 1;
}

function worseOf(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || FAIL_ON.indexOf(b) < FAIL_ON.indexOf(a) ? b : a;
}
