import { csvLine } from '../tables/tableText';
import { DocumentNames } from './documentNames';
import { type FolderTarget, IMPORT_ONLY, metadataColumns, withText } from './target';

const TABLE = 'metadata.csv';

/** A folder of plain texts, each in a file, beside a table of everything else. */
export const text: FolderTarget = {
  silent: IMPORT_ONLY,
  async write(source, folder) {
    const metadata = metadataColumns(source.columns);
    const names = new DocumentNames();
    await folder.append(TABLE, csvLine(['document_name', ...metadata]));
    for await (const row of withText(source)) {
      const name = `${names.nameFor(row.doc_id)}.txt`;
      await folder.write(`texts/${name}`, row.text);
      await folder.append(TABLE, csvLine([name, ...metadata.map((column) => row[column] ?? null)]));
    }
  },
};
