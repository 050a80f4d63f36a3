/** The columns of a table of articles: those of every table, and one for each user-defined field. */
import { FIELDS, fieldRank } from '../../core/format';

/** The first columns of every table, in their order. A field of the format is in the column that is named as its kind. */
const FIRST = ['number', 'date', 'title', 'text', 'file', 'words', 'sha256', 'order'] as const;

/** The last columns of every table, after those of user-defined fields. */
const LAST = ['doc_id', 'day', 'index'] as const;

/** The columns of every table. */
export const COLUMNS = [...FIRST, ...LAST] as const;

/** What each column means, for people who get a table without this documentation. */
const MEANINGS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  number: 'The value of the field F-N, verbatim; null where the article has no such field.',
  date: 'The value of the field DATE, verbatim; null where the article has no such field.',
  title: 'The value of the field TITLE, verbatim; null where the article has no such field.',
  text: 'The value of the field TEXT, verbatim; null where the article has no such field.',
  file: 'The path of the file that contains the article.',
  words: 'The number of words in the text.',
  sha256: 'The SHA-256 of the text in UTF-8, hexadecimal; null where there is no text.',
  order: 'The columns of the article’s fields in their order in the article; null if that is the order of the format.',
  doc_id:
    'A name that no other row has: the path of the file below the folder that was exported, without its suffix, and #2, #3 … for further articles of the file.',
  day: 'The date, if it is a day of the calendar in the form YYYY-MM-DD; otherwise null.',
  index: 'The place of the article among those of its file, from 1.',
};

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
  return { names: [...FIRST, ...letters.map(columnOf), ...LAST], letters };
}

/** What the values of a column are. */
export function typeOf(column: string): 'text' | 'count' | 'day' {
  return column === 'day' ? 'day' : column === 'words' || column === 'index' ? 'count' : 'text';
}

/** What a column means, as a sentence. */
export function meaningOf(column: string): string {
  const own = `The value of the user-defined field ${lettersOf(column)}, verbatim; null where the article has no such field.`;
  return COLUMNS.some((name) => name === column) ? MEANINGS[column as (typeof COLUMNS)[number]] : own;
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
