/** The rows of a table in CSV, as its records come. */
import * as l10n from '@vscode/l10n';
import { allOf } from '../../core/language';
import { MappingError } from './mapping';
import type { RowProblem } from './rowProblems';
import type { BadRow, TableRow } from './tableRow';

/**
 * What separates the columns in CSV that programs write, with its name: Excel writes semicolons where a comma is the decimal
 * separator.
 */
export const SEPARATORS: Readonly<Record<string, () => string>> = {
  ',': () => l10n.t('commas'),
  ';': () => l10n.t('semicolons'),
  '\t': () => l10n.t('tabs'),
  '|': () => l10n.t('vertical bars'),
};

/**
 * The separator of a table, from its beginning: the only one in the line with the names of its columns, outside quotation marks.
 * Throws a MappingError if several are there, or if that line is none.
 */
export function separatorIn(beginning: string): string {
  const [separator = ',', ...others] = separatorsIn(beginning);
  if (others.length === 0) return separator;
  const names = [separator, ...others].map((each) => SEPARATORS[each]?.() ?? each);
  throw new MappingError(
    l10n.t(
      'Its first line has {0}, so it is not certain which separate the columns. Name one with {1}, or put the names of the columns in quotation marks.',
      allOf(names),
      '--separator',
    ),
  );
}

/**
 * The separators in the line with the names of the columns, outside quotation marks, the most frequent first. Throws a MappingError
 * if that line is none.
 */
export function separatorsIn(beginning: string): readonly string[] {
  const [header = ''] = beginning
    .replace(/"(?:[^"]|"")*"/g, '')
    .replace(/^[\r\n]+/, '')
    .split(/[\r\n]/, 1);
  if (/^sep=.?$/i.test(header))
    throw new MappingError(l10n.t('Its first line is {0}, which is for Excel alone. Remove that line.', header));
  const timesOf = (separator: string) => header.split(separator).length - 1;
  return Object.keys(SEPARATORS)
    .filter((separator) => timesOf(separator) > 0)
    .sort((a, b) => timesOf(b) - timesOf(a));
}

/** Reads CSV with csv-parse, which gives each row to `rows` as soon as it is read. Its result is the rows without those that are undefined. */
export function csvOptions(separator: string, rows: CsvRows) {
  return {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true, // Such a row is left out by name.
    skip_empty_lines: true,
    // The types of the library know only records of text.
    on_record: (record: string[], { empty_lines }: { readonly empty_lines: number }) =>
      rows.take(record, empty_lines) as never,
  };
}

/** Makes rows of records, the first of which has the names of the columns. */
export class CsvRows {
  private columns: readonly string[] | undefined;
  private index = 0;
  private records = 0;
  private breaks = 0;

  /**
   * The row of a record, before which so many lines were empty; undefined for the names of the columns. Throws a MappingError if two
   * columns have one name.
   */
  take(record: readonly string[], emptyLines: number): TableRow | BadRow | undefined {
    const at = this.nextLine + emptyLines;
    this.records++;
    for (const cell of record) this.breaks += cell.match(LINE_BREAKS)?.length ?? 0;
    if (!this.columns) {
      requireDifferent(record);
      this.columns = record;
      return undefined;
    }
    this.index++;
    const { columns } = this;
    if (record.length !== columns.length) return { at, problem: WRONG_COUNT };
    const values = Object.fromEntries(columns.map((column, index) => [column, record[index]]));
    return { at, index: this.index, values, written: (column) => values[column] ?? '' };
  }

  /** The line in which the next record begins, if no empty lines have been skipped. (The library counts CRLF in a value twice.) */
  get nextLine(): number {
    return 1 + this.records + this.breaks;
  }
}

/** Columns without a name, as spreadsheets leave them, may be several. */
function requireDifferent(columns: readonly string[]): void {
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) < index);
  if (twice !== undefined)
    throw new MappingError(l10n.t('It has two columns with the name “{0}”. Give one of them another name.', twice));
}

const LINE_BREAKS = /\r\n|\n|\r/g;

const WRONG_COUNT: RowProblem = {
  what: () => l10n.t('there are more or fewer cells than columns'),
  todo: () => l10n.t('Put values that hold the separator or a line break in quotation marks.'),
};

/** What csv-parse found in the row that begins in a line, and what to do. */
export function csvFault(code: string, line: number): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return l10n.t(
        'The row in line {0} has a quotation mark that is never closed. In a value in quotation marks, write each of its own ones twice.',
        line,
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
      return l10n.t(
        'The row in line {0} has a quotation mark inside a value in quotation marks. Write each of these twice, not after a backslash. In R, {1} does that.',
        line,
        'qmethod = "double"',
      );
    default:
      return l10n.t(
        'The row in line {0} has a quotation mark in the middle of a value. Put the value in quotation marks, and write each of its own ones twice.',
        line,
      );
  }
}
