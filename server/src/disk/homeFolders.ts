/** The home folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Its path as named, and its real path. Empty if there is no home folder, as in some containers. */
export function homeFolders(): readonly string[] {
  try {
    const home = path.resolve(os.homedir());
    return [...new Set([home, fs.realpathSync(home)])];
  } catch {
    return [];
  }
}
