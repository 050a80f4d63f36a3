/** Reads a file from disk, all of it or none. */
import { constants, open } from 'node:fs/promises';

/** How many bytes are read before anybody is asked whether the rest is wanted. Most articles are shorter. */
const HEAD = 16 * 1024;

/** What VS Code hands to no extension, is too large to be read whole by a language server beside it. */
const LARGEST = 50 * 1024 * 1024;

/** A pipe that nobody writes to would else keep a thread waiting for ever. (Windows has neither.) */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A file's bytes. Undefined when there is no such file or it cannot be read, when `isWanted` says so of its first bytes,
 * or when it is over 50 MB.
 */
export async function readWanted(
  file: string,
  isWanted: (head: Uint8Array) => boolean = () => true,
): Promise<Uint8Array | undefined> {
  const handle = await open(file, READ).catch(() => undefined);
  try {
    if (!handle) return undefined;
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    const { size } = found;
    const bytes = new Uint8Array(size > LARGEST ? HEAD : size);
    const head = await handle.read(bytes, 0, Math.min(HEAD, size), 0);
    if (!isWanted(bytes.subarray(0, head.bytesRead)) || size > LARGEST) return undefined;
    let length = head.bytesRead;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length);
      if (bytesRead === 0) break; // Somebody has cut it off meanwhile.
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } catch {
    return undefined; // A disk that fails.
  } finally {
    await handle?.close().catch(() => {});
  }
}
