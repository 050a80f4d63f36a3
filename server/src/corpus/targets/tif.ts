import { csvLine } from '../tableText';
import { type FileTarget, IMPORT_ONLY, metadataColumns } from './target';

/** A corpus in the Text Interchange Format: a CSV table that begins with `doc_id` and `text`. */
export const tif: FileTarget = {
  sentence: 'R (quanteda, tidytext, spacyr, udpipe) and pandas: a CSV table in the Text Interchange Format',
  silent: IMPORT_ONLY,
  suffixes: ['.csv'],
  async *text({ rows, columns }) {
    const [id = '', ...metadata] = metadataColumns(columns);
    const names = [id, 'text', ...metadata];
    yield csvLine(names);
    for await (const row of rows) yield csvLine(names.map((name) => row[name] ?? null));
  },
};
