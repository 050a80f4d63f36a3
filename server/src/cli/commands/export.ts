/** `article-format export`: articles as rows of a table, for programs that read tables. */

import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { dayOf } from '../../core/text/date';
import { type Columns, columnsFor } from '../../corpus/columns';
import type { Row } from '../../corpus/rows';
import { type CsvOptions, formOfSuffix, type TableForm, tableText } from '../../corpus/tableText';
import type { ExportForm } from '../choices';
import type { InputFile } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { LeftAlone } from '../input/leftAlone';
import { complain, shown, UsageError } from '../output/faults';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { Omissions } from '../tables/omissions';
import { writeParquet } from '../tables/parquet';
import { namesInRows } from '../tables/rowNames';
import { rowsOfFiles } from '../tables/rows';
import { isNoFile, tableFile, writeTable } from '../tables/tableFile';

export interface ExportOptions extends CsvOptions, SettingsOptions, InputOptions {
  /** Without it, the suffix of the output decides. */
  readonly to?: ExportForm;
  /** A file; standard output without it, or where it is STDOUT. */
  readonly output?: string;
}

/**
 * Writes to standard output, or to a file that is there, whole, when the last row is. Sets the exit code to 1 where
 * something of the articles is not in the table.
 */
export async function exportRows(paths: readonly string[], options: ExportOptions): Promise<void> {
  const output = tableFile(options.output);
  const form = formFor(output, options);
  const files = await inputFiles(paths, options, complain);
  const columns = columnsOfFiles(files, options);
  const omissions = new Omissions();
  const leftAlone = new LeftAlone(options.listSkipped ?? false);
  const rows = orNotice(rowsOfFiles(namesInRows(files), columns, { omissions, leftAlone }), { omissions, output });
  const table: Table = { rows, columns, options };
  if (output !== undefined) await writeFile(output, form, table);
  else if (form !== 'parquet') await pipeline(textOf(form, table), process.stdout, { end: false });
  for (const sentence of omissions.sentences()) process.stderr.write(`article-format: ${sentence}\n`);
  leftAlone.say();
  if (omissions.isLossy) process.exitCode ??= 1;
}

/** The form of the table. Throws a UsageError where the call does not make sense. */
function formFor(output: string | undefined, options: ExportOptions): ExportForm {
  const { to, guardFormulas, byteOrderMark } = options;
  const suffix = path.extname(output ?? '');
  const said = formOfSuffix(suffix);
  if (output !== undefined && to && said && to !== said) {
    throw new UsageError(`${shown(output)} has the suffix of another form than --to ${to}. Change one of the two.`);
  }
  if (!to && !said && suffix !== '') {
    throw new UsageError(
      `${shown(suffix)} says no form. Say it with --to, or end the name in .jsonl, .csv or .parquet.`,
    );
  }
  const form = to ?? said ?? 'jsonl';
  if (form === 'parquet' && output === undefined) {
    throw new UsageError('Parquet cannot be written to standard output. Name a file with -o.');
  }
  if (form === 'parquet' && output !== undefined && isNoFile(output)) {
    throw new UsageError(`Parquet cannot be written to ${shown(output)}, which is no file. Name a file with -o.`);
  }
  if (form !== 'csv' && (guardFormulas || byteOrderMark)) {
    throw new UsageError('--guard-formulas and --byte-order-mark are for CSV. Add --to csv.');
  }
  return form;
}

/** Those of the user-defined fields of all files, before the first row is written. */
function columnsOfFiles(files: readonly InputFile[], options: SettingsOptions): Columns {
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const letters = new Set<string>();
  for (const file of files) for (const field of settings.of(file).context.additionalFields) letters.add(field);
  return columnsFor(letters);
}

/** There are no articles, and a file is not to give way to a table without rows. */
class NoRows extends UsageError {}

/** Passes rows on. Where there is none, the name of the folder may be wrong: says so, and throws NoRows for a file. */
async function* orNotice(
  rows: AsyncIterable<Row>,
  { omissions, output }: { readonly omissions: Omissions; readonly output: string | undefined },
): AsyncGenerator<Row> {
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    yield row;
  }
  if (!isEmpty) return;
  const unwritten = output === undefined ? '' : ` ${shown(output)} was not written.`;
  const reason = omissions.isLossy ? 'No article could be written.' : 'No articles were found.';
  process.stderr.write(`article-format: ${reason}${unwritten}\n`);
  if (output !== undefined) throw new NoRows();
}

async function writeFile(output: string, form: ExportForm, table: Table): Promise<void> {
  try {
    await writeTable(output, (file) => writeRows(form, table, file));
  } catch (error) {
    if (!(error instanceof NoRows)) throw error;
    process.exitCode ??= 1;
  }
}

interface Table {
  readonly rows: AsyncIterable<Row>;
  readonly columns: Columns;
  readonly options: CsvOptions;
}

async function writeRows(form: ExportForm, table: Table, file: string): Promise<void> {
  if (form === 'parquet') await writeParquet(table.rows, table.columns, file);
  else await pipeline(textOf(form, table), fs.createWriteStream(file));
}

async function* textOf(form: TableForm, { rows, columns, options }: Table): AsyncGenerator<string> {
  const { head, line } = tableText(form, columns, options);
  yield head;
  for await (const row of rows) yield line(row);
}
