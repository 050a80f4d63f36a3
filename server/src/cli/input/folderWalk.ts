/** Finds the files in a folder that may be articles. */
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
 * Adds the files of a folder that may be articles by their names. Links to files are followed; links to folders are not,
 * because they may form circles. What cannot be read is reported. Throws Node's error if the folder itself cannot be listed.
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

/** Whether a file or folder with this name is passed over, because it is hidden or belongs to programs. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file with this name or path, found in a folder, is read to see whether it is an article. */
export function isArticleName(name: string): boolean {
  return /\.(?:txt|article)$/i.test(name);
}

/** Whether a link leads to a file, not to a folder or a device. Throws if it leads nowhere, or in a circle. */
function leadsToFile(link: string): boolean {
  const target = fs.statSync(link, { throwIfNoEntry: false });
  if (!target) throw new DanglingLinkError();
  return target.isFile();
}

/**
 * Throws if Node could not decode the name of a file. A file may also really have U+FFFD in its name, and then it
 * exists.
 */
function requireUtf8Name(file: string): void {
  if (!fs.lstatSync(file, { throwIfNoEntry: false })) throw new NotUtf8NameError();
}
