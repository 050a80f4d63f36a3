/** Keeps commands that write from whole disks and home folders, which nobody means: a wrong list or an empty variable names them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isWithin } from '../disk/isWithin';
import { shown, UsageError } from './faults';

export class WholeDiskError extends UsageError {
  constructor(folder: string, what: string) {
    super(
      `${shown(folder)} is ${what}. Nothing was written. Name a folder in it, or add --force if you mean all of it.`,
    );
  }
}

/** Throws a WholeDiskError for the root of a disk, the home folder, and what that is in, however they are named. */
export function refuseWholeDisk(folder: string): void {
  const real = realpath(folder);
  if (path.parse(real).root === real) throw new WholeDiskError(folder, 'the root of a disk');
  if (real === realpath(os.homedir())) throw new WholeDiskError(folder, 'your home folder');
  const own = homeOfAccount();
  if (own !== undefined && isWithin(realpath(own), real)) throw new WholeDiskError(folder, 'around your home folder');
}

/** The home folder as the system knows it, which no variable changes; undefined where it knows none. */
function homeOfAccount(): string | undefined {
  try {
    return os.userInfo().homedir;
  } catch {
    return undefined;
  }
}

/** A path without links, as the disk spells it; as it is where there is no such file yet. */
function realpath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
