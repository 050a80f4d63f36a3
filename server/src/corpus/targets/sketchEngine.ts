import { type FileTarget, IMPORT_ONLY, metadataColumns, withText } from './target';
import { escapedAttribute, escapedText } from './xml';

/** A corpus for Sketch Engine, NoSketch Engine and the IMS Corpus Workbench: each text in an element `doc`. */
export const sketchEngine: FileTarget = {
  silent: IMPORT_ONLY,
  names: () => ['doc'],
  async *text(source) {
    const metadata = metadataColumns(source.columns);
    for await (const row of withText(source)) {
      const attributes = metadata.flatMap((name) => {
        const value = row[name] ?? null;
        return value === null ? [] : [` ${name}="${escapedAttribute(String(value))}"`];
      });
      yield `<doc${attributes.join('')}>\n${escapedText(row.text)}\n</doc>\n`;
    }
  },
};
