/** Tables as Parquet. */
import { setImmediate } from 'node:timers/promises';
import type { ColumnSource } from 'hyparquet-writer';
import { type Columns, meaningOf, typeOf } from '../../corpus/tables/columns';
import type { Row } from '../../corpus/tables/rows';

/** The most rows and characters in a group. A group is encoded in memory. */
const GROUP_ROWS = 10_000;
const GROUP_CHARACTERS = 16 * 1024 * 1024;

/** The number of rows after which signals are let through: the writer itself never waits. */
const TURN = 100;

/** The version of the package, inserted by the build. */
declare const VERSION: string;

/** Writes a file, group by group. Throws Node's error if the file cannot be written. */
export async function writeParquet(rows: AsyncIterable<Row>, columns: Columns, file: string): Promise<void> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const writer = fileWriter(file);
  const schema = schemaFromColumnData({ columnData: columnData(columns, []), schemaOverrides: { day: DAY } });
  const parquet = new ParquetWriter({ writer, schema, kvMetadata: metadata(columns) });
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

/** The only column whose type is none of the writer's basic ones. */
const DAY = { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' } as const;

/** Columns of text that every row has. */
const NAMES: readonly string[] = ['file', 'doc_id'];

function columnData({ names }: Columns, rows: readonly Row[]): ColumnSource[] {
  return names.map((name) => {
    const type = typeOf(name);
    if (type === 'day') return { name, data: rows.map(({ day }) => (day === null ? null : new Date(day))) };
    const data = rows.map((row) => row[name] ?? null);
    if (type === 'count') return { name, data, type: 'INT32', nullable: false };
    return { name, data, type: 'STRING', nullable: !NAMES.includes(name) };
  });
}

/** What the file says of itself: who has written it, and what each column means. */
function metadata({ names }: Columns): { key: string; value: string }[] {
  const meanings = names.map((name) => ({ key: `column.${name}`, value: meaningOf(name) }));
  return [{ key: 'tool', value: 'article-format' }, { key: 'version', value: VERSION }, ...meanings];
}
