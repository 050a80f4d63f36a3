/** Writes the files that the rows of a table make: each whole, and never over a file unless that is meant. */
import fs from 'node:fs';
import path from 'node:path';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { writeNewFile } from '../../disk/writing/newFile';
import { replaceFile } from '../../disk/writing/replaceFile';
import type { NamedFiles } from '../imports/table';
import { isArticleName } from '../input/folderWalk';
import { partsOf } from '../tables/importedName';
import type { Backup } from './backup';

/** The sizes of those of these files that already exist in a folder, in bytes. */
export async function overwrittenSizes(folder: string, files: NamedFiles): Promise<readonly number[]> {
  const sizes: number[] = [];
  for await (const [name] of files) {
    const found = name.includes('\0') ? undefined : fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false });
    if (found) sizes.push(found.size);
  }
  return sizes;
}

/**
 * The path for a file: always inside the folder, whatever the name is and whatever links there are. Creates its
 * folders.
 */
export function placeFor(folder: string, name: string): string {
  const parts = partsOf(name);
  let at = folder;
  for (const part of parts.slice(0, -1)) {
    at = path.join(at, part);
    const found = fs.lstatSync(at, { throwIfNoEntry: false });
    if (!found) fs.mkdirSync(at);
    else if (!found.isDirectory())
      throw new Error(
        'A part of this path is a link or a file. It was not written. Remove that link or file, or choose another folder with -o.',
      );
  }
  return path.join(at, parts.at(-1) as string);
}

export interface Overwriting {
  readonly force: boolean;
  readonly backup: Backup | undefined;
}

/**
 * Writes a file of articles. False if it is there already, with the same bytes. Throws, with a sentence, if there is another such file and
 * `force` is not set, or if it must not be replaced.
 */
export async function writeImported(
  file: string,
  content: Uint8Array,
  { force, backup }: Overwriting,
): Promise<boolean> {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!found) {
    writeNewFile(file, content); // After a crash, the import can be repeated.
    return true;
  }
  if (!found.isFile())
    throw new Error(
      'This is not a file but a folder or a link. It was left as it is. Remove it first, or choose another folder with -o.',
    );
  // On a file system that ignores case, this may be the file of another row.
  if (fs.realpathSync.native(file).normalize() !== file.normalize())
    throw new Error(
      'Another file has this name in other upper and lower case letters. It was left as it is. Rename one of the two.',
    );
  const before = fs.readFileSync(file);
  if (before.equals(content)) return false;
  if (!force) throw new Error('This file already exists. It was left as it is; --force overwrites it.');
  if (found.nlink > 1) {
    throw new Error(
      `This file has ${found.nlink} names (hard links), and the others would keep the old articles. It was left as it is; remove it first.`,
    );
  }
  if (!isArticleName(file) && !beginsLikeArticle(before))
    throw new Error(
      'This file is not an article, and its name does not end in .txt or .article. It was left as it is. Give the article another file name.',
    );
  await backup?.keep(file, before, content);
  await replaceFile(file, content, before);
  return true;
}
