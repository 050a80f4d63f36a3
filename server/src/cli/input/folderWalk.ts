/** The files in a folder that may be articles. */
import fs from 'node:fs';
import path from 'node:path';
import { type Complain, DanglingLinkError, NotUtf8NameError } from '../output/faults';
import { type Ignored, ignoredIn, isIgnored } from './gitignore';
import type { InputFile } from './inputFile';

export interface FolderWalk {
  /** The folder that was named. */
  readonly root: string;
  readonly found: InputFile[];
  readonly complain: Complain;
}

/**
 * Adds what a folder holds that may be articles, by name. Links to files are followed, links to folders are not: they may
 * lead in circles. What cannot be read is complained of. Throws what Node throws when the folder itself cannot be listed.
 */
export function addFilesIn(folder: string, walk: FolderWalk, outer: Ignored): void {
  const { root, found, complain } = walk;
  const children = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const ignored = ignoredIn(folder, children, outer);
  const prefix = folder === '.' ? '' : path.join(folder, path.sep);
  for (const child of children) {
    const { name } = child;
    if (isPassedOver(name)) continue;
    const isFolder = child.isDirectory();
    if (!isFolder && !isArticleName(name)) continue;
    const file = prefix + name;
    if (ignored.files.length > 0 && isIgnored(file, isFolder, ignored.files)) continue;
    try {
      if (name.includes('\ufffd')) requireUtf8Name(file);
      if (isFolder) addFilesIn(file, walk, ignored);
      else if (child.isFile()) found.push({ path: file, folder, named: false, regular: true, root });
      else if (child.isSymbolicLink() && leadsToFile(file))
        found.push({ path: file, folder, named: false, regular: true, root, link: 'found' });
    } catch (error) {
      complain(file, error);
    }
  }
}

/** Whether a file or folder of this name is hidden, or belongs to programs: none of its articles are looked for. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether files of this name, or path, are looked into when they are found in a folder. */
export function isArticleName(name: string): boolean {
  return /\.(?:txt|article)$/i.test(name);
}

/** Whether a link leads to a file, and not to a folder or a device. Throws when it leads nowhere, or in a circle. */
function leadsToFile(link: string): boolean {
  const target = fs.statSync(link, { throwIfNoEntry: false });
  if (!target) throw new DanglingLinkError();
  return target.isFile();
}

/** Throws for the name of a file that Node could not read. There may be a file that has U+FFFD in its name. */
function requireUtf8Name(file: string): void {
  if (!fs.lstatSync(file, { throwIfNoEntry: false })) throw new NotUtf8NameError();
}
