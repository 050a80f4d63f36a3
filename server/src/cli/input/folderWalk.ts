/** Finds the files in a folder that may be articles. */
import fs from 'node:fs';
import path from 'node:path';
import { isWithin } from '../../disk/isWithin';
import { type Complain, DanglingLinkError, NotUtf8NameError, Remark } from '../output/faults';
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
    const isLink = child.isSymbolicLink();
    const mayBeArticle = isFolder || isArticleName(name);
    if (!mayBeArticle && !isLink) continue;
    const file = prefix + name;
    if (ignored.files.length > 0 && isIgnored(file, isFolder, ignored.files)) continue;
    try {
      if (isLink && leadsToFolderOutside(file, root)) throw new Remark(LINKED_FOLDER);
      if (!mayBeArticle) continue;
      if (name.includes('\ufffd')) requireUtf8Name(file);
      if (isFolder) addFilesIn(file, walk, ignored);
      else if (child.isFile()) found.push({ path: file, folder, named: false, regular: true, root });
      else if (!isLink) throw new Remark(NO_FILE);
      else if (leadsToFile(file)) found.push({ path: file, folder, named: false, regular: true, root, link: 'found' });
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

const NO_FILE = 'This is not a file but a pipe, a socket or a device. It was left out.';
const LINKED_FOLDER =
  'This link leads to a folder outside, which was left out. Name that folder, too, if it belongs to the corpus.';

/** Whether a link leads to a file, not to a folder. Throws if it leads nowhere, in a circle, or to what is neither. */
function leadsToFile(link: string): boolean {
  const target = fs.statSync(link, { throwIfNoEntry: false });
  if (!target) throw new DanglingLinkError();
  if (!target.isFile() && !target.isDirectory()) throw new Remark(NO_FILE);
  return target.isFile();
}

/** Whether a link leads to a folder whose files are not found without it. */
function leadsToFolderOutside(link: string, root: string): boolean {
  try {
    return fs.statSync(link).isDirectory() && !isWithin(fs.realpathSync(link), fs.realpathSync(root));
  } catch {
    return false; // It leads nowhere, or in a circle.
  }
}

/**
 * Throws if Node could not decode the name of a file. A file may also really have U+FFFD in its name, and then it
 * exists.
 */
function requireUtf8Name(file: string): void {
  if (!fs.lstatSync(file, { throwIfNoEntry: false })) throw new NotUtf8NameError();
}
