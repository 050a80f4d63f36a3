/** Reads the rows of a table in Parquet, a row group at a time. It is a bundle of its own, so it shares no classes with the others. */
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Days and times as text, as ISO 8601 writes them; times are those of UTC, because Parquet keeps no other. */
const PARSERS = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes),
  dateFromDays: (days: number) => isoText(days * 86_400_000).slice(0, 10),
  timestampFromMilliseconds: (time: bigint) => isoText(Number(time)),
  timestampFromMicroseconds: (time: bigint) => isoText(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => isoText(Number(time / 1_000_000n)),
};

function isoText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/**
 * The values of each row of a file, by their columns. `progress` is called with how many rows have been read, of how many. Throws
 * what hyparquet throws if the file is damaged, and a TypeError if its text is not UTF-8.
 */
export async function* parquetRows(
  path: string,
  progress: (done: number, total: number) => void,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const total = Number(metadata.num_rows);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    yield* await parquetReadObjects({ file, metadata, compressors, parsers: PARSERS, rowStart, rowEnd });
    rowStart = rowEnd;
    progress(rowStart, total);
  }
}
