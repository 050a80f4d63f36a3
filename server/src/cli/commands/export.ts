/** `article-format export`: writes articles as rows of a table, for programs that read tables. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { dayOf } from '../../core/text/date';
import { type Columns, columnsFor } from '../../corpus/tables/columns';
import type { Row } from '../../corpus/tables/rows';
import { type CsvOptions, formOfSuffix, type TableText, tableText } from '../../corpus/tables/tableText';
import { TARGETS } from '../../corpus/targets';
import type { TargetName } from '../../corpus/targets/list';
import { HardLinks } from '../../disk/hardLinks';
import type { ExportForm } from '../choices';
import type { FileFolders, InputFile } from '../input/inputFile';
import { complain, shown, UsageError } from '../output/faults';
import { NOTHING_FOUND } from '../output/nothingFound';
import { STDOUT } from '../output/output';
import { withoutProgress } from '../output/progress';
import { LeftAlone } from '../reading/leftAlone';
import { HERE, namedInputs, type RecordOptions } from '../reading/recordInputs';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { requireEarlierTable } from '../tables/earlierOutput';
import { ROWS_RANGE } from '../tables/largeRows';
import { LeftOut } from '../tables/leftOut';
import { Omissions } from '../tables/omissions';
import { writeParquet } from '../tables/parquet';
import { type RecordsOutside, rowsOfRecords } from '../tables/recordRows';
import { namesInRows, type RowName } from '../tables/rowNames';
import { type Outside, rowsOfFiles } from '../tables/rows';
import type { RowsResult, RowsSetup, RowsUnit } from '../tables/rowsWork';
import { sharedRows } from '../tables/sharedRows';
import { isNoFile, tableFile, writeTable } from '../tables/tableFile';
import { workersFor } from '../workers/jobs';
import { Pool } from '../workers/pool';
import { requirePlace, writeTarget } from '../writing/target';

export interface ExportOptions extends CsvOptions, SettingsOptions, RecordOptions {
  readonly jobs?: number;
  /** The form of the table. If undefined, the suffix of the output decides. */
  readonly to?: ExportForm;
  /** A file. If undefined or STDOUT, the table goes to standard output. */
  readonly output?: string;
  /** The program that the articles are for. Then there is no form of table, and the output may be a folder. */
  readonly for?: TargetName;
}

/**
 * Writes a table to standard output or to a file. A file appears only when it is complete. Sets the exit code to 1 if some
 * part of an article is not in the table.
 */
export async function exportRows(paths: readonly string[], options: ExportOptions): Promise<void> {
  if (options.for !== undefined) return exportFor(options.for, paths, options);
  const output = tableFile(options.output);
  if (output === undefined && !options.records) requireNoTable(paths);
  const form = formFor(output, options);
  const files = await namedInputs(paths, options, complain);
  const columns = columnsOfFiles(options.records ? [HERE] : files, options);
  await requireEarlierTable(output, columns);
  const omissions = new Omissions();
  const leftAlone = new LeftAlone(options.listSkipped);
  const outside = { omissions, leftAlone };
  const notice = { omissions, output };
  let isWritten = false;
  if (form === 'parquet') {
    const rows = orNotice(rowsOf(files, columns, options, outside), notice);
    isWritten = await unlessEmpty(() => writeTable(output as string, (file) => writeParquet(rows, columns, file)));
  } else {
    const lines = orNotice(linesOf(files, { form, columns, options }, outside), notice);
    const text = withHead(tableText(form, columns, options).head, lines);
    if (output === undefined) await pipeline(withoutProgress(text), process.stdout, { end: false });
    else isWritten = await unlessEmpty(() => writeTable(output, (file) => pipeline(text, fs.createWriteStream(file))));
  }
  if (omissions.isLossy) process.exitCode ??= 1;
  sayAll(omissions.sentences(), leftAlone, isWritten ? output : undefined);
}

/** Says what is not in an output, or not whole, and then that it was written, if it was. Nothing if all is well. */
function sayAll(sentences: readonly string[], leftAlone: LeftAlone, written: string | undefined): void {
  for (const sentence of sentences) process.stderr.write(`article-format: ${sentence}\n`);
  leftAlone.say();
  const isQuiet = sentences.length === 0 && leftAlone.count === 0 && process.exitCode === undefined;
  if (written !== undefined && !isQuiet) process.stderr.write(`${shown(written)} was written.\n`);
}

/**
 * Writes the articles for a program. Sets the exit code to 1 if one of them is left out, or some part of one is missing.
 */
async function exportFor(target: TargetName, paths: readonly string[], options: ExportOptions): Promise<void> {
  requirePlace(target, options.output);
  const output = options.output === STDOUT ? undefined : options.output;
  const files = await namedInputs(paths, options, complain);
  const columns = columnsOfFiles(options.records ? [HERE] : files, options);
  const written = TARGETS[target];
  if ('names' in written) await requireEarlierTable(tableFile(output), columns, written.names);
  const omissions = new Omissions(written.silent);
  const leftAlone = new LeftAlone(options.listSkipped);
  const leftOut = new LeftOut();
  const damaged = new WeakSet<Row>();
  const found = rowsOf(files, columns, options, { omissions, leftAlone, damaged });
  const source = {
    rows: orNotice(found, { omissions, output }),
    columns,
    isDamaged: (row: Row) => damaged.has(row),
    leaveOut: (row: Row, reason: string) => leftOut.add(row, reason),
  };
  const isWritten = await unlessEmpty(() => writeTarget(target, source, output));
  if (leftOut.sentences().length > 0 || omissions.isLossy) process.exitCode ??= 1;
  sayAll([...leftOut.sentences(), ...omissions.sentences()], leftAlone, isWritten ? output : undefined);
}

function rowsOf(
  files: readonly InputFile[],
  columns: Columns,
  { records, articlesOnly }: ExportOptions,
  outside: RecordsOutside,
): AsyncIterable<Row> {
  return records
    ? rowsOfRecords({ inputs: files, articlesOnly: articlesOnly ?? false }, columns, outside)
    : rowsOfFiles(namesInRows(files), columns, outside, { complain, links: new HardLinks() });
}

/** So many times as long as a check takes an export, in which each article is parsed and its text digested. */
const WEIGHT = 8;

/** The rows as text, made by workers if they pay; each text is of one row or more. */
function linesOf(
  files: readonly InputFile[],
  { form, columns, options }: Omit<RowsSetup, 'large'> & { readonly options: ExportOptions },
  outside: RecordsOutside,
): AsyncIterable<string> {
  const size = options.records ? 1 : workersFor(files, options.jobs, WEIGHT);
  if (size > 1) return sharedLines(size, namesInRows(files), { form, columns, options, large: ROWS_RANGE }, outside);
  return lines(rowsOf(files, columns, options, outside), tableText(form, columns, options));
}

async function* sharedLines(
  size: number,
  files: ReadonlyMap<InputFile, RowName>,
  setup: RowsSetup,
  outside: Outside,
): AsyncGenerator<string> {
  const workers = new Pool<RowsUnit, RowsResult>('rowsWorker', setup, size);
  const faults = { complain, links: new HardLinks() };
  try {
    yield* sharedRows({ ...setup, files, outside, faults, workers });
  } finally {
    await workers.close();
  }
}

async function* lines(rows: AsyncIterable<Row>, { line }: TableText): AsyncGenerator<string> {
  for await (const row of rows) yield line(row);
}

async function* withHead(head: string, lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* lines;
}

/** The form of the table. Throws a UsageError if the options of the call contradict each other. */
function formFor(output: string | undefined, options: ExportOptions): ExportForm {
  const { to, guardFormulas, byteOrderMark, header } = options;
  const suffix = path.extname(output ?? '');
  const ofSuffix = formOfSuffix(suffix);
  if (output !== undefined && to && ofSuffix && to !== ofSuffix) {
    throw new UsageError(`${shown(output)} has the suffix of another form than --to ${to}. Change one of the two.`);
  }
  if (!to && !ofSuffix && suffix !== '') {
    throw new UsageError(
      `${shown(suffix)} is not the suffix of a table. Give the form with --to, or end the name in .jsonl, .csv or .parquet.`,
    );
  }
  const form = to ?? ofSuffix ?? 'jsonl';
  if (form === 'parquet' && output === undefined) {
    throw new UsageError('Parquet cannot be written to standard output. Name a file with -o.');
  }
  if (form === 'parquet' && output !== undefined && isNoFile(output)) {
    throw new UsageError(`Parquet cannot be written to ${shown(output)}, which is not a file. Name a file with -o.`);
  }
  if (form !== 'csv' && (guardFormulas || byteOrderMark || header === false)) {
    throw new UsageError('--guard-formulas, --byte-order-mark and --no-header are for CSV. Add --to csv.');
  }
  return form;
}

/** Throws a UsageError if somebody has named the table without `-o`: it would be taken for a file of articles. */
function requireNoTable(paths: readonly string[]): void {
  const table = paths.find((each) => formOfSuffix(path.extname(each)));
  if (table === undefined) return;
  throw new UsageError(`${shown(table)} has the name of a table. To write the table to it, put -o before it.`);
}

/** The columns, with the user-defined fields of all files. They must be known before the first row is written. */
function columnsOfFiles(files: readonly FileFolders[], options: SettingsOptions): Columns {
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const letters = new Set<string>();
  for (const file of files) for (const field of settings.of(file).context.additionalFields) letters.add(field);
  return columnsFor(letters);
}

/** There are no articles. Thrown to keep an existing file from being replaced by a table without rows. */
class NoRows extends UsageError {}

/**
 * Passes rows on. If there are none, the name of the folder may be wrong: reports that, and throws NoRows if the output
 * is a file.
 */
async function* orNotice<Rows>(
  rows: AsyncIterable<Rows>,
  { omissions, output }: { readonly omissions: Omissions; readonly output: string | undefined },
): AsyncGenerator<Rows> {
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    yield row;
  }
  if (!isEmpty) return;
  const unwritten = output === undefined ? '' : ` ${shown(output)} was not written.`;
  const reason = omissions.isLossy ? 'No article could be written.' : NOTHING_FOUND;
  process.stderr.write(`article-format: ${reason}${unwritten}\n`);
  if (output !== undefined) throw new NoRows();
}

/** Writes an output, and says whether it was written. Without rows it is not, and the exit code is 1. */
async function unlessEmpty(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof NoRows)) throw error;
    process.exitCode ??= 1;
    return false;
  }
}
