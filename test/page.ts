/** The code that a page of the documentation shows, as it is written there. */
import fs from 'node:fs';
import path from 'node:path';

/** The indented code after the first line of a page in docs/ that begins with `title`. Throws if there is none. */
export function codeAfter(page: string, title: string): string {
  const text = fs.readFileSync(path.resolve(import.meta.dirname, '../docs', page), 'utf8');
  const from = text.indexOf(`\n${title}`);
  const block = from === -1 ? undefined : /\n\n((?: {4}.*\n|\n(?= {4}))+)/.exec(text.slice(from + 1))?.[1];
  if (!block) throw new Error(`docs/${page} shows no code after “${title}”.`);
  return block.replace(/^ {4}/gm, '');
}
