/** Writes every file that is generated from the format's table. `npm test` fails when one of them is stale. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grammar } from './grammar';
import { languageConfiguration } from './languageConfiguration';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Path from the project's root → what must stand there. */
export const generatedFiles: Record<string, () => string> = {
  'syntaxes/article.tmLanguage.json': grammar,
  'language-configuration.json': languageConfiguration,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of Object.entries(generatedFiles)) {
    fs.writeFileSync(path.join(root, file), content());
    console.log(`wrote ${file}`);
  }
}
