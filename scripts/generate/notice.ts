/** NOTICE: the licences of all packages of which something is in a bundle, as the build has found them. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Throws if the project has not been built, or if a package has no licence. */
export function notice(): string {
  const folders: string[] = JSON.parse(fs.readFileSync(path.join(root, 'dist/packages.json'), 'utf8'));
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string') throw new Error(`${name} names no licence.`);
    return `${RULE}\n${name} ${version} (${license})\n\n${licenceIn(folder)}\n`;
  });
  return `Article Format contains parts of the following packages, under these licences.\n\n${parts.join('\n')}`;
}

const RULE = '-'.repeat(80);

function licenceIn(folder: string): string {
  const file = fs.readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e([-.].*)?$/i.test(name));
  if (!file) throw new Error(`There is no licence in ${folder}.`);
  return fs
    .readFileSync(path.join(root, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
}
