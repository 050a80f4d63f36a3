/** Walks a folder on disk. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readWanted } from './readFile';
import { reasonOf } from './reasons';

/** Decides on the way which files are listed. Paths are relative to the folder that is walked, with slashes. */
export interface Walk {
  /** The content of the .gitignore in a folder; told before anything of that folder is asked for. */
  addIgnoreFile(folder: string, content: string): void;
  /** Whether to look into a folder. */
  enters(folder: string): boolean;
  /** Whether to list a file. */
  has(file: string): boolean;
  /** Told of a folder that cannot be listed, and why, in a sentence. */
  cannotList(folder: string, reason: string): void;
}

/** It is gone, or a file: whoever watches the disk is not told which of the two a new path is. */
const NO_FOLDER: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * The files below a folder, folder by folder, in no certain order. Links to files are followed, links to folders are not: they may lead in circles, or over the whole disk.
 */
export async function* listFiles(root: string, walk: Walk): AsyncGenerator<readonly string[]> {
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const absolute = path.join(root, folder);
    const present = await readdir(absolute, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (!NO_FOLDER.has(error.code ?? '')) walk.cannotList(folder, reasonOf(error));
      return [];
    });
    if (present.some(({ name }) => name === '.gitignore')) {
      const rules = await readWanted(path.join(absolute, '.gitignore')).catch(() => undefined);
      walk.addIgnoreFile(folder, Buffer.from(rules ?? []).toString());
    }
    const files: string[] = [];
    for (const child of present) {
      const name = folder === '' ? child.name : `${folder}/${child.name}`;
      const kind = child.isSymbolicLink() ? await stat(path.join(root, name)).catch(() => undefined) : child;
      if (child.isDirectory() && walk.enters(name)) waiting.push(name);
      else if (kind?.isFile() && walk.has(name)) files.push(name);
    }
    if (files.length > 0) yield files;
  }
}
