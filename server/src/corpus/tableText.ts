/** Tables as text: JSON Lines, and CSV by RFC 4180. */
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, type Row } from './rows';

export type TableForm = 'jsonl' | 'csv';

export interface TableText {
  /** What stands before the first row. */
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

export function tableText(form: TableForm, { guardFormulas = false, byteOrderMark = false }: CsvOptions): TableText {
  if (form === 'jsonl') return { head: '', line: (row) => `${JSON.stringify(row)}\n` };
  const line = (values: readonly (string | number | null)[]) =>
    stringify([[...values]], {
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/, // A line feed by itself is a line end to most readers, too.
      escape_formulas: guardFormulas,
    });
  const head = (byteOrderMark ? '\ufeff' : '') + line(COLUMNS);
  return { head, line: (row) => line(COLUMNS.map((name) => row[name])) };
}
