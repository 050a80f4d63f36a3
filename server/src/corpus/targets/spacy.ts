import { jsonLine } from '../tables/jsonLine';
import { type FileTarget, IMPORT_ONLY, metadataColumns, valuesOf, withText } from './target';

/** Documents for spaCy and Prodigy: JSON Lines, in which `meta` has what is known of the text. */
export const spacy: FileTarget = {
  silent: IMPORT_ONLY,
  names: () => ['text', 'meta'],
  async *text(source) {
    const metadata = metadataColumns(source.columns);
    for await (const row of withText(source)) yield jsonLine({ text: row.text, meta: valuesOf(row, metadata) });
  },
};
