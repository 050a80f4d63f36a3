/** Makes files of articles from the rows of an exported table. */
import fs from 'node:fs';
import { parse } from '../../core/parse/parser';
import { textOf } from '../../core/span';
import { type LineField, lineArticle } from '../../corpus/lineArticle';
import { reasonOf } from '../../disk/reasons';
import { STDIN } from '../input/inputFile';
import { blocksOf } from '../input/reading';
import { shown, UsageError } from '../output/faults';
import { withProgress } from '../output/progress';
import { ArticleOrder } from './articleOrder';
import { requireVisible } from './importedName';
import { type Line, linesOf } from './jsonLines';
import { type ImportedRow, RowReader } from './rowReader';

/** An article, and the name of the file that it is written to. */
interface Imported {
  readonly name: string;
  readonly article: string;
}

export interface ImportedFiles {
  /** Gives the names and texts of the files, with the articles in the order of their rows. Each call begins again. */
  readonly files: () => AsyncIterable<[string, string]> | Iterable<[string, string]>;
  /** Columns with values that are not fields of articles. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * Resolves when all rows have been read once and it is certain that they make articles. Rows in a file are read a second time
 * when the files are asked for, so that memory holds only one file of articles. Rows from a pipe can be read only once, and
 * are kept in memory. Throws a UsageError if the rows cannot be read, or, with the line, if a row makes no article or
 * another article than the one meant.
 */
export async function importedFiles(rows: string): Promise<ImportedFiles> {
  const reader = new RowReader();
  const { leftOut } = reader;
  const found = rows === STDIN ? undefined : fs.statSync(rows);
  if (found?.isDirectory())
    throw new UsageError(`${shown(rows)} is a folder. Name a JSONL file, as export --to jsonl writes it.`);
  const isFile = found?.isFile() ?? false;
  if (!isFile) {
    const together = await filesTogether(articlesIn(rows, reader, true));
    return { files: () => together, leftOut };
  }
  const scattered = await scatteredIn(articlesIn(rows, reader, true));
  return { files: () => filesApart(articlesIn(rows, reader, false), scattered), leftOut };
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
async function* articlesIn(rows: string, reader: RowReader, isProven: boolean): AsyncGenerator<Imported> {
  const order = new ArticleOrder();
  try {
    for await (const { number, text } of rowLines(rows)) {
      if (text.trim() === '') continue;
      const row = rowIn(reader, text, number);
      requireVisible(row.file, number);
      const article = ` ${lineArticle(row.fields)} `;
      if (isProven && !readsAs(article, row.fields)) {
        throw new UsageError(
          `Line ${number} has a marker in a value, so its article would be read differently. Nothing was written.`,
        );
      }
      if (isProven) order.require(row, number);
      yield { name: row.file, article };
    }
  } catch (error) {
    if (!(error instanceof UsageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${shown(rows)}: ${reasonOf(error)}`);
  }
}

async function* rowLines(rows: string): AsyncGenerator<Line> {
  for (const file of withProgress([rows])) yield* linesOf(blocksOf(file));
}

function rowIn(reader: RowReader, text: string, number: number): ImportedRow {
  try {
    return reader.read(text);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`Line ${number} ${error.message} Nothing was written.`) : error;
  }
}

/** Whether an article is read as exactly these fields. */
function readsAs(article: string, fields: readonly LineField[]): boolean {
  const read = parse(article).articles.flatMap((each) =>
    each.fields.map(({ letters, value }) => ({ letters, value: textOf(each.text, value) })),
  );
  return (
    read.length === fields.length &&
    fields.every(({ letters, value }, index) => value === read[index]?.value && letters === read[index]?.letters)
  );
}
