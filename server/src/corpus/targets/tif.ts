import { csvLine } from '../tables/tableText';
import { type FileTarget, IMPORT_ONLY, metadataColumns } from './target';

/** A corpus in the Text Interchange Format: a CSV table that begins with `doc_id` and `text`. */
export const tif: FileTarget = {
  silent: IMPORT_ONLY,
  async *text({ rows, columns }) {
    const [id = '', ...metadata] = metadataColumns(columns);
    const names = [id, 'text', ...metadata];
    yield csvLine(names);
    for await (const row of rows) yield csvLine(names.map((name) => row[name] ?? null));
  },
};
