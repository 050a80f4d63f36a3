/** Tables as text: JSON Lines, and CSV by RFC 4180. */
import { stringify } from 'csv-stringify/sync';
import type { Columns } from './columns';
import { jsonLine } from './jsonLine';
import type { Row } from './rows';

export type TableForm = 'jsonl' | 'csv';

/** The form of a table that the suffix of its file says, in any case; undefined where it says none. */
export function formOfSuffix(file: string): TableForm | 'parquet' | undefined {
  const [, suffix] = /\.(jsonl|ndjson|csv|parquet)$/i.exec(file) ?? [];
  const form = suffix?.toLowerCase();
  return form === 'ndjson' ? 'jsonl' : (form as TableForm | 'parquet' | undefined);
}

export interface TableText {
  /** What is before the first row. */
  readonly head: string;
  /** A row with its line end. */
  line(row: Row): string;
}

/** What only CSV knows. */
export interface CsvOptions {
  /** What a spreadsheet would run as a formula gets an apostrophe before it. */
  readonly guardFormulas?: boolean;
  /** Excel takes a table without one for something else than UTF-8. */
  readonly byteOrderMark?: boolean;
}

export function tableText(
  form: TableForm,
  { names }: Columns,
  { guardFormulas = false, byteOrderMark = false }: CsvOptions,
): TableText {
  if (form === 'jsonl') return { head: '', line: jsonLine };
  const line = (values: readonly (string | number | null)[]) =>
    stringify([[...values]], {
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/, // A line feed by itself is a line end to most readers, too.
      escape_formulas: guardFormulas,
    });
  const head = (byteOrderMark ? '\ufeff' : '') + line(names);
  return { head, line: (row) => line(names.map((name) => row[name] ?? null)) };
}
