/** Whatever happens to an exported table, `import` writes each of its rows or reports those that it does not write. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { importRows } from '../../../server/src/cli/commands/import';
import { shown } from '../../../server/src/cli/output/faults';
import { COLUMNS, columnOf } from '../../../server/src/corpus/tables/columns';
import { exported, OWN, ownDocument } from '../../server/cli/tables';
import { campaignOf } from '../campaign';
import { isRefusal } from '../refusal';
import {
  type ByteMutation,
  byteMutation,
  mutatedBytes,
  mutatedRow,
  type RowMutation,
  rowMutation,
} from '../tableMutations';
import { articleOf, columnsLeftOut, type Row } from '../tableRows';

interface TableCase {
  /** Of the files that the documents are in. */
  readonly names: readonly string[];
  readonly documents: readonly string[];
  readonly rows: readonly RowMutation[];
  readonly bytes: readonly ByteMutation[];
  readonly force: boolean;
}

/** As `export` gives them: files of one name in two folders, and names that something else is easily taken for. */
const NAMES = ['0.txt', 'x/0.txt', 'y/0.txt', 'x/y/0.txt', '-0.txt', 'é 🕊.txt', '__proto__', ' .txt', '~', './-'];
const NOT_ON_WINDOWS = ['a\\b.txt', 'x\\0.txt', 'c:d.txt', 'x..\\y.txt', '\n.txt', 'CON', 'x.', '*', '"'];

const tableCase: fc.Arbitrary<TableCase> = fc.record({
  names: fc.shuffledSubarray([...NAMES, ...(process.platform === 'win32' ? [] : NOT_ON_WINDOWS)], { minLength: 3 }),
  documents: fc.array(
    ownDocument.map((text) => Buffer.from(text).toString()),
    { minLength: 1, maxLength: 3 },
  ),
  rows: fc.array(rowMutation, { maxLength: 3 }),
  bytes: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(byteMutation, { minLength: 1, maxLength: 3 }) },
  ),
  force: fc.boolean(),
});

export const tables = campaignOf(
  {
    name: 'tables',
    unit: 'tables',
    holds:
      'From a table whose bytes, columns, values and names somebody has changed, `import` writes each row or reports that it does not, and writes nothing outside its folder',
    short: 400,
    round: 2_000,
    full: 10_000,
  },
  tableCase,
  importTable,
);

/** A folder beside the named folder; links in the named folder lead to it. */
const OUTSIDE = 'outside.txt';

async function importTable({ names, documents, rows, bytes, force }: TableCase): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-tables-'));
  try {
    const out = path.join(folder, 'out');
    fs.mkdirSync(path.join(out, 'folder'), { recursive: true });
    fs.writeFileSync(path.join(folder, OUTSIDE), OUTSIDE);
    fs.symlinkSync('..', path.join(out, 'up'));
    fs.symlinkSync(`../${OUTSIDE}`, path.join(out, 'link.txt'));
    const before = contentOf(folder);
    const table = mutatedBytes(tableOf(named(names, documents), rows, folder), bytes);
    const outcome = await imported(table, folder, force);
    const after = contentOf(folder);
    for (const [name, content] of before) if (after.get(name) !== content) throw new Error(`${name} was changed.`);
    const written = [...after].filter(([name]) => !before.has(name));
    if (outcome.isRefused) {
      if (written.length > 0) throw new Error('The table was refused, but something was written.');
      if (rows.length + bytes.length === 0)
        throw new Error(`The table was refused although nothing was changed: ${outcome.said}`);
    } else {
      if (isTwice(rows) && bytes.length === 0 && table.length > 0) throw new Error('One of two values was lost.');
      account(table, new Map(written), outcome);
    }
    return 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the only change is that a column appears twice. */
function isTwice(rows: readonly RowMutation[]): boolean {
  const [only, ...others] = rows;
  return only?.how === 'twice' && others.length === 0 && [...COLUMNS, ...OWN.map(columnOf)].includes(only.column);
}

type Document = readonly [file: string, text: string];

function named(names: readonly string[], documents: readonly string[]): readonly Document[] {
  return documents.map((text, index) => [names[index] as string, text]);
}

function tableOf(documents: readonly Document[], rows: readonly RowMutation[], folder: string): Buffer {
  const jsonl = documents.map(([file, text]) => exported(file, text, OWN).jsonl).join('');
  const lines = jsonl.split('\n').filter((line) => line !== '');
  for (const mutation of rows) {
    const at = mutation.row % Math.max(1, lines.length);
    if (lines[at] !== undefined) lines[at] = mutatedRow(lines[at], mutation, folder);
  }
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

interface Outcome {
  readonly isRefused: boolean;
  readonly code: number;
  readonly said: string;
}

/** Imports in this process, and returns the messages. Throws errors that are not messages to a person. */
async function imported(table: Buffer, folder: string, force: boolean): Promise<Outcome> {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'article-table-'));
  const { write } = process.stderr;
  const codeBefore = process.exitCode;
  process.exitCode = undefined;
  let said = '';
  process.stderr.write = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  try {
    const rows = path.join(place, 'rows.jsonl');
    fs.writeFileSync(rows, table);
    await importRows(rows, { output: path.join(folder, 'out'), force, backup: false });
    return { isRefused: false, code: Number(process.exitCode ?? 0), said };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { isRefused: true, code: 2, said: error.message };
  } finally {
    process.stderr.write = write;
    process.exitCode = codeBefore;
    fs.rmSync(place, { recursive: true, force: true });
  }
}

/** Each row is in a file that was written, or its file is reported; so is each column that is left out. */
function account(table: Buffer, written: ReadonlyMap<string, string>, { code, said }: Outcome): void {
  const wanted = new Map<string, string>();
  const rowsOf = new Map<string, Row[]>();
  const leftOut = new Set<string>();
  for (const line of table
    .toString()
    .replace(/^\ufeff/, '')
    .split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line);
    wanted.set(row.file, (wanted.get(row.file) ?? '') + articleOf(row));
    rowsOf.set(row.file, [...(rowsOf.get(row.file) ?? []), row]);
    for (const column of columnsLeftOut(row)) leftOut.add(column);
  }
  let missing = 0;
  for (const [file, text] of wanted) {
    if (written.get(path.join('out', file)) === text) {
      if (!isSameAgain(file, text, rowsOf.get(file) ?? [])) throw new Error(`${file} does not match its rows.`);
      continue;
    }
    missing++;
    if (!said.includes(`article-format: ${shown(file)}: `)) throw new Error(`${file} is lost: ${said}`);
  }
  if (written.size !== wanted.size - missing) throw new Error(`Of ${wanted.size} files ${written.size} were written.`);
  for (const column of leftOut) if (!said.includes(shown(column))) throw new Error(`${column} was left out: ${said}`);
  if (code !== (missing > 0 ? 2 : leftOut.size > 0 ? 1 : 0)) throw new Error(`The exit code is ${code}: ${said}`);
}

/** Whether the file's articles have the values of its rows. An article without a number may be part of another one. */
function isSameAgain(file: string, text: string, rows: readonly Row[]): boolean {
  if (rows.some(({ number }) => number === null)) return true;
  const again = exported(file, text, OWN)
    .jsonl.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const values = (row: Row) => JSON.stringify([String(row.number), row.date, row.title, row.text]);
  return again.map(values).join() === rows.map(values).join();
}

/** The contents of the files in a folder, by path; for a link, its target. */
function contentOf(folder: string, below = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    const file = path.join(folder, name);
    if (entry.isDirectory()) for (const [inner, content] of contentOf(folder, name)) found.set(inner, content);
    else found.set(name, entry.isSymbolicLink() ? fs.readlinkSync(file) : fs.readFileSync(file, 'utf8'));
  }
  return found;
}
