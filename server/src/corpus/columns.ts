/** The columns of a table of articles: those of every table, and one for each user-defined field. */
import { FIELDS, fieldRank } from '../core/format';

/** The first columns of every table, in their order. A field of the format is in the column that is named as its kind. */
const FIRST = ['number', 'date', 'title', 'text', 'file', 'words', 'sha256', 'order'] as const;

/** The last column of every table. It was added later at the end, so programs that read columns by position still work. */
const LAST = 'index';

/** The columns of every table. */
export const COLUMNS = [...FIRST, LAST] as const;

/** All columns of a table. */
export interface Columns {
  /** Their names, in their order. */
  readonly names: readonly string[];
  /** The letters of the user-defined fields that have one, in the order of their columns. */
  readonly letters: readonly string[];
}

/** The columns for articles with these user-defined fields; a field that is named twice, or is the format's, adds none. */
export function columnsFor(additionalFields: Iterable<string>): Columns {
  const letters = [...new Set(additionalFields)].filter((field) => fieldRank(field) === -1);
  return { names: [...FIRST, ...letters.map(columnOf), LAST], letters };
}

/** It ends with a character that is not a letter, so no field has such a name. */
const PREFIX = 'field_';

/**
 * The name of a field's column. That of a user-defined field is its letters in lower case (`byline` for B-Y-L-I-N-E), with
 * `field_` before it where every table has a column of that name (`field_words`). No two fields have one name.
 */
export function columnOf(letters: string): string {
  const format = FIELDS[fieldRank(letters)];
  if (format) return format.kind;
  const name = letters.replaceAll('-', '').toLowerCase();
  return COLUMNS.some((column) => column === name) ? PREFIX + name : name;
}

/** The letters of the field that a column is for; undefined when no field has a column of that name. */
export function lettersOf(column: string): string | undefined {
  const format = FIELDS.find(({ kind }) => kind === column);
  if (format) return format.marker;
  const name = column.startsWith(PREFIX) ? column.slice(PREFIX.length) : column;
  if (!/^[a-z]+$/.test(name)) return undefined;
  const letters = [...name.toUpperCase()].join('-');
  return columnOf(letters) === column ? letters : undefined;
}
