/** Where a file goes that the rows of a table name. */

import { isPassedOver } from '../input/folderWalk';
import { STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { FILE_NAMED_STDIN } from './rowNames';

/** Names that Windows keeps for devices, whatever comes after their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** What no name on Windows can hold, or can end with: it would be another file. */
const NOT_ON_WINDOWS = /[^ -\uffff]|[<>:"|?*]|[. ]$/;

/**
 * The folders that a file is in, and its own name, the outermost first, on Windows or elsewhere: where there is no backslash
 * between folders, it is a character of a name. Throws, with a sentence, for a name that leads outside the folder or to no
 * file, and for one that the system would take for another.
 */
export function partsOf(name: string, isWindows = process.platform === 'win32'): readonly string[] {
  if (name === FILE_NAMED_STDIN) return [STDIN];
  const parts = splitName(name, isWindows);
  const isHostile = parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'));
  if (isHostile || (isWindows && /^[a-z]:/i.test(name))) {
    throw new Error('This name leads outside the folder, or to no file. It was not written.');
  }
  if (isWindows && parts.some((part) => DEVICE.test(part) || NOT_ON_WINDOWS.test(part)))
    throw new Error('Windows allows no such name. It was not written.');
  return parts;
}

/**
 * Throws a UsageError for a file that is hidden or in a hidden folder, such as `.git/config` and `.articlerc.json`: a table
 * must not change what programs do. The message begins with the line.
 */
export function requireVisible(name: string, line: number, isWindows = process.platform === 'win32'): void {
  const hidden = hiddenPart(name, isWindows);
  if (hidden === undefined) return;
  throw new UsageError(
    `Line ${line} names ${shown(name)}, and ${shown(hidden)} is a name of what is hidden or belongs to programs. Articles are in files of other names. Nothing was written.`,
  );
}

/** Whether `import` makes a file of a row with this name; with other rows, one that it refuses is refused as well. */
export function isImported(name: string, isWindows = process.platform === 'win32'): boolean {
  try {
    return hiddenPart(name, isWindows) === undefined && partsOf(name, isWindows).length > 0;
  } catch {
    return false;
  }
}

function hiddenPart(name: string, isWindows: boolean): string | undefined {
  return splitName(name, isWindows).find((part) => part !== '.' && part !== '..' && isHidden(part));
}

function splitName(name: string, isWindows: boolean): readonly string[] {
  return name.split(isWindows ? /[\\/]/ : '/');
}

/** Invisible characters are nothing in names on some systems; and Windows has a short name for `.git`. */
function isHidden(part: string): boolean {
  return isPassedOver(part.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase()) || /^git~\d+$/i.test(part);
}
