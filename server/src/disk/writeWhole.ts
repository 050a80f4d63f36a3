/** Writes files that are too large for memory, so that each is there whole or not at all. */
import { rmSync } from 'node:fs';
import { access, constants, lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { LEADS_NOWHERE } from './readFile';
import { FileChangedError, removeLeftovers, requireNames, syncFolder, temporaryName } from './replaceFile';

/**
 * Gives `write` a temporary file beside `file`, brings it to the disk, and renames it. A file that was there is replaced,
 * and keeps its mode and a link to it; what is no file, such as a pipe, is written straight.
 *
 * Throws FileChangedError when somebody has written, made or removed the file meanwhile, HardLinkError when it has several
 * names, an Error for a link that leads nowhere, Node's own error when anything fails, and what `write` throws; the file is then as it was. A process that ends
 * meanwhile removes the temporary file on its way out, if it is given the time.
 */
export async function writeWhole(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await stateOf(target);
  if (!before && (await lstat(file).catch(() => undefined))) throw new Error(LEADS_NOWHERE);
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
    if ((await stateOf(target))?.name !== before?.name) throw new FileChangedError(file);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {}); // It may not even have come into being.
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
  readonly name: string;
}

/** What a file is now; undefined when there is none. The name is another one after each change. */
async function stateOf(file: string): Promise<State | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return undefined;
  const { mode, nlink, ino, size, mtimeMs } = found;
  return { isFile: found.isFile(), mode, nlink, name: [ino, size, mtimeMs].join() };
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
