/** Opens a table in JSON Lines, CSV or Parquet. */
import fs from 'node:fs';
import { jsonRow } from '../../corpus/mapping/jsonRow';
import { parquetFault } from '../../corpus/mapping/parquetFault';
import type { RowNoun } from '../../corpus/mapping/rowProblems';
import type { BadRow, TableRow } from '../../corpus/mapping/tableRow';
import { formOfSuffix, type TableForm } from '../../corpus/tables/tableText';
import { foreignName } from '../../corpus/text/foreignBytes';
import { reasonOf } from '../../disk/reasons';
import { STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { bytesRead, withProgress } from '../output/progress';
import { blocksOf } from '../reading/streamReading';
import { csvRows } from './csvRows';
import { linesOf } from './jsonLines';

type AnyForm = TableForm | 'parquet';

export interface TableOptions {
  /** The form of the table. If undefined, its first bytes and its suffix decide. */
  readonly from?: AnyForm;
  /** What separates the columns of CSV. If undefined, the line with their names decides. */
  readonly separator?: string;
}

export interface OpenTable {
  /** As it was named; STDIN for standard input. */
  readonly file: string;
  readonly form: AnyForm;
  /** What its rows are called. */
  readonly noun: RowNoun;
  /** Whether it is a file, which can be read again. */
  readonly isFile: boolean;
  /**
   * Its rows, from the beginning. Throws a UsageError if the table cannot be read, and Node's error if the file cannot.
   */
  rows(): AsyncIterable<TableRow | BadRow>;
}

/** Throws a UsageError if it is not a table, and Node's error if there is no such file. */
export function openTable(file: string, { from, separator }: TableOptions = {}): OpenTable {
  const found = file === STDIN ? undefined : fs.statSync(file);
  if (found?.isDirectory())
    throw new UsageError(`${shown(file)} is a folder. Name a table: JSON Lines, CSV or Parquet.`);
  const isFile = found?.isFile() ?? false;
  const form =
    from ?? (isFile ? formOf(file) : undefined) ?? (/\.tsv$/i.test(file) ? 'csv' : formOfSuffix(file)) ?? 'jsonl';
  if (separator !== undefined && form !== 'csv') throw new UsageError('--separator is for CSV. Add --from csv.');
  if (form === 'parquet' && !isFile)
    throw new UsageError('Parquet cannot be read from a pipe. Write it to a file, and name that.');
  const noun = form === 'parquet' ? 'row' : 'line';
  const rows = () =>
    form === 'csv' ? csvRows(file, separator) : form === 'parquet' ? parquetRows(file) : jsonRows(file);
  return { file, form, noun, isFile, rows };
}

/** Files by their names, which may lead anywhere, and with their texts. */
export type NamedFiles = AsyncIterable<[string, string]> | Iterable<[string, string]>;

/** Passes on what is read of a table. Throws a UsageError that names the table if it cannot be read. */
export async function* naming<T>(table: OpenTable, read: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* read;
  } catch (error) {
    if (!(error instanceof UsageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${shown(table.file)}: ${reasonOf(error)}`);
  }
}

/** Where a row is: `Line 3`, `Row 3`. */
export function placeOf(noun: RowNoun, at: number): string {
  return `${noun === 'line' ? 'Line' : 'Row'} ${at}`;
}

/** The names of columns in a sentence, in quotation marks if white space at an end or a comma would not be seen. */
export function columnNames(columns: readonly string[]): string {
  return columns.map((name) => (/^\s|\s$|,|^$/.test(name) ? `“${shown(name)}”` : shown(name))).join(', ');
}

/** The form of a file by its first bytes; undefined if it is text. Throws a UsageError for a file of another kind. */
function formOf(file: string): AnyForm | undefined {
  const head = Buffer.alloc(16);
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.readSync(descriptor, head, 0, head.length, 0);
  } finally {
    fs.closeSync(descriptor);
  }
  if (head.toString('latin1').startsWith('PAR1')) return 'parquet';
  const kind = foreignName(head);
  if (kind !== undefined)
    throw new UsageError(
      `${shown(file)}: ${kind} Save the table as CSV in UTF-8, JSON Lines or Parquet. Nothing was written.`,
    );
  return undefined;
}

async function* jsonRows(file: string): AsyncGenerator<TableRow | BadRow> {
  let index = 0;
  for (const each of withProgress([file])) {
    for await (const { number, text } of linesOf(blocksOf(each))) {
      if (text.trim() === '') continue;
      if (index === 0 && text.trimStart().startsWith('['))
        throw new UsageError(
          `Line ${number} begins a JSON array. import reads JSON Lines, with an object on each line; jq -c ".[]" converts it. Nothing was written.`,
        );
      yield jsonRow(text, number, ++index);
    }
  }
}

async function* parquetRows(file: string): AsyncGenerator<TableRow> {
  const parquet = await import('../tables/parquetRows');
  for (const each of withProgress([file])) {
    try {
      yield* parquet.parquetRows(each, bytesRead);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
      throw new UsageError(`${parquetFault(error)} Nothing was written.`);
    }
  }
}
