/** Makes files of articles from the rows of a table that another program has written, by a mapping. */
import { didYouMean } from '../../core/text/closest';
import { type MappedOptions, MappedRows } from '../../corpus/mapping/mappedRows';
import { columnsIn, type Mapping } from '../../corpus/mapping/mapping';
import { shown, UsageError } from '../output/faults';
import { columnNames, type NamedFiles, naming, type OpenTable } from './table';

export interface MappedFiles {
  /** Gives the names and texts of the files, one for each row that makes an article. Each call begins again. */
  readonly files: () => NamedFiles;
  /** What was found in all rows. */
  readonly found: MappedRows;
}

/**
 * Resolves when all rows have been read once. Those of a file are read a second time when the files are asked for; those of a pipe
 * are kept in memory. Throws a UsageError if the table cannot be read, or if no row has one of the columns.
 */
export async function mappedFiles(table: OpenTable, mapping: Mapping, options: MappedOptions): Promise<MappedFiles> {
  const found = new MappedRows(mapping, options);
  const kept: [string, string][] = [];
  for await (const file of filesIn(table, found)) if (!table.isFile) kept.push(file);
  requireColumns(table, mapping, found);
  const files = () => (table.isFile ? filesIn(table, new MappedRows(mapping, options)) : kept);
  return { files, found };
}

async function* filesIn(table: OpenTable, rows: MappedRows): AsyncGenerator<[string, string]> {
  for await (const row of naming(table, table.rows())) {
    const made = rows.take(row);
    if (made) yield [made.name, made.article];
  }
}

function requireColumns(
  { file, form, noun }: OpenTable,
  mapping: Mapping,
  { columns, others, leftOut }: MappedRows,
): void {
  const known = [...columns, ...others];
  const missing = columnsIn(mapping).find((column) => !columns.has(column));
  if (known.length === 0) {
    const [reason] = leftOut.sentences('unreadable', noun, 'command line');
    const hint = form === 'jsonl' ? ' If it is CSV, add --from csv.' : '';
    if (reason !== undefined) throw new UsageError(`${shown(file)}: ${shown(reason)}${hint} Nothing was written.`);
  } else if (missing !== undefined) {
    throw new UsageError(
      `${shown(file)} has no column “${shown(missing)}”.${shown(didYouMean(missing, known))} Its columns are ${columnNames(known)}. Nothing was written.`,
    );
  }
}
