import type { Columns } from '../tables/columns';
import { csvLine } from '../tables/tableText';
import { type FileTarget, IMPORT_ONLY, metadataColumns } from './target';

/** A corpus in the Text Interchange Format: a CSV table that begins with `doc_id` and `text`. */
export const tif: FileTarget = {
  silent: IMPORT_ONLY,
  names: namesFor,
  async *text({ rows, columns }) {
    const names = namesFor(columns);
    yield csvLine(names);
    for await (const row of rows) yield csvLine(names.map((name) => row[name] ?? null));
  },
};

function namesFor(columns: Columns): readonly string[] {
  const [id = '', ...metadata] = metadataColumns(columns);
  return [id, 'text', ...metadata];
}
