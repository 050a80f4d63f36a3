/** Makes the folder for the editor tests. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const samples = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../samples');

/** The file name of the real article. */
export const SEED = '000_dcc53a93f2feb93c.txt';

/** Makes `folder` with copies of the samples and some other files, and returns its path. */
export function workspace(folder: string): string {
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(samples, folder, { recursive: true });
  const seed = fs.readFileSync(path.join(samples, SEED), 'utf8');
  const files: Record<string, string> = {
    'notes.txt': 'Every article begins with F-N-S-T-A-R-T. and its number, then comes D-A-T-E-S-T-A-R-T.\n',
    'trimmed.txt': 'plain   \n\n\n',
    'saved-lines.txt': seed.replaceAll('. ', '. \n'),
  };
  // All copies have the same number; corpus.test.ts uses other articles.
  fs.mkdirSync(path.join(folder, '.vscode'));
  files['.vscode/settings.json'] = JSON.stringify({
    'article.corpus.check': 'openFiles',
    'files.autoSave': 'off', // In a browser, VS Code saves after a second, even changes that a test wants to revert.
  });
  for (const copy of ['seed', 'other', 'off', 'excluded', 'chosen', 'saved', 'fixed', 'fields'])
    files[`${copy}.txt`] = seed;
  const article = (number: number, date: string) =>
    seed.replace(' 1986 ', ` ${number} `).replace('2024-04-09', date).replace('Weeks of', `Week ${number} of`);
  fs.mkdirSync(path.join(folder, 'corpus/sub'), { recursive: true });
  for (let number = 1; number <= 40; number++) files[`corpus/lf_${number}.txt`] = article(number, '2024-04-09');
  files['corpus/lf_41.txt'] = article(41, '2024-02-30');
  files['corpus/sub/lf_42.txt'] = article(42, '9 April');
  files['corpus/notes.txt'] = files['notes.txt'] ?? '';
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}
