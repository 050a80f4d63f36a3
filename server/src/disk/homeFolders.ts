/** Where the home folder is. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * What `HOME` says, or `USERPROFILE` on Windows, if that is a whole path; otherwise what the system knows of the account.
 * Undefined where nobody is at home, as in some containers.
 */
export function homeFolder(): string | undefined {
  const said = ofSystem(os.homedir);
  return said !== undefined && path.isAbsolute(said) ? path.resolve(said) : homeOfAccount();
}

/** The home folder as the system knows it, which no variable changes; undefined where it knows none. */
export function homeOfAccount(): string | undefined {
  const known = ofSystem(() => os.userInfo().homedir);
  return known !== undefined && path.isAbsolute(known) ? path.resolve(known) : undefined;
}

/** The path of the home folder by its name, and where that leads; none where there is no such folder. */
export function homeFolders(): readonly string[] {
  try {
    const home = homeFolder();
    return home === undefined ? [] : [...new Set([home, fs.realpathSync(home)])];
  } catch {
    return [];
  }
}

/** Node throws where the account has no entry. */
function ofSystem(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
