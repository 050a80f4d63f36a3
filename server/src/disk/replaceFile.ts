/**
 * Replaces files without ever leaving a torn one: whoever reads the file, at whatever moment and after whatever crash,
 * finds the old bytes or the new ones.
 */
import type * as NodeFs from 'node:fs/promises';
import * as nodeFs from 'node:fs/promises';
import path from 'node:path';

/** Node's file functions that writing needs; tests make each of them fail. */
export type FileFunctions = Pick<
  typeof NodeFs,
  'access' | 'constants' | 'link' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'stat' | 'unlink'
>;

/** The file is not the one that was read; somebody else has written it meanwhile. */
export class FileChangedError extends Error {
  constructor(readonly file: string) {
    super('This file has changed meanwhile. It was left as it is.');
  }
}

/** A file has hard links that are not known: replacing it under one name would leave the old bytes under the others. */
export class HardLinkError extends Error {
  constructor(readonly links: number) {
    super(
      `This file has ${links} names (hard links), and not all of them are meant here. Name all of them, or replace it by a copy of itself.`,
    );
  }
}

/** A file, or the folder that it is in, may not be written. */
export class WriteProtectedError extends Error {
  constructor(what: 'file' | 'folder', cause: unknown) {
    const place = what === 'file' ? 'This file is' : 'The folder of this file is';
    super(
      `${place} write-protected. It was left as it is. Give yourself the permission to write (chmod u+w; on Windows, in its properties), or leave the file out.`,
      { cause },
    );
  }
}

/** Throws a WriteProtectedError in the place of an error that says the same by its code. */
function withAdvice(what: 'file' | 'folder'): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'EACCES' || error.code === 'EPERM' ? new WriteProtectedError(what, error) : error;
  };
}

/**
 * Puts `content` in the place of a file whose bytes are `expected`. Writes a temporary file beside it, brings that to
 * the disk, and renames it. Keeps the file's mode, its owner where the system allows that, and a link to it. `others` are
 * all further names of the file, its hard links: each of them gets the new file, one after another, and none is ever torn.
 *
 * Throws FileChangedError when the file holds other bytes than `expected`, HardLinkError when it has names that are not
 * given, WriteProtectedError when it may not be written, and Node's own error when anything else fails (`ENOENT`, `ENOSPC`,
 * `EIO`, …); the file then has its old bytes.
 */
export async function replaceFile(
  file: string,
  content: Uint8Array,
  expected: Uint8Array,
  others: readonly string[] = [],
  fs: FileFunctions = nodeFs,
): Promise<void> {
  const target = await fs.realpath(file);
  // A rename would overwrite a file that is write-protected.
  await fs.access(target, fs.constants.W_OK).catch(withAdvice('file'));
  const found = await fs.stat(target);
  requireNames(found, 1 + others.length);
  const temporary = temporaryName(target);
  try {
    await writeThrough(temporary, content, found, fs);
    if (Buffer.compare(await fs.readFile(target), expected) !== 0) throw new FileChangedError(file);
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.unlink(temporary).catch(() => {}); // It may not even have come into being.
    throw error;
  }
  await syncFolder(path.dirname(target), fs);
  for (const other of others) await giveName(target, other, expected, fs);
}

/** Throws a HardLinkError for a file that has more names than so many. */
export function requireNames({ nlink }: { readonly nlink: number }, known: number): void {
  if (nlink > known) throw new HardLinkError(nlink);
}

/** Puts a file under another name in the place of the one that it was, if that still has its bytes. */
async function giveName(file: string, name: string, expected: Uint8Array, fs: FileFunctions): Promise<void> {
  const temporary = temporaryName(name);
  try {
    await fs.link(file, temporary).catch(withAdvice('folder'));
    if (Buffer.compare(await fs.readFile(name), expected) !== 0) throw new FileChangedError(name);
    await fs.rename(temporary, name);
  } catch (error) {
    await fs.unlink(temporary).catch(() => {}); // It may not even have come into being.
    throw error;
  }
  await syncFolder(path.dirname(name), fs);
}

/**
 * Removes what interrupted calls of `replaceFile` have left in a folder: their temporary files whose process is gone.
 * Gives the paths of the removed files; what cannot be removed stays.
 */
export async function removeLeftovers(folder: string, fs: FileFunctions = nodeFs): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const process = TEMPORARY.exec(name)?.[1];
    if (!process || isRunning(Number(process))) continue;
    const file = path.join(folder, name);
    await fs.unlink(file).then(
      () => removed.push(file),
      () => {},
    );
  }
  return removed;
}

/** Temporary files show whose they are by the number of their process. In earlier versions their names began with the file's. */
const TEMPORARY = /^\.(?:.*\.)?article-(\d+)-\d+\.tmp$/;
let written = 0;

/** A name beside a file for what is to take its place. It is short: the file's own name may be as long as a name can be. */
export function temporaryName(target: string): string {
  return path.join(path.dirname(target), `.article-${process.pid}-${++written}.tmp`);
}

/** Whether there is a process of this number. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0); // Signal 0 only asks.
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Writes a new file, with the mode and owner of another, and waits until it is on the disk. */
async function writeThrough(
  file: string,
  content: Uint8Array,
  like: { mode: number; uid: number; gid: number },
  fs: FileFunctions,
): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600).catch(withAdvice('folder'));
  try {
    await handle.writeFile(content);
    await handle.chown(like.uid, like.gid).catch(() => {}); // Only root may give a file away.
    await handle.chmod(like.mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a rename to the disk, where the system can do that for folders. */
export async function syncFolder(folder: string, fs: Pick<FileFunctions, 'open'> = nodeFs): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
