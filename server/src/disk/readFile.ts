/** Reads a complete file from disk. */
import fs, { constants } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as l10n from '@vscode/l10n';
import { type FileCalls, FileReading, HANDED_OVER } from './fileCalls';
import { identity } from './identity';
import { reasonOf } from './reasons';

const exactStat = promisify(fs.fstat);

const reading = new FileReading();

/** How many bytes are read before `isWanted` decides about the rest. Most articles are shorter. */
const HEAD = 16 * 1024;

/** VS Code gives no larger file to extensions, so its language server reads none either; in bytes. */
const LARGEST = 50 * 1024 * 1024;

/** Without O_NONBLOCK, a pipe that nobody writes to would keep a thread waiting for ever. (Windows has neither.) */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** There is no file with this name. */
const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** The sentence about a link to nothing, such as to a file that git-annex has not fetched. */
export function leadsNowhere(): string {
  return l10n.t('This link leads nowhere: the file that it names is missing.');
}

/**
 * A file's bytes. Undefined if there is no such file, or if `isWanted` rejects its first bytes; of a file with several names
 * (hard links), that also gets the identity. Throws an Error whose message is a sentence if the file cannot be read or is over 50 MB.
 */
export async function readWanted(
  file: string,
  isWanted: (head: Uint8Array, identity?: string) => boolean = () => true,
  calls: FileCalls = reading.next(),
): Promise<Uint8Array | undefined> {
  let descriptor: number | undefined;
  try {
    descriptor = await calls.open(file, READ);
    const found = await calls.stat(descriptor);
    if (!found.isFile()) return undefined;
    const { size } = found;
    const bytes = new Uint8Array(size > LARGEST ? HEAD : size);
    let length = await calls.read(descriptor, bytes, 0, Math.min(HEAD, size));
    // An ordinary file needs no further call.
    const several = found.nlink > 1 ? identity(await exactStat(descriptor, { bigint: true })) : undefined;
    if (!isWanted(bytes.subarray(0, length), several)) return undefined;
    if (size > LARGEST)
      throw new Error(l10n.t('It is over 50 MB, and only the command line reads files of any length.'));
    while (length < size) {
      const count = await HANDED_OVER.read(descriptor, bytes, length, size - length);
      if (count === 0) break; // The file has become shorter meanwhile.
      length += count;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    const isMissing = NO_FILE.has((error as NodeJS.ErrnoException).code ?? '');
    if (isMissing && (await isLink(file))) throw new Error(leadsNowhere());
    if (isMissing) return undefined;
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    if (descriptor !== undefined) await closed(descriptor, calls);
  }
}

/** A file that was read is not the worse for a close that fails, as it may on a network. */
async function closed(descriptor: number, calls: FileCalls): Promise<void> {
  try {
    await calls.close(descriptor);
  } catch {}
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}
