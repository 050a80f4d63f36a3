/** How the columns of a table are read: as export wrote them, as `--map` says, or as a person agrees to. */
import { dayOf } from '../../core/text/date';
import type { MappedOptions } from '../../corpus/mapping/mappedRows';
import { type Mapping, mappingText, missingIn, readMapping } from '../../corpus/mapping/mapping';
import { PREVIEWED, previewOf } from '../../corpus/mapping/preview';
import { proposalFor } from '../../corpus/mapping/proposal';
import { isBad, type TableRow } from '../../corpus/mapping/tableRow';
import { shown, UsageError } from '../output/faults';
import { clearProgress } from '../output/progress';
import { terminal } from '../output/question';
import { dateReader, orUsage } from '../settings/dateFormat';
import { isExported } from './rowReader';
import { columnNames, naming, type OpenTable, placeOf } from './table';

export interface MappingOptions {
  /** As `readMapping` reads it. */
  readonly map?: string;
  /** As `readerOf` reads it. */
  readonly dateFormat?: string;
  /** A proposal is used without a question. */
  readonly yes?: boolean;
}

export interface ChosenMapping extends MappedOptions {
  readonly mapping: Mapping;
}

/**
 * The mapping for a table; for a user-defined field of `ownFields`, by its letters, a column with its name is proposed. Undefined if export has written it, which a table from a pipe is taken for. Throws a UsageError if
 * there is no mapping, or nobody has agreed to the one that is proposed.
 */
export async function mappingFor(
  table: OpenTable,
  { map, dateFormat, yes }: MappingOptions,
  ownFields: () => readonly string[],
): Promise<ChosenMapping | undefined> {
  const readDate = dateReader(dateFormat);
  const options = { readDate, today: dayOf(new Date()) };
  if (map !== undefined) return { mapping: orUsage(() => readMapping(map)), ...options };
  const rows = table.isFile ? await firstRows(table) : [];
  const [first] = rows;
  if (first === undefined || isExported(Object.keys(first.values))) {
    if (readDate) throw new UsageError('--date-format is for tables that export has not written. Add --map.');
    return undefined;
  }
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const mapping = proposalFor(
    columns,
    rows.map(({ values }) => values),
    ownFields(),
  );
  requireComplete(table, mapping, columns);
  const command = `--map '${mappingText(mapping).replaceAll("'", "'\\''")}'`;
  if (!yes && !terminal.isThere()) {
    throw new UsageError(
      `${shown(table.file)} is not a table that export has written, and nobody can be asked here which column is which field. These columns have known names: add ${shown(command)} if they are right, or --yes. Nothing was written.`,
    );
  }
  clearProgress();
  process.stderr.write(shownProposal(table, mapping, rows, command));
  if (!yes && !(await terminal.agrees('Import with these columns?')))
    throw new UsageError('Nothing was written. Name the columns with --map.');
  return { mapping, ...options };
}

/** The first rows that can be read; none if the first one cannot, because what follows says why. */
async function firstRows(table: OpenTable): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of naming(table, table.rows())) {
    if (isBad(row)) break;
    rows.push(row);
    if (rows.length === PREVIEWED) break;
  }
  return rows;
}

function requireComplete({ file }: OpenTable, mapping: Mapping, columns: readonly string[]): void {
  const missing = missingIn(mapping);
  if (missing.length === 0) return;
  const example = `${mappingText(mapping)},${missing.map((name) => `${name}=COLUMN`).join(',')}`;
  throw new UsageError(
    `${shown(file)} has no column that is known as ${missing.join(' or ')}. Name the columns with --map '${shown(example)}'. Its columns are ${columnNames(columns)}. Nothing was written.`,
  );
}

/** The columns and the first rows, for a terminal. */
function shownProposal(
  { file, noun }: OpenTable,
  mapping: Mapping,
  rows: readonly TableRow[],
  command: string,
): string {
  const lines = rows.map((row) => {
    const fields = previewOf(row, mapping);
    const width = Math.max(...fields.map(({ name }) => name.length));
    const columnWidth = Math.max(...fields.map(({ column }) => shown(column).length));
    const values = fields.map(
      ({ name, column, value }) => `  ${name.padEnd(width)}  ${shown(column).padEnd(columnWidth)}  ${shown(value)}`,
    );
    return `${placeOf(noun, row.at)}\n${values.join('\n')}\n`;
  });
  return `${shown(file)} is not a table that export has written. Its columns have known names:\n\n${lines.join('\n')}\n${shown(command)}\n\n`;
}
