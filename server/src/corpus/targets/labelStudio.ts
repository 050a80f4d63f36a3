import { jsonLine } from '../tables/jsonLine';
import { type FileTarget, IMPORT_ONLY, metadataColumns, valuesOf, withText } from './target';

/** Tasks for Label Studio, which takes a JSON array and no JSON Lines. Each task is on a line of its own. */
export const labelStudio: FileTarget = {
  silent: IMPORT_ONLY,
  names: () => ['data'],
  async *text(source) {
    const metadata = metadataColumns(source.columns);
    let before = '[\n';
    for await (const row of withText(source)) {
      const data = { text: row.text, ...valuesOf(row, metadata) };
      yield before + jsonLine({ data }).trimEnd();
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
