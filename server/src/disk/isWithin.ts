/** Whether a path is inside a folder. */
import path from 'node:path';

/** Whether a path is a folder or inside it. Compares only names; the caller must resolve links first. */
export function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
