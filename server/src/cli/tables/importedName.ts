/** Checks the file names in the rows of a table. */
import { isPassedOver } from '../input/folderWalk';
import { STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { FILE_NAMED_STDIN } from './rowNames';

/** Names that Windows reserves for devices, whatever comes after their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** What a name on Windows cannot contain or end with. Windows may drop it, and the name would be another file's. */
const NOT_ON_WINDOWS = /[^ -\uffff]|[<>:"|?*]|[. ]$/;

/**
 * The parts of a path: the folders, the outermost first, and the file's own name. A backslash separates folders on Windows;
 * elsewhere it is a character of a name. Throws, with a sentence, for a path that leads outside the folder or to no file,
 * and for one that the system would take for another.
 */
export function partsOf(name: string, isWindows = process.platform === 'win32'): readonly string[] {
  if (name === FILE_NAMED_STDIN) return [STDIN];
  const parts = splitName(name, isWindows);
  const isHostile = parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'));
  if (isHostile || (isWindows && /^[a-z]:/i.test(name))) {
    throw new Error(
      'This name leads outside the folder, or to no file. It was not written. Give the file another name.',
    );
  }
  if (isWindows && parts.some((part) => DEVICE.test(part) || NOT_ON_WINDOWS.test(part)))
    throw new Error('Windows does not allow this name. It was not written. Give the file another name.');
  return parts;
}

/**
 * Throws a UsageError for a file that is hidden or in a hidden folder, such as `.git/config` or `.articlerc.json`: a table must
 * not be able to change what programs do. Its message is the rest of a sentence that begins with the line.
 */
export function requireVisible(name: string, isWindows = process.platform === 'win32'): void {
  const hidden = hiddenPart(name, isWindows);
  if (hidden === undefined) return;
  throw new UsageError(
    `names ${shown(name)}, and ${shown(hidden)} is the name of something hidden or of something that belongs to programs. Give the file another name.`,
  );
}

/** Whether `import` accepts a row with this file name. If it does not, it may refuse the whole table. */
export function isImported(name: string): boolean {
  const isWindows = process.platform === 'win32';
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

/** Some systems ignore invisible characters in names, and Windows has a short name for `.git`, such as `git~1`. */
function isHidden(part: string): boolean {
  return isPassedOver(part.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase()) || /^git~\d+$/i.test(part);
}
