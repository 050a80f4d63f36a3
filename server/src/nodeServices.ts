/** The services of the language server on the disk of this machine. */
import { realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { uriOfPath } from './corpus/files/uris';
import { CopyRuns } from './disk/copies/copyRuns';
import { repositoryAbove } from './disk/git/repository';
import { homeFolders } from './disk/homeFolders';
import { isWithin } from './disk/isWithin';
import { kindOf } from './disk/kindOf';
import { listFiles } from './disk/listFiles';
import { readWanted } from './disk/readFile';
import { reasonOf } from './disk/reasons';
import { stampOf } from './disk/stampOf';
import { makeFolderOfFiles } from './disk/writing/folderOfFiles';
import { writeNewFile } from './disk/writing/newFile';
import { removeLeftovers, replaceFile } from './disk/writing/replaceFile';
import { writeWhole } from './disk/writing/writeWhole';
import type { Host } from './lsp/host';
import { startServices } from './lsp/server';

/** Makes the services for a client that has given the parameters of `initialize`, and registers all handlers. */
export function startOnDisk(connection: Connection, params: InitializeParams): void {
  startServices(connection, DISK, params);
}

/** Folders without leftovers of calls that were interrupted before this process started. */
const clean = new Set<string>();

/** The disk, as the services use it. */
export const DISK: Host = {
  readFile: (uri, isWanted) => {
    const file = pathOf(uri);
    return file === undefined ? undefined : readWanted(file, isWanted);
  },
  kindOf: (uri) => {
    const file = pathOf(uri);
    return file === undefined ? undefined : kindOf(file);
  },
  stampOf: async (uri) => {
    const file = pathOf(uri);
    return file === undefined ? undefined : stampOf(file);
  },
  homes: homeFolders().map(uriOfPath),
  listFiles: (uri, walk) => {
    const folder = pathOf(uri);
    return folder === undefined ? undefined : listFiles(folder, walk);
  },
  aboveOf: async (uri) => {
    const folder = pathOf(uri);
    return folder === undefined ? undefined : repositoryAbove(folder);
  },
  replaceFile: (uri, content, expected, others = []) =>
    onDisk(uri, async (file) => {
      const names = [file, ...others.map((other) => fileURLToPath(other))];
      for (const folder of new Set(names.map((name) => path.dirname(name)))) {
        if (!clean.has(folder)) await removeLeftovers(folder);
        clean.add(folder);
      }
      await replaceFile(file, content, expected, names.slice(1));
    }),
  writeParts: (uri, parts) =>
    onDisk(uri, (file) => writeWhole(file, (temporary) => writeFile(temporary, parts, { flag: 'wx' }))),
  writeFolder: (uri, write) => onDisk(uri, (folder) => makeFolderOfFiles(folder, write)),
  writeNew: (uri, text) => onDisk(uri, async (file) => writeNewFile(file, Buffer.from(text))),
  liesIn: async (uri, folder) => isWithin(await realpath(fileURLToPath(uri)), await realpath(fileURLToPath(folder))),
  parquet: () => import('./corpus/mapping/parquetRows'),
  copies: {
    begin: async (folder) => {
      const runs = new CopyRuns(fileURLToPath(folder));
      const run = await inWords(() => runs.begin({ command: 'fix', folder, from: folder }));
      return (...file) => inWords(() => run.keep(...file));
    },
    list: (folder) => new CopyRuns(fileURLToPath(folder)).list(),
  },
};

/** Writes to a path. False if the URI is not one of the disk. Throws what `inWords` throws. */
async function onDisk(uri: string, write: (path: string) => Promise<unknown>): Promise<boolean> {
  const place = pathOf(uri);
  if (place === undefined) return false;
  await inWords(() => write(place));
  return true;
}

/** The result of some work. Throws its errors, with the reason of a system error as a sentence, because people read them. */
async function inWords<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error);
    // Any other error is passed on as it is: whoever writes may know its class.
    throw error instanceof Error && error.message === reason ? error : new Error(reason, { cause: error });
  }
}

/** The path of a file on disk; undefined for any other URI, such as that of a file on another machine. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
