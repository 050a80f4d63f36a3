/** What a path on disk is. */
import { lstat, stat } from 'node:fs/promises';

/** Follows links; a broken link is `other`. Undefined if nothing has this name. */
export async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found) return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  return (await lstat(file).catch(() => undefined)) && 'other';
}
