/** The tables of `export --for corenlp` and `--for text`, which say which article is in which document. */
import { parse } from 'csv-parse/sync';

/** For each export, the name of its table. */
export const TABLES = { corenlp: 'articles.csv', text: 'metadata.csv' } as const;

export interface DocumentRow {
  /** The file name of the document; its result has `.json` after it. */
  readonly document: string;
  /** The path of the article's file, as the export was given it. */
  readonly file: string;
  /** The value of the article's number; empty if it has none. */
  readonly number: string;
  /** SHA-256 of the article's text, hexadecimal. */
  readonly sha256: string;
}

const COLUMNS = ['document_name', 'file', 'number', 'sha256'] as const;

/** The rows of the articles of all files with a name. None if it is another table. */
export function rowsOfFile(table: string, name: string): readonly DocumentRow[] {
  const [head = '', ...lines] = table.replace(/^\ufeff/, '').split(/\r?\n/);
  // Most lines are of other files, and there may be 100,000.
  const quoted = name.replaceAll('"', '""');
  const own = lines.filter((line) => line.includes(quoted));
  try {
    const [names = [], ...rows] = parse([head, ...own].join('\n'), { relax_column_count: true });
    const [document = -1, file = -1, number = -1, sha256 = -1] = COLUMNS.map((column) => names.indexOf(column));
    if (Math.min(document, file, number, sha256) < 0) return [];
    return rows
      .map((row) => ({
        ...{ document: row[document] ?? '', file: row[file] ?? '' },
        ...{ number: row[number] ?? '', sha256: row[sha256] ?? '' },
      }))
      .filter((row) => row.document !== '' && nameOf(row.file) === name);
  } catch {
    return []; // Not CSV.
  }
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
