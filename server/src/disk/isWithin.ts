/** Where a path lies, by its names. */
import path from 'node:path';

/** Whether a path is that of a folder, or of something in it. Only the names count: links are for the caller to follow. */
export function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
