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

const DISK: Host = {
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
  replaceFile: async (uri, content, expected, others = []) => {
    const file = pathOf(uri);
    if (file === undefined) return false;
    const names = [file, ...others.map((other) => fileURLToPath(other))];
    for (const folder of new Set(names.map((name) => path.dirname(name)))) {
      if (!clean.has(folder)) await removeLeftovers(folder);
      clean.add(folder);
    }
    await replaceFile(file, content, expected, names.slice(1));
    return true;
  },
  writeParts: async (uri, parts) => {
    const file = pathOf(uri);
    if (file === undefined) return false;
    await writeWhole(file, (temporary) => writeFile(temporary, parts, { flag: 'wx' }));
    return true;
  },
  writeFolder: async (uri, write) => {
    const folder = pathOf(uri);
    if (folder === undefined) return false;
    await makeFolderOfFiles(folder, write);
    return true;
  },
  writeNew: async (uri, text) => {
    const file = pathOf(uri);
    if (file === undefined) return false;
    try {
      writeNewFile(file, Buffer.from(text));
    } catch (error) {
      throw new Error(reasonOf(error));
    }
    return true;
  },
  liesIn: async (uri, folder) => isWithin(await realpath(fileURLToPath(uri)), await realpath(fileURLToPath(folder))),
  parquet: () => import('./corpus/mapping/parquetRows'),
  copies: {
    begin: async (folder) => {
      const run = await new CopyRuns(fileURLToPath(folder)).begin({ command: 'fix', folder, from: folder });
      return (...file) => run.keep(...file);
    },
    list: (folder) => new CopyRuns(fileURLToPath(folder)).list(),
  },
};

/** The path of a file on disk; undefined for any other URI, such as that of a file on another machine. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
