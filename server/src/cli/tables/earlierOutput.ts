/** What an output may replace: only what an earlier call has written. Anything else may be somebody’s work. */
import fs from 'node:fs';
import { type Columns, columnsFor } from '../../corpus/tables/columns';
import { shown, UsageError } from '../output/faults';
import { byteLines } from '../reading/byteLines';
import { headOf } from '../reading/fileReading';

/**
 * Throws a UsageError if `output` is a file with something in it that does not begin like `what`, of which `isEarlier` gets the first
 * bytes as Latin-1.
 */
export function requireEarlier(
  output: string | undefined,
  what: string,
  isEarlier: (head: string) => boolean,
  option = '-o',
): void {
  if (output === undefined || !hasContent(output)) return;
  if (!isEarlier(Buffer.from(headOf(output)).toString('latin1'))) throw kept(output, `it is not ${what}`, option);
}

/**
 * The same for a table with these columns. It may replace one without its user-defined fields, and none with a column that it would not
 * have. `namesFor` gives the names in the first record of the table, by its columns.
 */
export async function requireEarlierTable(
  output: string | undefined,
  columns: Columns,
  namesFor: (columns: Columns) => readonly string[] = ({ names }) => names,
): Promise<void> {
  if (output === undefined || !hasContent(output)) return;
  const [found, own] = [await namesIn(output), namesFor(columns)];
  if (!namesFor(columnsFor([])).every((name) => found.includes(name)))
    throw kept(output, 'it is not a table as this command writes it');
  const foreign = found.find((name) => !own.includes(name));
  if (foreign !== undefined)
    throw kept(output, `it has the column “${shown(foreign)}”, which this command does not write`);
}

function kept(output: string, reason: string, option = '-o'): UsageError {
  return new UsageError(
    `${shown(output)} was left as it is: ${reason}. Name another file with ${option}, or remove that one first.`,
  );
}

function hasContent(output: string): boolean {
  const found = fs.statSync(output, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/** The names in the first record of a table; those of nothing that `export` writes if it is none. */
async function namesIn(file: string): Promise<readonly string[]> {
  if (Buffer.from(headOf(file).subarray(0, 4)).toString('latin1') === 'PAR1') {
    const { parquetNames } = await import('./parquetRows');
    return parquetNames(file).catch(() => []); // It is damaged.
  }
  const record = await firstRecord(file);
  const element = /^<(\w+) /.exec(record)?.[1];
  if (element !== undefined) return [element];
  return record.startsWith('{') ? keysOf(record) : cellsOf(record);
}

/** The first line of a file, or the second after the bracket of an array, without a byte order mark. */
async function firstRecord(file: string): Promise<string> {
  for await (const { bytes } of byteLines(fs.createReadStream(file))) {
    const line = bytes.toString('utf8').replace(/^\ufeff/, '');
    if (line !== '[\n') return line;
  }
  return '';
}

function keysOf(line: string): readonly string[] {
  try {
    return Object.keys(JSON.parse(line.replace(/,\n$/, '')));
  } catch {
    return [];
  }
}

/** The names of columns as `export` writes them, which programs that have changed a table may not: without quotation marks, and with CRLF. */
function cellsOf(line: string): readonly string[] {
  return line.endsWith('\r\n') ? line.slice(0, -2).split(',') : [];
}
