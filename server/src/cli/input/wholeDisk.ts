/**
 * Keeps commands that write from whole disks and home folders, which nobody means: a wrong list or an empty variable
 * names them.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { homeFolder, homeOfAccount } from '../../disk/homeFolders';
import { identityOf } from '../../disk/identity';
import { shown, UsageError } from '../output/faults';

export class WholeDiskError extends UsageError {
  constructor(folder: string, what: string) {
    super(
      `${shown(folder)} is ${what}. Nothing was written. Name a folder in it, or add --force if you mean all of it.`,
    );
  }
}

/**
 * Throws a WholeDiskError for the root of a disk, the home folder, and every folder around it. Folders are recognised by their
 * identity on the disk, not by their names. The home folder is both the one that a variable names and the account's.
 */
export function refuseWholeDisk(folder: string): void {
  const real = realpath(folder);
  if (path.parse(real).root === real || isWindowsDisk(real)) throw new WholeDiskError(folder, 'the root of a disk');
  const homes = [homeFolder(), homeOfAccount()].flatMap((home) => (home === undefined ? [] : [home, realpath(home)]));
  const isThis = sameAs(real);
  if (homes.some(isThis)) throw new WholeDiskError(folder, 'your home folder');
  if (homes.flatMap(foldersAround).some(isThis)) throw new WholeDiskError(folder, 'around your home folder');
  if (HOMES.test(real)) throw new WholeDiskError(folder, 'where people have their home folders');
}

/** As most systems call it; `/mnt/c` is a disk of Windows in its Linux. */
const HOMES = /^(?:\/mnt\/[a-z])?\/(?:home|Users)$/;

/** Whether this is the root of a disk of Windows in its Linux (WSL). */
function isWindowsDisk(real: string): boolean {
  return /^\/mnt\/[a-z]$/.test(real) && /microsoft/i.test(os.release());
}

/**
 * Makes a function that says whether a path is this folder. Names are not enough where case is ignored or a folder is
 * mounted twice.
 */
function sameAs(folder: string): (other: string) => boolean {
  const identity = identityIfAny(folder);
  return (other) => other === folder || (identity !== undefined && identityIfAny(other) === identity);
}

function identityIfAny(folder: string): string | undefined {
  try {
    return identityOf(folder);
  } catch {
    return undefined; // The folder around it may not be examined.
  }
}

/** From the innermost to the root. */
function foldersAround(folder: string): readonly string[] {
  const around: string[] = [];
  for (let at = folder; at !== path.dirname(at); around.push(at)) at = path.dirname(at);
  return around;
}

/** A path without links, as the disk spells it, as far as there are such folders. */
function realpath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    const whole = path.resolve(file);
    const folder = path.dirname(whole);
    return folder === whole ? whole : path.join(realpath(folder), path.basename(whole));
  }
}
