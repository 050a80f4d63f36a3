/** The rows of a whole table in JSON Lines or CSV that is in memory, as the editor reads it. */
import { CsvError, parse } from 'csv-parse/sync';
import { exactText, markApart } from '../exactText';
import { foreignKind, wideText } from '../foreignBytes';
import type { TableForm } from '../tableText';
import { CsvRows, csvFault, csvOptions, separatorIn } from './csvRows';
import { jsonRow } from './jsonRow';
import { MappingError } from './mapping';
import type { BadRow, TableRow } from './tableRow';

/** Throws a MappingError if the table cannot be read, or its rows are uncertain. */
export function textRows(bytes: Uint8Array, form: TableForm): readonly (TableRow | BadRow)[] {
  const text = textIn(bytes);
  return form === 'csv' ? csvRows(text) : jsonRows(text);
}

function textIn(bytes: Uint8Array): string {
  const kind = foreignKind(bytes);
  if (kind !== undefined)
    throw new MappingError(`${kind.replace(/:.*/, '.')} Save the table as CSV in UTF-8, or as JSON Lines.`);
  const wide = wideText(bytes);
  if (wide) throw new MappingError(`It is ${wide.encoding}. Save it as UTF-8, in Excel as CSV UTF-8.`);
  try {
    return markApart(exactText(bytes)).content;
  } catch (error) {
    throw new MappingError(`${error instanceof Error ? error.message : error} In Excel, save it as CSV UTF-8.`);
  }
}

function jsonRows(text: string): readonly (TableRow | BadRow)[] {
  if (text.trimStart().startsWith('['))
    throw new MappingError('It begins a JSON array. In JSON Lines, each line is an object; jq -c ".[]" converts it.');
  let index = 0;
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [jsonRow(line, at + 1, ++index)]));
}

/** The line with the names of the columns is shorter. */
const HEADER_LENGTH = 100_000;

function csvRows(text: string): readonly (TableRow | BadRow)[] {
  const rows = new CsvRows();
  try {
    const options = csvOptions(separatorIn(text.slice(0, HEADER_LENGTH)), rows);
    return parse(text, options) as unknown as readonly (TableRow | BadRow)[];
  } catch (error) {
    if (error instanceof CsvError) throw new MappingError(`The row in line ${rows.nextLine} ${csvFault(error.code)}`);
    throw error;
  }
}
