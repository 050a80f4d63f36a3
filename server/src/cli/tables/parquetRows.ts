/** Reads the rows of a file in Parquet. It is a bundle of its own, so it shares no classes with the others. */
import { asyncBufferFromFile } from 'hyparquet';
import { parquetRows as rowsIn } from '../../corpus/mapping/parquetRows';
import type { TableRow } from '../../corpus/mapping/tableRow';

/** As of `parquetRows` in corpus/, and throws Node’s errors. */
export async function* parquetRows(
  path: string,
  progress: (done: number, total: number) => void,
): AsyncGenerator<TableRow> {
  yield* rowsIn(await asyncBufferFromFile(path), progress);
}
