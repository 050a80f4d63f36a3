/** Reads a file from disk, all of it or none. */
import { constants, type FileHandle, lstat, open } from 'node:fs/promises';
import { reasonOf } from './reasons';

/** How many bytes are read before anybody is asked whether the rest is wanted. Most articles are shorter. */
const HEAD = 16 * 1024;

/** What VS Code hands to no extension, is too large to be read whole by a language server beside it. */
const LARGEST = 50 * 1024 * 1024;

/** A pipe that nobody writes to would else keep a thread waiting for ever. (Windows has neither.) */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const TOO_LARGE = 'It is over 50 MB, and only the command line reads files of any length.';

/** There is no file of this name, or none any more. */
const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** As of a file that git-annex has not fetched. */
export const LEADS_NOWHERE = 'This link leads nowhere: the file that it names is missing.';

/**
 * A file's bytes. Undefined when there is no such file, or when `isWanted` says so of its first bytes. Throws, with a
 * sentence, when there is one that cannot be read or is over 50 MB.
 */
export async function readWanted(
  file: string,
  isWanted: (head: Uint8Array) => boolean = () => true,
): Promise<Uint8Array | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, READ);
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    const { size } = found;
    const bytes = new Uint8Array(size > LARGEST ? HEAD : size);
    const head = await handle.read(bytes, 0, Math.min(HEAD, size), 0);
    if (!isWanted(bytes.subarray(0, head.bytesRead))) return undefined;
    if (size > LARGEST) throw new Error(TOO_LARGE);
    let length = head.bytesRead;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length);
      if (bytesRead === 0) break; // Somebody has cut it off meanwhile.
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    const isMissing = NO_FILE.has((error as NodeJS.ErrnoException).code ?? '');
    if (isMissing && (await isLink(file))) throw new Error(LEADS_NOWHERE);
    if (isMissing) return undefined;
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    await handle?.close().catch(() => {});
  }
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}
