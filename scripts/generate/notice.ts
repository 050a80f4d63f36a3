/** NOTICE: the licences of all packages of which something is in a bundle, as the build has found them. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Throws if the project has not been built, or if a package has no licence. */
export function notice(): string {
  const folders: string[] = JSON.parse(read('dist/packages.json'));
  const parts = folders.map((folder) => {
    const described: Package = JSON.parse(read(`${folder}/package.json`));
    const { name, version, license } = described;
    if (typeof license !== 'string') throw new Error(`${name} names no licence.`);
    return `${RULE}\n${name} ${version} (${license})\n\n${licenceIn(folder) ?? namedLicence(described)}\n`;
  });
  return `Article Format contains parts of the following packages, under these licences.\n\n${parts.join('\n')}`;
}

const RULE = '-'.repeat(80);

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string;
}

function licenceIn(folder: string): string | undefined {
  const file = fs.readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e([-.].*)?$/i.test(name));
  return file && read(`${folder}/${file}`).replaceAll('\r\n', '\n').trim();
}

/** The licence of a package that only names it: the MIT licence, which this project has too, by its author. */
function namedLicence({ name, license, author }: Package): string {
  if (license !== 'MIT' || typeof author !== 'string') throw new Error(`There is no licence in ${name}.`);
  return read('LICENSE')
    .replace(/^Copyright.*$/m, `Copyright (c) ${author}`)
    .trim();
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
