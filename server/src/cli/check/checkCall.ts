/** The check of all that a call names: files, or records. */
import { dayOf } from '../../core/text/date';
import type { InputFile } from '../input/inputFile';
import { LeftAlone } from '../reading/leftAlone';
import { namedInputs, type RecordOptions } from '../reading/recordInputs';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { CheckRun, type CheckRunOptions } from './checkRun';
import { RecordsRun } from './recordsRun';

export interface CheckCallOptions extends RecordOptions, SettingsOptions {
  /** How many workers share the work. */
  readonly jobs?: number;
}

export interface CheckedCall {
  /** The files that were named; with records, those that hold them. */
  readonly files: readonly InputFile[];
  readonly settings: FolderSettings;
  /** The number of files that were checked. */
  readonly checked: number;
  readonly leftAlone: LeftAlone;
}

/** Passes on each finding, file by file; findings across files come last. Throws a UsageError. */
export async function checkCall(
  paths: readonly string[],
  options: CheckCallOptions,
  { output, complain, report }: Pick<CheckRunOptions, 'output' | 'complain' | 'report'>,
): Promise<CheckedCall> {
  const files = await namedInputs(paths, options, complain);
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const leftAlone = new LeftAlone(options.listSkipped);
  const common: Omit<CheckRunOptions, 'files'> = { settings, jobs: options.jobs, output, complain, leftAlone, report };
  const run = options.records
    ? new RecordsRun({ ...common, inputs: files, articlesOnly: options.articlesOnly ?? false })
    : new CheckRun({ ...common, files });
  return { files, settings, checked: await run.run(), leftAlone };
}
