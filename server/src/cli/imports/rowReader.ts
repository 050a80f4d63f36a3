/** Reads a row of a table, as `export` writes it, and gives the fields of its article. */
import { FIELDS } from '../../core/format';
import { isoDay } from '../../corpus/mapping/dateForm';
import { writtenIn } from '../../corpus/mapping/jsonRow';
import { type BadRow, isBad, type RowValues, type TableRow } from '../../corpus/mapping/tableRow';
import { isMissing } from '../../corpus/mapping/values';
import { COLUMNS, lettersOf } from '../../corpus/tables/columns';
import type { LineField } from '../../corpus/tables/lineArticle';
import { repeatedKey } from '../../corpus/tables/repeatedKey';
import { dayIn } from '../../corpus/tables/rows';
import { STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';

export interface ImportedRow {
  /** The name of the file that the article goes to. */
  readonly file: string;
  /** In the order of the article. */
  readonly fields: readonly LineField[];
  /** The place of the article in its file, from 1; undefined if the row does not have it. */
  readonly index: number | undefined;
}

/** Columns that every row must have. Without them it is unknown whether a field is missing, or which file is meant. */
const REQUIRED: readonly string[] = ['file', ...FIELDS.map(({ kind }) => kind)];
const KNOWN: ReadonlySet<string> = new Set(COLUMNS);

/** A lone half of a surrogate pair, which UTF-8 cannot represent. */
const HALF = /\p{Cs}/u;

/** Whether a table with these columns is one that `export` writes. */
export function isExported(columns: readonly string[]): boolean {
  return REQUIRED.every((name) => columns.includes(name));
}

export class RowReader {
  /** Columns that had a value in some row, and are not columns of an article. */
  readonly leftOut = new Set<string>();

  /**
   * Throws a UsageError if the line is not such a row. Its message is the rest of a sentence that begins with the line.
   */
  read(line: string): ImportedRow {
    const values = valuesIn(line);
    const twice = repeatedKey(line);
    if (twice !== undefined) throw new UsageError(`has the column ${shown(twice)} twice.`);
    return this.fieldsOf(values, (column) => writtenIn(line, column));
  }

  /** The same for a row of CSV, in which null looks like an empty value, or of Parquet. */
  take(row: TableRow | BadRow, form: 'csv' | 'parquet'): ImportedRow {
    if (isBad(row)) throw new UsageError(`cannot be read: ${row.problem.what()}. ${row.problem.todo()}`);
    const values = form === 'csv' ? valuesOfCells(row.values as Readonly<Record<string, string>>) : row.values;
    requireColumns(values);
    return this.fieldsOf(values, row.written);
  }

  private fieldsOf(values: RowValues, written: (column: string) => string): ImportedRow {
    const { file } = values;
    if (file === STDIN) throw new UsageError(FROM_STDIN);
    if (typeof file !== 'string' || file === '')
      throw new UsageError('names no file. Put the name of a file in the column file.');
    if (HALF.test(file)) throw new UsageError('has half a character (a lone surrogate) in file.');
    const order = orderIn(values);
    const names = order ?? FIELDS.map(({ kind }) => kind);
    const fields = names.flatMap((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : null;
      return value === null ? [] : [{ letters: lettersOf(name) as string, value: valueIn(name, value, written) }];
    });
    if (fields.length === 0) throw new UsageError('has no values, so it makes no article. Remove the line.');
    if (order && fields.length < names.length) throw new UsageError('has no value for a column that its order names.');
    for (const [name, value] of Object.entries(values)) {
      if (value === null || names.includes(name)) continue;
      if (FIELDS.some(({ kind }) => kind === name)) throw new UsageError(`has an order that does not name ${name}.`);
      if (!KNOWN.has(name)) this.leftOut.add(name);
    }
    requireSameDay(values);
    return { file, fields, index: indexIn(values) };
  }
}

function valuesIn(line: string): RowValues {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    const isList = line.trimStart().startsWith('[');
    throw new UsageError(isList ? LIST : 'is not JSON. import reads what export --to jsonl writes.');
  }
  if (Array.isArray(row)) throw new UsageError(LIST);
  if (typeof row !== 'object' || row === null) throw new UsageError('is not a JSON object.');
  requireColumns(row as RowValues);
  return row as RowValues;
}

function requireColumns(values: RowValues): void {
  const keys = Object.keys(values);
  for (const name of REQUIRED) {
    if (keys.includes(name)) continue;
    const alike = keys.find((key) => key.toLowerCase() === name);
    const hint = alike ? ` It has ${shown(alike)}.` : '';
    throw new UsageError(
      `has no column ${name}; a field that is not there is null.${hint} If export did not write this table, name its columns with --map.`,
    );
  }
}

/**
 * The values of a row of CSV. An empty cell is an empty value where the article has such a field: one of the format, or one that
 * `order` names. Elsewhere it is null.
 */
function valuesOfCells(cells: Readonly<Record<string, string>>): RowValues {
  const named = cells.order ? cells.order.split(' ') : FIELDS.map(({ kind }): string => kind);
  const cellValue = (column: string, cell: string) =>
    cell === '' && !named.includes(column) ? null : column === 'index' && /^\d+$/.test(cell) ? Number(cell) : cell;
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellValue(column, cell)]));
}

const LIST = 'begins a JSON array. import reads JSON Lines, with an object on each line; jq -c ".[]" converts it.';

const FROM_STDIN =
  'comes from standard input, and names no file. Put the name of a file in the column file, or export with --stdin-filename.';

/** The columns of the fields in the order of the article; undefined if it is the order of the format. */
function orderIn({ order = null }: RowValues): readonly string[] | undefined {
  if (order === null) return undefined;
  requireEmpty('order', order);
  const names = typeof order === 'string' ? order.split(' ') : [];
  if (names.length === 0 || new Set(names).size < names.length || !names.every(lettersOf)) {
    throw new UsageError('has an order that does not name columns of fields, each once.');
  }
  return names;
}

/**
 * Throws a UsageError if `day` says another day than `date`, with a time as pandas adds it or without: somebody may have corrected it there, and only `date` is a field
 * of the article.
 */
function requireSameDay({ date, day = null }: RowValues): void {
  if (day === null || (typeof date === 'string' && dayIn(date) === isoDay(String(day)))) return;
  requireEmpty('day', day);
  if (day === date)
    throw new UsageError(
      `has the date ${shown(String(date))}, as a spreadsheet shows it. Give the columns date and day the format YYYY-MM-DD there, and save the table again.`,
    );
  throw new UsageError(
    `has the day ${shown(String(day))} that is not its date. import reads date: correct that, and remove the column day.`,
  );
}

/** Throws a UsageError if a word is where `export` leaves a cell empty: whoever wrote that may have changed values as well. */
function requireEmpty(column: string, value: unknown): void {
  if (typeof value !== 'string' || value === '' || !isMissing(value)) return;
  throw new UsageError(
    `has ${value} in ${column}, where export writes nothing, so numbers such as 007 may have changed as well. In R, read the table with colClasses = "character", na.strings = character(0).`,
  );
}

/** Undefined if the row has no index, or null. */
function indexIn({ index = null }: RowValues): number | undefined {
  if (index === null) return undefined;
  const number = typeof index === 'bigint' ? Number(index) : index; // Parquet has whole numbers of 64 bits.
  if (Number.isSafeInteger(number) && (number as number) > 0) return number as number;
  throw new UsageError(
    'has an index that is not a whole number from 1 on. Correct it, or remove the column index: then the order of the rows is used.',
  );
}

/** A whole number as pandas writes it, such as `7` or `7.0`. Any other number may differ from what was in the file. */
const WHOLE = /^-?\d+(?:\.0+)?$/;

/** The value of a field. Throws a UsageError if it is not a text. `written` gives a value as it is in the table. */
function valueIn(column: string, value: unknown, written: (column: string) => string): string {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (column === 'number' && isNumber && Number.isSafeInteger(Number(value)) && WHOLE.test(written(column)))
    return String(value);
  if (typeof value !== 'string') {
    const kind = isNumber ? `the number ${written(column)}` : kindOf(value);
    throw new UsageError(`has no text in ${column}, but ${kind}. A text is in quotation marks.`);
  }
  if (HALF.test(value)) throw new UsageError(`has half a character (a lone surrogate) in ${column}.`);
  return value;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;
}
