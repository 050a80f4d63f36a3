/**
 * Reads the rows of a table in Parquet, a row group at a time. It is a bundle of its own, which is loaded only with such a table, so it
 * shares no classes with the others.
 */
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { TableRow } from './tableRow';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Days and times as text, as ISO 8601 writes them. */
const PARSERS = {
  stringFromBytes: textOrBytes,
  dateFromDays: (days: number) => isoText(days * 86_400_000).slice(0, 10),
  timestampFromMilliseconds: (time: bigint) => isoText(Number(time)),
  timestampFromMicroseconds: (time: bigint) => isoText(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => isoText(Number(time / 1_000_000n)),
};

/** Bytes that are no text stay as they are, because only a column that is imported has to be text. */
function textOrBytes(bytes: Uint8Array | undefined): string | Uint8Array | undefined {
  try {
    return bytes && utf8.decode(bytes);
  } catch {
    return bytes;
  }
}

function isoText(milliseconds: number): string {
  const moment = new Date(milliseconds);
  return Number.isNaN(moment.getTime()) ? String(milliseconds) : moment.toISOString();
}

/**
 * The rows of a file. A time with a zone is that of UTC, with a `Z`: Parquet keeps no other zone. One without a zone has none.
 * `progress` is called with how many rows have been read, of how many. Throws what hyparquet throws if the file is damaged.
 */
export async function* parquetRows(
  file: AsyncBuffer,
  progress: (done: number, total: number) => void = () => {},
): AsyncGenerator<TableRow> {
  const metadata = await parquetMetadataAsync(file);
  const withoutZone = columnsWithoutZone(metadata);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const found = await parquetReadObjects({ file, metadata, compressors, parsers: PARSERS, rowStart, rowEnd });
    for (const [index, values] of found.entries()) {
      for (const column of withoutZone) values[column] = withoutMark(values[column]);
      const at = rowStart + index + 1;
      yield { at, index: at, values, written: (column) => String(values[column]) };
    }
    rowStart = rowEnd;
    progress(rowStart, Number(metadata.num_rows));
  }
}

/** The rows of a file that is in memory. */
export async function parquetRowsIn(bytes: Uint8Array): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const { buffer } = Uint8Array.from(bytes); // Its own, from the beginning.
  for await (const row of parquetRows(buffer)) rows.push(row);
  return rows;
}

function columnsWithoutZone({ schema }: FileMetaData): readonly string[] {
  const isLocal = ({ logical_type }: FileMetaData['schema'][number]) =>
    logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC;
  return schema.filter(isLocal).map(({ name }) => name);
}

function withoutMark(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/Z$/, '') : value;
}
