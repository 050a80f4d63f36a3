/**
 * Replaces files atomically: a reader finds the old bytes or the new ones, at any moment and after any crash.
 */
import type * as SyncFs from 'node:fs';
import { renameSync, statSync } from 'node:fs';
import type * as NodeFs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import * as promises from 'node:fs/promises';
import path from 'node:path';
import * as l10n from '@vscode/l10n';

/** The functions of Node that writing uses; tests make each of them fail. */
export type FileFunctions = Pick<
  typeof NodeFs,
  'access' | 'constants' | 'link' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'stat' | 'unlink'
> &
  Pick<typeof SyncFs, 'renameSync' | 'statSync'>;

const nodeFs: FileFunctions = { ...promises, renameSync, statSync };

/** Somebody else has changed the file since it was read. */
export class FileChangedError extends Error {
  constructor(readonly file: string) {
    super(l10n.t('This file has changed in the meantime. It was left as it is. Try again.'));
  }
}

/** A file has further names, through hard links, that the caller did not give. They would keep the old bytes. */
export class HardLinkError extends Error {
  constructor(readonly links: number) {
    super(
      l10n.t(
        'This file has {0} names (hard links), but not all of them are named here. Name all of them, or replace the file by a copy of itself.',
        links,
      ),
    );
  }
}

/** A file or its folder is write-protected. */
export class WriteProtectedError extends Error {
  constructor(what: 'file' | 'folder', cause: unknown) {
    super(
      what === 'file'
        ? l10n.t(
            'This file is write-protected. It was left as it is. Give yourself the permission to write (chmod u+w; on Windows, in its properties), or leave the file out.',
          )
        : l10n.t(
            'The folder of this file is write-protected. It was left as it is. Give yourself the permission to write (chmod u+w; on Windows, in its properties), or leave the file out.',
          ),
      { cause },
    );
  }
}

/** Throws a WriteProtectedError instead of a system error with the same meaning. */
function withAdvice(what: 'file' | 'folder'): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'EACCES' || error.code === 'EPERM' ? new WriteProtectedError(what, error) : error;
  };
}

/**
 * Replaces a file whose bytes are `expected` by `content`. Writes a temporary file beside it, syncs that to the disk, and
 * renames it. Keeps the file's mode, a link to it and, if the system allows it, its owner. `others` are all further names of
 * the file (hard links): each of them gets the new file, one after another, each atomically.
 *
 * Throws FileChangedError if the file has other bytes than `expected`, HardLinkError if it has names that are not given,
 * WriteProtectedError if it is write-protected, and Node's error if anything else fails (`ENOENT`, `ENOSPC`, `EIO`, …). The
 * file then has its old bytes.
 */
export async function replaceFile(
  file: string,
  content: Uint8Array,
  expected: Uint8Array,
  others: readonly string[] = [],
  fs: FileFunctions = nodeFs,
): Promise<void> {
  const replacement = await Replacement.begin(file, others, fs);
  try {
    await replacement.write(content);
    await replacement.put(async (name) => Buffer.compare(await fs.readFile(name), expected) === 0);
  } catch (error) {
    await replacement.drop();
    throw error;
  }
}

/** A file that is to replace another one, which may be too large for memory. It does what `replaceFile` says, in steps. */
export class Replacement {
  private constructor(
    private readonly file: string,
    /** The file that is replaced, links followed. */
    private readonly target: string,
    /** The path of the new file until then. */
    readonly temporary: string,
    private readonly handle: FileHandle,
    private readonly like: { readonly mode: number; readonly uid: number; readonly gid: number },
    private readonly others: readonly string[],
    private readonly fs: FileFunctions,
  ) {}

  /** Makes an empty file beside the one that is to be replaced. It must be put, or dropped. */
  static async begin(file: string, others: readonly string[] = [], fs: FileFunctions = nodeFs): Promise<Replacement> {
    const target = await fs.realpath(file);
    // A rename would overwrite a file that is write-protected.
    await fs.access(target, fs.constants.W_OK).catch(withAdvice('file'));
    const found = await fs.stat(target);
    requireNames(found, 1 + others.length);
    const temporary = temporaryName(target);
    const handle = await fs.open(temporary, 'wx', 0o600).catch(withAdvice('folder'));
    return new Replacement(file, target, temporary, handle, found, others, fs);
  }

  /** Adds bytes to the new file. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.handle.writeFile(bytes);
  }

  /** Syncs the new file to the disk, and puts it in the place of each name that has the expected bytes. */
  async put(isExpected: (name: string) => Promise<boolean>): Promise<void> {
    const { file, target, temporary, handle, like, others, fs } = this;
    await handle.chown(like.uid, like.gid).catch(() => {}); // Only root may change the owner.
    await handle.chmod(like.mode & 0o7777);
    await handle.sync();
    await handle.close();
    if (!(await renamedTo(target, temporary, isExpected, fs))) throw new FileChangedError(file);
    await syncFolder(path.dirname(target), fs);
    for (const other of others) await giveName(target, other, isExpected, fs);
  }

  /** Removes the new file, if it has not been put. */
  async drop(): Promise<void> {
    await this.handle.close().catch(() => {}); // It may be closed.
    await this.fs.unlink(this.temporary).catch(() => {});
  }
}

/** Throws a HardLinkError for a file with more names than `known`. */
export function requireNames({ nlink }: { readonly nlink: number }, known: number): void {
  if (nlink > known) throw new HardLinkError(nlink);
}

/**
 * Renames a file to a name that has the expected bytes; false if it has others. Reading them takes time, in which another program
 * may replace the file. So nothing comes between the last look at the file and the rename.
 */
async function renamedTo(
  name: string,
  temporary: string,
  isExpected: (name: string) => Promise<boolean>,
  fs: FileFunctions,
): Promise<boolean> {
  const before = stateOf(name, fs);
  if (!(await isExpected(name)) || stateOf(name, fs) !== before) return false;
  fs.renameSync(temporary, name);
  return true;
}

/** A text that differs after each change of a file. Throws Node's error. */
function stateOf(name: string, fs: FileFunctions): string {
  const { ino, size, mtimeNs, ctimeNs } = fs.statSync(name, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join();
}

/** Replaces the file with another name by a link to `file`, if it still has the expected bytes. */
async function giveName(
  file: string,
  name: string,
  isExpected: (name: string) => Promise<boolean>,
  fs: FileFunctions,
): Promise<void> {
  const temporary = temporaryName(name);
  try {
    await fs.link(file, temporary).catch(withAdvice('folder'));
    if (!(await renamedTo(name, temporary, isExpected, fs))) throw new FileChangedError(name);
  } catch (error) {
    await fs.unlink(temporary).catch(() => {}); // It may not exist yet.
    throw error;
  }
  await syncFolder(path.dirname(name), fs);
}

/**
 * Removes the temporary files that interrupted calls of `replaceFile` have left in a folder, if their process has ended.
 * Returns the paths of the removed files. Files that cannot be removed stay.
 */
export async function removeLeftovers(folder: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await nodeFs.readdir(folder).catch(() => [])) {
    const process = TEMPORARY.exec(name)?.[1];
    if (!process || isRunning(Number(process))) continue;
    const file = path.join(folder, name);
    await nodeFs.unlink(file).then(
      () => removed.push(file),
      () => {},
    );
  }
  return removed;
}

/** The names of temporary files contain the number of their process. In earlier versions they began with the name of the file. */
const TEMPORARY = /^\.(?:.*\.)?article-(\d+)-\d+\.tmp$/;
let written = 0;

/** A name for a temporary file beside a file. It is short, because the name of the file may have the maximal length. */
export function temporaryName(target: string): string {
  return path.join(path.dirname(target), `.article-${process.pid}-${++written}.tmp`);
}

/** Whether a process with this number is running. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0); // Signal 0 only tests for existence.
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Syncs a rename to the disk, on systems that can do that for folders. */
export async function syncFolder(folder: string, fs: Pick<FileFunctions, 'open'> = nodeFs): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
