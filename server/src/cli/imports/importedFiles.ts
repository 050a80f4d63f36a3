/** Makes files of articles from the rows of an exported table. */
import { lineArticle } from '../../corpus/tables/lineArticle';
import { readsAs } from '../../corpus/tables/readsAs';
import { UsageError } from '../output/faults';
import { withProgress } from '../output/progress';
import { blocksOf } from '../reading/streamReading';
import { requireVisible } from '../tables/importedName';
import { ArticleOrder } from './articleOrder';
import { linesOf } from './jsonLines';
import { type ImportedRow, RowReader } from './rowReader';
import { type NamedFiles, naming, type OpenTable, placeOf } from './table';

/** An article, and the name of the file that it is written to. */
interface Imported {
  readonly name: string;
  readonly article: string;
}

export interface ImportedFiles {
  /** Gives the names and texts of the files, with the articles in the order of their rows. Each call begins again. */
  readonly files: () => NamedFiles;
  /** Columns with values that are not fields of articles. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * Resolves when all rows have been read once and it is certain that they make articles. Rows in a file are read a second time
 * when the files are asked for, so that memory holds only one file of articles. Rows from a pipe can be read only once, and
 * are kept in memory. Throws a UsageError if the rows cannot be read, or, with the line, if a row makes no article or
 * another article than the one meant.
 */
export async function importedFiles(table: OpenTable): Promise<ImportedFiles> {
  const reader = new RowReader();
  const { leftOut } = reader;
  if (!table.isFile) {
    const together = await filesTogether(articlesIn(table, reader, true));
    return { files: () => together, leftOut };
  }
  const scattered = await scatteredIn(articlesIn(table, reader, true));
  return { files: () => filesApart(articlesIn(table, reader, false), scattered), leftOut };
}

/** The files whose rows are not all next to each other. */
async function scatteredIn(articles: AsyncIterable<Imported>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let last: string | undefined;
  for await (const { name } of articles) {
    if (name !== last && seen.has(name)) scattered.add(name);
    seen.add(name);
    last = name;
  }
  return scattered;
}

/** Gives each file as soon as its last row is read, and the scattered files at the end. */
async function* filesApart(
  articles: AsyncIterable<Imported>,
  scattered: ReadonlySet<string>,
): AsyncGenerator<[string, string]> {
  const held = new Map<string, string>();
  let last: [string, string] | undefined;
  for await (const { name, article } of articles) {
    if (scattered.has(name)) held.set(name, (held.get(name) ?? '') + article);
    else if (last?.[0] === name) last[1] += article;
    else {
      if (last) yield last;
      last = [name, article];
    }
  }
  if (last) yield last;
  yield* held;
}

async function filesTogether(articles: AsyncIterable<Imported>): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  for await (const { name, article } of articles) contents.set(name, (contents.get(name) ?? '') + article);
  return contents;
}

/**
 * The articles of the rows. With `isProven`, throws if an article would be read differently from its row, or is not in the
 * order of its file.
 */
function articlesIn(table: OpenTable, reader: RowReader, isProven: boolean): AsyncIterable<Imported> {
  return naming(table, articlesOf(table, reader, isProven));
}

async function* articlesOf(table: OpenTable, reader: RowReader, isProven: boolean): AsyncGenerator<Imported> {
  const order = new ArticleOrder(table.noun);
  for await (const { at, read } of readable(table, reader)) {
    const place = placeOf(table.noun, at);
    const row = rowIn(read, place);
    const article = ` ${lineArticle(row.fields)} `;
    if (isProven && !readsAs(article, row.fields)) {
      throw new UsageError(
        `${place} has a marker in a value, so its article would be read differently. Nothing was written.`,
      );
    }
    if (isProven) order.require(row, at);
    yield { name: row.file, article };
  }
}

/** A row that has not been read. */
interface Readable {
  readonly at: number;
  readonly read: () => ImportedRow;
}

async function* readable(table: OpenTable, reader: RowReader): AsyncGenerator<Readable> {
  const { form } = table;
  if (form !== 'jsonl') {
    for await (const row of table.rows()) yield { at: row.at, read: () => reader.take(row, form) };
    return;
  }
  for (const file of withProgress([table.file])) {
    for await (const { number, text } of linesOf(blocksOf(file))) {
      if (text.trim() !== '') yield { at: number, read: () => reader.read(text) };
    }
  }
}

/** Reads a row. Throws a UsageError that begins with its place. */
function rowIn(read: () => ImportedRow, place: string): ImportedRow {
  try {
    const row = read();
    requireVisible(row.file);
    return row;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${place} ${error.message} Nothing was written.`) : error;
  }
}
