/** `article-format import`: writes exported articles back into files. */

import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FIELDS, markerText, type ValueKind } from '../core/format';
import { parse } from '../core/parser';
import { textOf } from '../core/span';
import { removeLeftovers, replaceFile } from '../disk/replaceFile';
import { counted } from './counted';
import { complain, UsageError } from './faults';
import { STDIN } from './inputs';

export interface ImportOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** Reads all of the file first, and writes nothing when a line of it cannot be an article. */
export async function importRows(file: string, { output, force = false }: ImportOptions): Promise<void> {
  const contents = await readRows(file);
  fs.mkdirSync(output, { recursive: true });
  const folder = fs.realpathSync(output);
  await removeLeftovers(folder);
  let written = 0;
  for (const [name, content] of contents) {
    try {
      await write(placeFor(folder, name), Buffer.from(content), force);
      written++;
    } catch (error) {
      complain(name, error);
    }
  }
  process.stderr.write(`${counted(written)} of ${counted(contents.size)} files written.\n`);
}

/** The text of each file, its articles in the order of their lines. */
async function readRows(file: string): Promise<ReadonlyMap<string, string>> {
  const stream = file === STDIN ? process.stdin : fs.createReadStream(file);
  const contents = new Map<string, string>();
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const row = rowIn(text, line);
    contents.set(row.file, (contents.get(row.file) ?? '') + articleOf(row.values, line));
  }
  return contents;
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

/** An article as the producers write it; fields that are null are left out. Throws when it would read otherwise. */
function articleOf(row: Readonly<Record<string, unknown>>, line: number): string {
  const fields = FIELDS.map(({ kind, marker }) => ({ marker, value: row[COLUMN[kind]] ?? null })).filter(
    ({ value }) => value !== null,
  );
  const text = fields
    .map(({ marker, value }) => `${markerText(marker, 'start')} ${value} ${markerText(marker, 'end')}`)
    .join('  ');
  const written = ` ${text} `;
  const { articles } = parse(written);
  const read = articles.flatMap((article) => article.fields.map(({ value }) => textOf(article.text, value)));
  const isSame = read.length === fields.length && fields.every(({ value }, index) => value === read[index]);
  if (!isSame)
    throw new UsageError(`Line ${line} holds a marker in a value, and would read otherwise. Nothing was written.`);
  return written;
}

/** Where a file goes: inside the folder, whatever its name and whatever links there are. */
function placeFor(folder: string, name: string): string {
  const parts = name.split(/[\\/]/);
  const isHostile = parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'));
  if (isHostile || path.win32.isAbsolute(name) || /^[a-z]:/i.test(name)) {
    throw new Error('This name leads outside the folder, or to no file. It was not written.');
  }
  let at = folder;
  for (const part of parts.slice(0, -1)) {
    at = path.join(at, part);
    const found = fs.lstatSync(at, { throwIfNoEntry: false });
    if (!found) fs.mkdirSync(at);
    else if (!found.isDirectory()) throw new Error('A part of this path is a link or a file. It was not written.');
  }
  return path.join(at, parts.at(-1) as string);
}

async function write(file: string, content: Uint8Array, force: boolean): Promise<void> {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!found) {
    writeNew(file, content);
    return;
  }
  if (!found.isFile()) throw new Error('This is no file, but a folder or a link. It was left as it is.');
  if (!force) throw new Error('This file exists already. It was left as it is; --force overwrites it.');
  const before = fs.readFileSync(file);
  if (!before.equals(content)) await replaceFile(file, content, before);
}

/**
 * A file that comes into being whole: written beside its place, and linked there, which never overwrites another one.
 * Nothing waits for the disk: after a crash, the import can be done again.
 */
function writeNew(file: string, content: Uint8Array): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.article-${process.pid}-0.tmp`);
  try {
    fs.writeFileSync(temporary, content, { flag: 'wx' });
    link(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function link(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    fs.copyFileSync(temporary, file, fs.constants.COPYFILE_EXCL); // Not all file systems have hard links.
  }
}
