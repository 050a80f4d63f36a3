import { jsonLine } from '../tables/jsonLine';
import { type FileTarget, IMPORT_ONLY, metadataColumns, valuesOf, withText } from './target';

/** Documents for doccano: JSON Lines, in which `label` has the labels that are to come. */
export const doccano: FileTarget = {
  silent: IMPORT_ONLY,
  names: (columns) => [
    'text',
    'label',
    ...metadataColumns(columns).map((name) => (name === 'label' ? 'field_label' : name)),
  ],
  async *text(source) {
    const metadata = metadataColumns(source.columns);
    for await (const row of withText(source)) {
      const { label: own, ...values } = valuesOf(row, metadata);
      yield jsonLine({ text: row.text, label: [], ...values, ...(own !== undefined && { field_label: own }) });
    }
  },
};
