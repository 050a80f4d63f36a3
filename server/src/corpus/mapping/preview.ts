/** The first rows of a table as a mapping reads them, before anything is written. */
import { columnOf } from '../tables/columns';
import { type Mapping, ROW_NUMBER } from './mapping';
import type { TableRow } from './tableRow';

/** How many rows are shown before an import. */
export const PREVIEWED = 3;

/** More of a value is not shown. */
const LONGEST_VALUE = 70;

export interface PreviewField {
  /** The name of the field: `title`. */
  readonly name: string;
  /** The name of the column, or ROW_NUMBER. */
  readonly column: string;
  /** The beginning of the value, in one line. */
  readonly value: string;
}

/** The fields of a row, as they are in the table. */
export function previewOf(row: TableRow, mapping: Mapping): readonly PreviewField[] {
  return mapping.map(({ letters, column }) => {
    const value = column === ROW_NUMBER ? row.index : (row.values[column] ?? '');
    const text = typeof value === 'object' ? JSON.stringify(value, plainNumber) : String(value);
    const characters = [
      ...text
        .slice(0, 4 * LONGEST_VALUE)
        .replace(/\s+/g, ' ')
        .trim(),
    ];
    const isLonger = characters.length > LONGEST_VALUE;
    const beginning = characters.slice(0, LONGEST_VALUE).join('');
    return { name: columnOf(letters), column, value: isLonger ? `${beginning}…` : beginning };
  });
}

/** Parquet has whole numbers of 64 bits, which JSON.stringify refuses. */
function plainNumber(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
