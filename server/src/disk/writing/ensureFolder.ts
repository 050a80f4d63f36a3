/** Makes folders that may exist. */
import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder, and those around it that are missing. Throws Node's error if that is not possible. With `recursive`, Node never ends
 * where the system answers that there is no such folder when one is to be made, as Linux does in /proc.
 */
export function ensureFolder(folder: string, mode = 0o777): void {
  const parent = path.dirname(folder);
  if (parent !== folder && !fs.existsSync(parent)) ensureFolder(parent, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
