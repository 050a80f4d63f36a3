/** Reads the rows of a table in CSV, in little memory. */
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CsvRows, csvFault, csvOptions, separatorIn } from '../../corpus/mapping/csvRows';
import { MappingError } from '../../corpus/mapping/mapping';
import type { BadRow, TableRow } from '../../corpus/mapping/tableRow';
import { UsageError } from '../output/faults';
import { withProgress } from '../output/progress';
import { blocksOf } from '../reading/streamReading';
import { linesOf } from './jsonLines';

/**
 * The rows of a file or standard input. Without a separator, the line with the names of the columns decides. Throws a UsageError if
 * that is not certain, if the table is not UTF-8, or if a quotation mark is out of place: the rows after it are uncertain.
 */
export async function* csvRows(file: string, separator?: string): AsyncGenerator<TableRow | BadRow> {
  const lines = linesIn(file);
  const rows = new CsvRows();
  try {
    const header = await headerOf(lines);
    const parser = parse(csvOptions(separator ?? separatorIn(header), rows));
    pipeline(joined(header, lines), parser, () => {}); // The parser throws what went wrong.
    yield* parser as AsyncIterable<TableRow | BadRow>;
  } catch (error) {
    if (error instanceof MappingError) throw new UsageError(`${error.message} Nothing was written.`);
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`${csvFault(error.code, rows.nextLine)} Nothing was written.`);
  }
}

async function* linesIn(file: string): AsyncGenerator<string> {
  for (const each of withProgress([file])) for await (const { text } of linesOf(blocksOf(each))) yield `${text}\n`;
}

/** The line with the names of the columns; a name in quotation marks may have line breaks. */
async function headerOf(lines: AsyncGenerator<string>): Promise<string> {
  let header = '';
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return header;
    header += value;
    if (header.trim() !== '' && (header.match(/"/g)?.length ?? 0) % 2 === 0) return header;
  }
}

async function* joined(header: string, lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield header;
  yield* lines;
}
