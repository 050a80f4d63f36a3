/** Makes folders, each with all of its files or not at all. */
import { rmSync } from 'node:fs';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, temporaryName } from './replaceFile';

/**
 * Calls `fill` with an empty temporary folder beside `folder`, and gives that folder its name. Throws `exists` if there is already
 * something of that name, Node's error if a call fails, and whatever `fill` throws; then there is no new folder. If the process exits
 * meanwhile, an exit handler removes the temporary folder.
 */
export async function makeFolder(
  folder: string,
  exists: Error,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const target = path.resolve(folder);
  const requireNew = async () => {
    if (await lstat(target).catch(() => undefined)) throw exists;
  };
  await requireNew();
  const temporary = temporaryName(target);
  const removeTemporary = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', removeTemporary);
  try {
    await mkdir(temporary);
    await fill(temporary);
    await requireNew(); // A rename would replace an empty folder.
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  } finally {
    process.off('exit', removeTemporary);
  }
  await syncFolder(path.dirname(target), { open });
}
