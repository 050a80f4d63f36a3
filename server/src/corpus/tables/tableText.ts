/** Tables as text: JSON Lines, and CSV by RFC 4180. */
import { stringify } from 'csv-stringify/sync';
import type { Columns } from './columns';
import { jsonLine } from './jsonLine';

export type TableForm = 'jsonl' | 'csv';

/** The form of a table by the suffix of its file, in any case; undefined for another suffix. */
export function formOfSuffix(file: string): TableForm | 'parquet' | undefined {
  const [, suffix] = /\.(jsonl|ndjson|csv|parquet)$/i.exec(file) ?? [];
  const form = suffix?.toLowerCase();
  return form === 'ndjson' ? 'jsonl' : (form as TableForm | 'parquet' | undefined);
}

export interface TableText {
  /** The text before the first row. */
  readonly head: string;
  /** A row, by the names of its columns, with its line end. */
  line(row: Readonly<Record<string, string | number | null>>): string;
}

/** Options that only CSV has. */
export interface CsvOptions {
  /** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
  readonly guardFormulas?: boolean;
  /** Without one, Excel does not read a table as UTF-8. */
  readonly byteOrderMark?: boolean;
  /** With false, there is no line with the names of the columns. */
  readonly header?: boolean;
}

export function tableText(
  form: TableForm,
  { names }: Pick<Columns, 'names'>,
  { guardFormulas = false, byteOrderMark = false, header = true }: CsvOptions,
): TableText {
  if (form === 'jsonl') return { head: '', line: jsonLine };
  const line = (values: readonly (string | number | null)[]) => csvLine(values, guardFormulas);
  const head = (byteOrderMark ? '\ufeff' : '') + (header ? line(names) : '');
  return { head, line: (row) => line(names.map((name) => row[name] ?? null)) };
}

/** A row of CSV with its line end. */
export function csvLine(values: readonly (string | number | null)[], guardFormulas = false): string {
  return stringify([[...values]], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/, // A single line feed is a line end to most readers too.
    escape_formulas: guardFormulas,
  });
}
