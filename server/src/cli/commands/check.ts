/** `article-format check`: reports problems in files and across files. */
import type { Severity } from '../../core/rules';
import { dayOf } from '../../core/text/date';
import { reasonOf } from '../../disk/reasons';
import { CheckRun, type CheckRunOptions } from '../check/checkRun';
import { RecordsRun } from '../check/recordsRun';
import { FAIL_ON, type REPORT_FORMS } from '../choices';
import { inputFiles } from '../input/inputs';
import { LeftAlone } from '../input/leftAlone';
import { type RecordOptions, recordInputs } from '../input/recordInputs';
import { type Complain, complain, Remark } from '../output/faults';
import { Output } from '../output/output';
import { type Fault, REPORTERS } from '../reporters';
import { FolderSettings, type SettingsOptions } from '../settings/settings';

export interface CheckOptions extends RecordOptions, SettingsOptions {
  readonly jobs?: number;
  readonly format: (typeof REPORT_FORMS)[number];
  readonly failOn: (typeof FAIL_ON)[number];
}

/** Sets the exit code: 1 if there are findings at or above `failOn`, 2 if something could not be read. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  const faults: Fault[] = [];
  const note: Complain = (file, error) => {
    complain(file, error);
    if (!(error instanceof Remark)) faults.push({ file, reason: reasonOf(error) });
  };
  const files = await (options.records ? recordInputs : inputFiles)(paths, options, note);
  const settings = new FolderSettings(dayOf(new Date()), options, note);
  const output = new Output();
  const reporter = REPORTERS[options.format](output.write);
  const leftAlone = new LeftAlone(options.listSkipped ?? false);
  const withFindings = new Set<string>();
  let worst: Severity | undefined;
  const common: Omit<CheckRunOptions, 'files'> = {
    settings,
    jobs: options.jobs,
    output,
    complain: note,
    leftAlone,
    report: (finding) => {
      withFindings.add(finding.file);
      worst = worseOf(worst, finding.severity);
      reporter.finding(finding);
    },
  };
  const run = options.records
    ? new RecordsRun({ ...common, inputs: files, articlesOnly: options.articlesOnly ?? false })
    : new CheckRun({ ...common, files });
  const checked = await run.run();
  reporter.end({ files: checked, others: leftAlone.count, withFindings: withFindings.size, faults });
  await output.settle();
  leftAlone.say();
  const isFailure = worst !== undefined && FAIL_ON.indexOf(worst) <= FAIL_ON.indexOf(options.failOn);
  if (isFailure && options.failOn !== 'never') process.exitCode ??= 1;
}

function worseOf(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || FAIL_ON.indexOf(b) < FAIL_ON.indexOf(a) ? b : a;
}
