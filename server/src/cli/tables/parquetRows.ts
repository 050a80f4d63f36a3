/** Reads the rows of a file in Parquet, and the names of its columns. It is a bundle of its own, so it shares no classes with the others. */
import { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { parquetRows as rowsIn } from '../../corpus/mapping/parquetRows';
import type { TableRow } from '../../corpus/mapping/tableRow';

/** As of `parquetRows` in corpus/, and throws Node’s errors. */
export async function* parquetRows(
  path: string,
  progress: (done: number, total: number) => void,
): AsyncGenerator<TableRow> {
  yield* rowsIn(await asyncBufferFromFile(path), progress);
}

/** The names of the columns of a file. Throws what hyparquet throws if it is damaged. */
export async function parquetNames(path: string): Promise<readonly string[]> {
  const { children } = parquetSchema(await parquetMetadataAsync(await asyncBufferFromFile(path)));
  return children.map(({ element }) => element.name);
}
