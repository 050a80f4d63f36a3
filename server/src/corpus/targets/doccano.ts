import { jsonLine } from '../jsonLine';
import { type FileTarget, IMPORT_ONLY, metadataColumns, valuesOf, withText } from './target';

/** Documents for doccano: JSON Lines, in which `label` has the labels that are to come. */
export const doccano: FileTarget = {
  sentence: 'doccano: JSON Lines, with everything but the text as metadata',
  silent: IMPORT_ONLY,
  suffixes: ['.jsonl'],
  async *text(source) {
    const metadata = metadataColumns(source.columns);
    for await (const row of withText(source)) {
      const { label: own, ...values } = valuesOf(row, metadata);
      yield jsonLine({ text: row.text, label: [], ...values, ...(own !== undefined && { field_label: own }) });
    }
  },
};
