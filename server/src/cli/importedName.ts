/** Where a file goes that the rows of a table name. */
import { STDIN } from './inputFile';
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
  const parts = name.split(isWindows ? /[\\/]/ : '/');
  const isHostile = parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'));
  if (isHostile || (isWindows && /^[a-z]:/i.test(name))) {
    throw new Error('This name leads outside the folder, or to no file. It was not written.');
  }
  if (isWindows && parts.some((part) => DEVICE.test(part) || NOT_ON_WINDOWS.test(part)))
    throw new Error('Windows allows no such name. It was not written.');
  return parts;
}
