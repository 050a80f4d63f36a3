/** Walks a folder on disk. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Decides on the way which files are listed. Paths are relative to the folder that is walked, with slashes. */
export interface Walk {
  /** The content of the .gitignore in a folder; told before anything of that folder is asked for. */
  addIgnoreFile(folder: string, content: string): void;
  /** Whether to look into a folder. */
  enters(folder: string): boolean;
  /** Whether to list a file. */
  has(file: string): boolean;
}

/**
 * The files below a folder, folder by folder, in no certain order. What cannot be read is left out; links are followed,
 * but no folder is walked twice.
 */
export async function* listFiles(root: string, walk: Walk): AsyncGenerator<readonly string[]> {
  const walked = new Set<string>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const absolute = path.join(root, folder);
    const real = await realpath(absolute).catch(() => undefined);
    if (real === undefined || walked.has(real)) continue;
    walked.add(real);
    const present = await readdir(absolute, { withFileTypes: true }).catch(() => []);
    if (present.some(({ name }) => name === '.gitignore')) {
      const content = await readFile(path.join(absolute, '.gitignore'), 'utf8').catch(() => '');
      walk.addIgnoreFile(folder, content);
    }
    const files: string[] = [];
    for (const child of present) {
      const name = folder === '' ? child.name : `${folder}/${child.name}`;
      const kind = child.isSymbolicLink() ? await stat(path.join(root, name)).catch(() => undefined) : child;
      if (kind?.isDirectory() && walk.enters(name)) waiting.push(name);
      else if (kind?.isFile() && walk.has(name)) files.push(name);
    }
    if (files.length > 0) yield files;
  }
}
