/** The settings that docs/other-editors.md shows, as they are written there. */
import fs from 'node:fs';
import path from 'node:path';

const PAGE = path.resolve(import.meta.dirname, '../../docs/other-editors.md');

/** The code after the first line that begins with `title`. Throws if there is none. */
export function settingsOf(title: string): string {
  const page = fs.readFileSync(PAGE, 'utf8');
  const from = page.indexOf(`\n${title}`);
  const block = from === -1 ? undefined : /\n\n((?: {4}.*\n|\n(?= {4}))+)/.exec(page.slice(from + 1))?.[1];
  if (!block) throw new Error(`docs/other-editors.md shows no settings after “${title}”.`);
  return block.replace(/^ {4}/gm, '');
}
