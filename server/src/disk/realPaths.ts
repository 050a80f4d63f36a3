/** Where files really are, links followed. */
import fs from 'node:fs';
import path from 'node:path';

/** Finds the real paths of files; those of ordinary files in one folder cost one call for all. */
export class RealPaths {
  private readonly folders = new Map<string, string>();

  /** A file that nobody can follow is where its name says. */
  of(file: string, isLink: boolean): string {
    if (isLink) return realPath(file);
    const folder = path.dirname(file);
    const known = this.folders.get(folder) ?? realPath(folder);
    this.folders.set(folder, known);
    return path.join(known, path.basename(file));
  }
}

function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file); // The other one takes `link/..` for the folder that the link is in.
  } catch {
    return path.resolve(file);
  }
}
