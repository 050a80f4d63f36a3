/** The real paths of files, with links resolved. */
import fs from 'node:fs';
import path from 'node:path';

/** Finds the real paths of files, with one system call for all ordinary files of a folder. */
export class RealPaths {
  private readonly folders = new Map<string, string>();

  /** The real path of a file; its own path if it cannot be resolved. */
  of(file: string, isLink: boolean): string {
    if (isLink) return realPath(file);
    const folder = path.dirname(file);
    const known = this.folders.get(folder) ?? realPath(folder);
    this.folders.set(folder, known);
    return path.join(known, path.basename(file));
  }
}

/**
 * A path that leads to the same file when `..` is resolved in its text, as joining paths does: `real/a.txt` for
 * `link/../a.txt`, where `link` leads to `real/deep`. Ordinary paths stay as they are.
 */
export function withoutLinksBeforeParents(file: string): string {
  if (!file.split(/[\\/]/).includes('..')) return file;
  const isParent = path.basename(file) === '..';
  const folder = isParent ? file : path.dirname(file);
  const real = realPath(folder);
  if (real === realPath(path.normalize(folder))) return file;
  return path.join(path.relative('', real) || '.', isParent ? '' : path.basename(file));
}

function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file); // realpathSync resolves `link/..` to the folder of the link.
  } catch {
    return path.resolve(file);
  }
}
