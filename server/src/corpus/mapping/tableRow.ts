/** A row of a table that another program has written: JSON Lines, CSV or Parquet. */
import type { RowProblem } from './rowProblems';

/** The values of a row by their columns. */
export type RowValues = Readonly<Record<string, unknown>>;

export interface TableRow {
  /** The line that it begins in, or for Parquet its own number, from 1. */
  readonly at: number;
  /** Its place among the rows, from 1. */
  readonly index: number;
  readonly values: RowValues;
  /** The value of a column as it is written: programs round numbers. */
  readonly written: (column: string) => string;
}

/** A row that cannot be read. */
export interface BadRow {
  readonly at: number;
  readonly problem: RowProblem;
}

/** Whether it is not a row. */
export function isBad(row: TableRow | BadRow): row is BadRow {
  return 'problem' in row;
}
