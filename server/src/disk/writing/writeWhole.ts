/** Writes files that are too large for memory, each completely or not at all. */
import { rmSync } from 'node:fs';
import { access, constants, lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { leadsNowhere } from '../readFile';
import { FileChangedError, removeLeftovers, requireNames, syncFolder, temporaryName } from './replaceFile';

/**
 * Calls `write` with a temporary file beside `file`, syncs that to the disk, and renames it. An existing file is replaced;
 * its mode and a link to it are kept. Anything that is not a file, such as a pipe, is written directly.
 *
 * Throws FileChangedError if somebody has written, created or removed the file meanwhile, HardLinkError if it has several
 * names, an Error for a broken link, Node's error if a call fails, and whatever `write` throws. The file is then unchanged.
 * If the process exits meanwhile, an exit handler removes the temporary file.
 */
export async function writeWhole(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await stateOf(target);
  if (!before && (await lstat(file).catch(() => undefined))) throw new Error(leadsNowhere());
  if (before && !before.isFile) return write(target);
  if (before) requireNames(before, 1);
  if (before) await access(target, constants.W_OK); // A rename would overwrite a file that is write-protected.
  await removeLeftovers(path.dirname(target));
  const temporary = temporaryName(target);
  const removeTemporary = () => rmSync(temporary, { force: true });
  process.once('exit', removeTemporary);
  try {
    await write(temporary);
    await settle(temporary, before?.mode);
    if ((await stateOf(target))?.identity !== before?.identity) throw new FileChangedError(file);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {}); // It may not exist yet.
    throw error;
  } finally {
    process.off('exit', removeTemporary);
  }
  await syncFolder(path.dirname(target));
}

interface State {
  readonly isFile: boolean;
  readonly mode: number;
  readonly nlink: number;
  readonly identity: string;
}

/** The present state of a file; undefined if there is none. `identity` differs after each change. */
async function stateOf(file: string): Promise<State | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return undefined;
  const { mode, nlink, ino, size, mtimeMs } = found;
  return { isFile: found.isFile(), mode, nlink, identity: [ino, size, mtimeMs].join() };
}

async function settle(file: string, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
