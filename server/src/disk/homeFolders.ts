/** The home folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The folder in `HOME`, or in `USERPROFILE` on Windows, if it is an absolute path; otherwise the home folder of the account.
 * Undefined if there is none, as in some containers.
 */
export function homeFolder(): string | undefined {
  const said = ofSystem(os.homedir);
  return said !== undefined && path.isAbsolute(said) ? path.resolve(said) : homeOfAccount();
}

/** The home folder of the account, which no environment variable changes; undefined if the system knows none. */
export function homeOfAccount(): string | undefined {
  const known = ofSystem(() => os.userInfo().homedir);
  return known !== undefined && path.isAbsolute(known) ? path.resolve(known) : undefined;
}

/** The path of the home folder, and its real path; empty if there is no home folder. */
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
