/** Tells cheaply whether a file has changed since it was read. */
import { stat } from 'node:fs/promises';

/** A text that differs after each change of a file, links followed: by time, size and inode. Undefined if nothing is there. */
export async function stampOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && [found.mtimeMs, found.ctimeMs, found.size, found.ino].join();
}
