/** Three articles with their results by the real Stanford CoreNLP 4.5.10, two of them through `export --for corenlp`. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../../scripts/generate/index';

const folder = path.join(root, 'test/fixtures/corenlp');

/** All its files: their texts, by their paths. */
export function fixture(): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}
