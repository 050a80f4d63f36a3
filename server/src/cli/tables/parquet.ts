/** Tables as Parquet. */
import { setImmediate } from 'node:timers/promises';
import type { ColumnSource } from 'hyparquet-writer';
import type { Columns } from '../../corpus/columns';
import type { Row } from '../../corpus/rows';

/** The most rows and characters in a group. A group is encoded in memory. */
const GROUP_ROWS = 10_000;
const GROUP_CHARACTERS = 16 * 1024 * 1024;

/** The number of rows after which signals are let through: the writer itself never waits. */
const TURN = 100;

/** Writes a file, group by group. Throws Node's error if the file cannot be written. */
export async function writeParquet(rows: AsyncIterable<Row>, columns: Columns, file: string): Promise<void> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const writer = fileWriter(file);
  const parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnData(columns, []) }) });
  let group: Row[] = [];
  let characters = 0;
  const flush = async () => {
    if (group.length > 0) await parquet.write({ columnData: columnData(columns, group) });
    group = [];
    characters = 0;
  };
  for await (const row of rows) {
    group.push(row);
    characters += row.text?.length ?? 0;
    if (group.length % TURN === 0) await setImmediate();
    if (group.length >= GROUP_ROWS || characters >= GROUP_CHARACTERS) await flush();
  }
  await flush();
  await parquet.finish();
}

/** Columns of numbers. Every row has them. */
const COUNTS: readonly string[] = ['words', 'index'];

function columnData({ names }: Columns, rows: readonly Row[]): ColumnSource[] {
  return names.map((name) => ({
    name,
    data: rows.map((row) => row[name] ?? null),
    type: COUNTS.includes(name) ? 'INT32' : 'STRING',
    nullable: name !== 'file' && !COUNTS.includes(name),
  }));
}
