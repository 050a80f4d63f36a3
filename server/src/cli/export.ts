/** `article-format export`: articles as rows of a table, for programs that read tables. */
import fs from 'node:fs';
import path from 'node:path';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ColumnSource } from 'hyparquet-writer';
import { COLUMNS, type EXPORT_FORMS } from './choices';
import { complain, UsageError } from './faults';
import { inputFiles } from './inputs';
import { type Losses, type Row, rowsOf } from './rows';

export interface ExportOptions {
  readonly to: (typeof EXPORT_FORMS)[number];
  readonly output?: string;
  readonly guardFormulas?: boolean;
  readonly filesFrom?: string;
  readonly articlesOnly?: boolean;
}

/** Writes to standard output, or to a file that is there, whole, when the last row is. */
export async function exportRows(paths: readonly string[], options: ExportOptions): Promise<void> {
  if (options.to === 'parquet' && options.output === undefined) {
    throw new UsageError('Parquet cannot be written to standard output. Name a file with -o.');
  }
  const files = await inputFiles(paths, options, complain);
  const losses: Losses = { damaged: 0 };
  const rows = rowsOf(files, losses);
  if (options.output === undefined) await pass(rows, options, process.stdout);
  else await intoFile(options.output, (temporary) => writeRows(rows, options, temporary));
  if (losses.damaged > 0) {
    const articles = `${losses.damaged.toLocaleString('en')} article${losses.damaged === 1 ? '' : 's'}`;
    process.stderr.write(
      `article-format: ${articles} did not come over whole: their markers are damaged, or they have fields of their own. article-format check tells more.\n`,
    );
  }
}

/** Writes a file beside its place, and moves it there when all of it is on the disk. */
async function intoFile(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await write(temporary);
    const handle = await fs.promises.open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    await fs.promises.rename(temporary, file);
  } catch (error) {
    await fs.promises.rm(temporary, { force: true });
    throw error;
  }
}

async function writeRows(rows: AsyncIterable<Row>, options: ExportOptions, file: string): Promise<void> {
  if (options.to === 'parquet') await writeParquet(rows, file);
  else await pass(rows, options, fs.createWriteStream(file));
}

async function pass(
  rows: AsyncIterable<Row>,
  { to, guardFormulas = false }: ExportOptions,
  target: Writable,
): Promise<void> {
  const form = to === 'csv' ? await toCsv(guardFormulas) : toJsonl();
  await pipeline(Readable.from(rows), form, target, { end: target !== process.stdout });
}

function toJsonl(): Transform {
  return new Transform({
    writableObjectMode: true,
    transform: (row: Row, _encoding, done) => done(null, `${JSON.stringify(row)}\n`),
  });
}

/** RFC 4180. With the guard, what a spreadsheet would run as a formula gets an apostrophe before it. */
async function toCsv(guardFormulas: boolean): Promise<Transform> {
  const { stringify } = await import('csv-stringify');
  return stringify({
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/, // A line feed by itself is a line end to most readers, too.
    escape_formulas: guardFormulas,
  });
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
