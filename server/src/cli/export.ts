/** `article-format export`: articles as rows of a table, for programs that read tables. */

import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ColumnSource } from 'hyparquet-writer';
import { COLUMNS, type Losses, type Row } from '../corpus/rows';
import { type CsvOptions, type TableForm, tableText } from '../corpus/tableText';
import { reasonOf } from '../disk/reasons';
import { writeWhole } from '../disk/writeWhole';
import type { EXPORT_FORMS } from './choices';
import { plural } from './counted';
import { complain, UsageError } from './faults';
import { inputFiles } from './inputs';
import { holdsArticles } from './reading';
import { rowsOfFiles } from './rows';

export interface ExportOptions extends CsvOptions {
  readonly to: (typeof EXPORT_FORMS)[number];
  readonly output?: string;
  readonly filesFrom?: string;
  readonly articlesOnly?: boolean;
}

/** Writes to standard output, or to a file that is there, whole, when the last row is. */
export async function exportRows(paths: readonly string[], options: ExportOptions): Promise<void> {
  if (options.to === 'parquet' && options.output === undefined) {
    throw new UsageError('Parquet cannot be written to standard output. Name a file with -o.');
  }
  if (options.output !== undefined && holdsArticles(options.output)) {
    throw new UsageError(
      `${options.output} holds articles, and a table would take their place. Name another file with -o.`,
    );
  }
  const files = await inputFiles(paths, options, complain);
  const losses: Losses = { damaged: 0 };
  const rows = orNotice(rowsOfFiles(files, losses));
  const { to, output } = options;
  if (output !== undefined) await writeTable(output, (temporary) => writeRows(rows, options, temporary));
  else if (to !== 'parquet') await pipeline(textOf(rows, to, options), process.stdout, { end: false });
  if (losses.damaged > 0) {
    process.stderr.write(
      `article-format: ${plural(losses.damaged, 'article')} did not come over whole: their markers are damaged, or they have fields of their own. article-format check tells more.\n`,
    );
  }
}

/** Passes rows on; says so when there is none, for the name of the folder may be wrong. */
async function* orNotice(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    yield row;
  }
  if (isEmpty) process.stderr.write('article-format: No articles were found.\n');
}

/** A system error is about a temporary file, of which the person who called knows nothing. */
async function writeTable(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  try {
    await writeWhole(file, write);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${file} cannot be written. ${reasonOf(error)}`);
  }
}

async function writeRows(rows: AsyncIterable<Row>, options: ExportOptions, file: string): Promise<void> {
  if (options.to === 'parquet') await writeParquet(rows, file);
  else await pipeline(textOf(rows, options.to, options), fs.createWriteStream(file));
}

async function* textOf(rows: AsyncIterable<Row>, form: TableForm, options: CsvOptions): AsyncGenerator<string> {
  const { head, line } = tableText(form, options);
  yield head;
  for await (const row of rows) yield line(row);
}

/** Rows of one group; a group is encoded in memory. */
const GROUP_ROWS = 10_000;
const GROUP_CHARACTERS = 16 * 1024 * 1024;

async function writeParquet(rows: AsyncIterable<Row>, file: string): Promise<void> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const writer = fileWriter(file);
  const parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnsOf([]) }) });
  let group: Row[] = [];
  let characters = 0;
  const flush = async () => {
    if (group.length > 0) await parquet.write({ columnData: columnsOf(group) });
    group = [];
    characters = 0;
  };
  for await (const row of rows) {
    group.push(row);
    characters += row.text?.length ?? 0;
    if (group.length >= GROUP_ROWS || characters >= GROUP_CHARACTERS) await flush();
  }
  await flush();
  await parquet.finish();
}

function columnsOf(rows: readonly Row[]): ColumnSource[] {
  return COLUMNS.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: name === 'words' ? 'INT32' : 'STRING',
    nullable: !(name === 'file' || name === 'words' || name === 'sha256'),
  }));
}
