/** Where the home folder is. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Its path by its name, and where that leads; none where nobody is at home, as in some containers. */
export function homeFolders(): readonly string[] {
  try {
    const home = path.resolve(os.homedir());
    return [...new Set([home, fs.realpathSync(home)])];
  } catch {
    return [];
  }
}
