import { type Columns, meaningOf, typeOf } from '../tables/columns';
import { jsonLine } from '../tables/jsonLine';
import { type FolderTarget, IMPORT_ONLY } from './target';

const ROWS = 'data/articles.jsonl';

/** A data set for the Hugging Face hub. The head of its README.md declares the types, so that none is guessed. */
export const huggingFace: FolderTarget = {
  silent: IMPORT_ONLY,
  async write({ rows, columns }, folder) {
    await folder.write('README.md', readme(columns));
    for await (const row of rows) await folder.append(ROWS, jsonLine(row));
  },
};

/** The names of the types in that head. */
const TYPES = { text: 'string', count: 'int32', day: 'date32' } as const;

function readme({ names }: Columns): string {
  return [
    ...['---', 'configs:', '- config_name: default', `  data_files: ${ROWS}`],
    ...['dataset_info:', '- config_name: default', '  features:'],
    ...names.flatMap((name) => [`  - name: "${name}"`, `    dtype: ${TYPES[typeOf(name)]}`]),
    ...['---', '', '# Articles', '', '| column | contains |', '| --- | --- |'],
    ...names.map((name) => `| \`${name}\` | ${meaningOf(name)} |`),
    '',
  ].join('\n');
}
