/** What there is under a name on disk. */
import { lstat, stat } from 'node:fs/promises';

/** Links are followed; `other` also for one that leads nowhere. Undefined where there is nothing. */
export async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found) return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  return (await lstat(file).catch(() => undefined)) && 'other';
}
