/** The rows of a whole table in JSON Lines or CSV that is in memory, as the editor reads it. */
import * as l10n from '@vscode/l10n';
import { CsvError, parse } from 'csv-parse/sync';
import { byteFacts } from '../../core/text/byteFacts';
import type { TableForm } from '../tables/tableText';
import { exactText, markApart } from '../text/exactText';
import { foreignName, wideText } from '../text/foreignBytes';
import { CsvRows, csvFault, csvOptions, separatorsIn } from './csvRows';
import { jsonRow } from './jsonRow';
import { MappingError } from './mapping';
import type { BadRow, TableRow } from './tableRow';

/** A table that is in memory. */
export interface TextTable {
  readonly rows: readonly (TableRow | BadRow)[];
  /** The separators in the first line of CSV, the one that is used first. */
  readonly separators: readonly string[];
}

/**
 * Without a separator, CSV has the one that is most often in its first line. Throws a MappingError if the table cannot be read, or
 * its rows are uncertain.
 */
export function readTextTable(bytes: Uint8Array, form: TableForm, separator?: string): TextTable {
  const text = textIn(bytes);
  return form === 'csv' ? readCsv(text, separator) : { rows: jsonRows(text), separators: [] };
}

function textIn(bytes: Uint8Array): string {
  const kind = foreignName(bytes);
  if (kind !== undefined)
    throw new MappingError(`${kind} ${l10n.t('Save the table as CSV in UTF-8, or as JSON Lines.')}`);
  const wide = wideText(bytes);
  if (wide) throw new MappingError(`${l10n.t('It is {0}, not UTF-8.', wide.encoding)} ${toUtf8()}`);
  try {
    return markApart(exactText(bytes)).content;
  } catch (error) {
    const { invalid } = byteFacts(bytes);
    if (!invalid) throw error; // Too long for one string.
    throw new MappingError(`${l10n.t('Line {0} is not UTF-8.', invalid.line + 1)} ${toUtf8()}`);
  }
}

function toUtf8(): string {
  return l10n.t(
    'In Excel, save the table as CSV UTF-8. Or open it in VS Code, choose Change File Encoding, Reopen with Encoding, and its encoding, such as Windows 1252, or 1256 for Arabic; then Save with Encoding, UTF-8.',
  );
}

function jsonRows(text: string): readonly (TableRow | BadRow)[] {
  if (text.trimStart().startsWith('['))
    throw new MappingError(
      l10n.t('It begins a JSON array. In JSON Lines, each line is an object; {0} converts it.', 'jq -c ".[]"'),
    );
  let index = 0;
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [jsonRow(line, at + 1, ++index)]));
}

/** The line with the names of the columns is shorter. */
const HEADER_LENGTH = 100_000;

function readCsv(text: string, wanted?: string): TextTable {
  const found = separatorsIn(text.slice(0, HEADER_LENGTH));
  const [likeliest = ','] = found;
  const separator = wanted ?? likeliest;
  const rows = new CsvRows();
  try {
    return {
      rows: parse(text, csvOptions(separator, rows)) as unknown as readonly (TableRow | BadRow)[],
      separators: [separator, ...found.filter((each) => each !== separator)],
    };
  } catch (error) {
    if (error instanceof CsvError) throw new MappingError(csvFault(error.code, rows.nextLine));
    throw error;
  }
}
