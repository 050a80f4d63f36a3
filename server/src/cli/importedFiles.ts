/** The files of articles that the rows of an export make. */
import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { FIELDS, markerText, type ValueKind } from '../core/format';
import { parse } from '../core/parser';
import { textOf } from '../core/span';
import { UsageError } from './faults';
import { STDIN } from './inputs';

/** An article of a file that is to be written. */
interface Imported {
  readonly name: string;
  readonly article: string;
}

/**
 * The files and their texts, the articles in the order of their rows. Resolves when all rows have been read once, and are
 * sure to make articles. Those of a file are read again as they are asked for, so that memory holds no more than one file of
 * articles; those of a pipe can be read only once, and are kept. Throws a UsageError that names the line of a row that makes
 * no article, and what Node throws when the rows cannot be read.
 */
export async function importedFiles(
  rows: string,
): Promise<AsyncIterable<[string, string]> | Iterable<[string, string]>> {
  const isFile = rows !== STDIN && fs.statSync(rows).isFile();
  return isFile ? filesApart(articlesIn(rows, false), await scatteredIn(rows)) : filesTogether(articlesIn(rows, true));
}

/** The files whose rows do not stand together. */
async function scatteredIn(rows: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let last: string | undefined;
  for await (const { name } of articlesIn(rows, true)) {
    if (name !== last && seen.has(name)) scattered.add(name);
    seen.add(name);
    last = name;
  }
  return scattered;
}

/** Each file as soon as its last row is read; the scattered ones at the end. */
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

/** The articles of the rows. Throws where one would read otherwise, if that is to be proven. */
async function* articlesIn(rows: string, isProven: boolean): AsyncGenerator<Imported> {
  const stream = rows === STDIN ? process.stdin : fs.createReadStream(rows);
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const row = rowIn(text, line);
    const fields = fieldsOf(row.values);
    const article = articleOf(fields);
    if (isProven && !readsAs(article, fields)) {
      throw new UsageError(`Line ${line} holds a marker in a value, and would read otherwise. Nothing was written.`);
    }
    yield { name: row.file, article };
  }
}

function rowIn(line: string, number: number): { file: string; values: Readonly<Record<string, unknown>> } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new UsageError(`Line ${number} is not JSON. import reads what export --to jsonl writes.`);
  }
  const values = Object(row) as Record<string, unknown>;
  if (typeof values.file !== 'string' || values.file === '' || values.file === STDIN) {
    throw new UsageError(`Line ${number} names no file.`);
  }
  return { file: values.file, values };
}

/** The names of the columns, by the kind of value. */
const COLUMN: Record<ValueKind, string> = { number: 'number', date: 'date', title: 'title', text: 'text' };

interface ImportedField {
  readonly marker: string;
  readonly value: unknown;
}

/** Fields that are null are left out. */
function fieldsOf(row: Readonly<Record<string, unknown>>): readonly ImportedField[] {
  const fields = FIELDS.map(({ kind, marker }) => ({ marker, value: row[COLUMN[kind]] ?? null }));
  return fields.filter(({ value }) => value !== null);
}

/** As the producers write it. */
function articleOf(fields: readonly ImportedField[]): string {
  const texts = fields.map(
    ({ marker, value }) => `${markerText(marker, 'start')} ${value} ${markerText(marker, 'end')}`,
  );
  return ` ${texts.join('  ')} `;
}

/** Whether an article has these fields, and no others. */
function readsAs(article: string, fields: readonly ImportedField[]): boolean {
  const read = parse(article).articles.flatMap((each) => each.fields.map(({ value }) => textOf(each.text, value)));
  return read.length === fields.length && fields.every(({ value }, index) => value === read[index]);
}
