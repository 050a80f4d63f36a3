/** Reads a row of a table, as `export --to jsonl` writes it, back as the fields of an article. */
import { visit } from 'jsonc-parser';
import { FIELDS } from '../core/format';
import { COLUMNS, lettersOf } from '../corpus/columns';
import type { LineField } from '../corpus/lineArticle';
import { shown, UsageError } from './faults';
import { STDIN } from './inputFile';

export interface ImportedRow {
  /** The name of the file that the article goes to. */
  readonly file: string;
  /** In their order. */
  readonly fields: readonly LineField[];
}

/** Those without which nobody knows whether a field is missing, or which file it is. */
const REQUIRED: readonly string[] = ['file', ...FIELDS.map(({ kind }) => kind)];
const KNOWN: ReadonlySet<string> = new Set(COLUMNS);

/** Half of a surrogate pair by itself, which no UTF-8 can hold. */
const HALF = /\p{Cs}/u;

type Values = Readonly<Record<string, unknown>>;

export class RowReader {
  /** Columns that have been met with a value, and are not those of an article. */
  readonly leftOut = new Set<string>();

  /** Throws a UsageError, with the rest of a sentence about the line, where it is no such row. */
  read(line: string): ImportedRow {
    const values = valuesIn(line);
    const { file } = values;
    if (typeof file !== 'string' || file === '' || file === STDIN) throw new UsageError('names no file.');
    if (HALF.test(file)) throw new UsageError('has half a character (a lone surrogate) in file.');
    const order = orderIn(values);
    const names = order ?? FIELDS.map(({ kind }) => kind);
    const fields = names.flatMap((name) => fieldIn(name, Object.hasOwn(values, name) ? values[name] : null) ?? []);
    if (fields.length === 0) throw new UsageError('has no values, and makes no article.');
    if (order && fields.length < names.length) throw new UsageError('has no value for a column that its order names.');
    for (const [name, value] of Object.entries(values)) {
      if (value === null || names.includes(name)) continue;
      if (FIELDS.some(({ kind }) => kind === name)) throw new UsageError(`has an order that does not name ${name}.`);
      if (!KNOWN.has(name)) this.leftOut.add(name);
    }
    return { file, fields };
  }
}

function valuesIn(line: string): Values {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    const isList = line.trimStart().startsWith('[');
    throw new UsageError(isList ? LIST : 'is not JSON. import reads what export --to jsonl writes.');
  }
  if (Array.isArray(row)) throw new UsageError(LIST);
  if (typeof row !== 'object' || row === null) throw new UsageError('holds no object.');
  const keys = Object.keys(row);
  for (const name of REQUIRED) {
    if (keys.includes(name)) continue;
    const alike = keys.find((key) => key.toLowerCase() === name);
    const hint = alike ? ` It has ${shown(alike)}.` : '';
    throw new UsageError(`has no column ${name}; a field that is not there is null.${hint}`);
  }
  const twice = firstTwice(line);
  if (twice !== undefined) throw new UsageError(`has the column ${shown(twice)} twice.`);
  return row as Values;
}

const LIST = 'begins a JSON array. import reads JSON Lines, with an object on each line; jq -c ".[]" makes that of it.';

/** A key that the object has twice, of which JSON.parse gives only the last. */
function firstTwice(line: string): string | undefined {
  const keys = new Set<string>();
  let found: string | undefined;
  visit(line, {
    onObjectProperty: (key, _offset, _length, _line, _character, pathOf) => {
      if (pathOf().length > 0) return;
      if (keys.has(key)) found ??= key;
      keys.add(key);
    },
  });
  return found;
}

/** The columns of the fields in their order; undefined where it is the format's. */
function orderIn({ order = null }: Values): readonly string[] | undefined {
  if (order === null) return undefined;
  const names = typeof order === 'string' ? order.split(' ') : [];
  if (names.length === 0 || new Set(names).size < names.length || !names.every(lettersOf)) {
    throw new UsageError('has an order that does not name columns of fields, each once.');
  }
  return names;
}

/** Undefined for a field that the article has not got. */
function fieldIn(column: string, value: unknown): LineField | undefined {
  const letters = lettersOf(column) as string;
  if (value === null) return undefined;
  if (column === 'number' && Number.isSafeInteger(value)) return { letters, value: String(value) }; // As pandas writes it.
  if (typeof value !== 'string') throw new UsageError(`has no text in ${column}, but ${kindOf(value)}.`);
  if (HALF.test(value)) throw new UsageError(`has half a character (a lone surrogate) in ${column}.`);
  return { letters, value };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;
}
