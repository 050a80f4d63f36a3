/** Makes a folder of many files, which are written one after another. */
import fs from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { ensureFolder } from './ensureFolder';
import { makeFolder } from './newFolder';

/** How many characters are added to a file at a time, at least. */
const PART = 64 * 1024;

/** There is something in the place of a new folder. */
export class NotFreeError extends Error {
  constructor() {
    super(l10n.t('It already exists, and nothing in it is overwritten. Name a new folder.'));
  }
}

/** Throws a NotFreeError if there is something of this name. */
export function requireFree(folder: string): void {
  if (fs.lstatSync(folder, { throwIfNoEntry: false })) throw new NotFreeError();
}

/**
 * Makes a folder, completely or not at all, with what `write` puts into it. Throws a NotFreeError if there is something of its
 * name, Node's error if something cannot be written, and what `write` throws.
 */
export async function makeFolderOfFiles(folder: string, write: (files: Files) => Promise<void>): Promise<void> {
  await makeFolder(folder, new NotFreeError(), async (temporary) => {
    const files = new Files(temporary);
    await write(files);
    await files.end();
  });
}

/** The files of a folder that is being made. Their names have slashes between their parts. */
export class Files {
  private readonly waiting = new Map<string, string>();
  private readonly made = new Set<string>(['.']);

  constructor(private readonly root: string) {}

  /** Creates a file. Throws Node's error if there is one of that name. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(await this.placeFor(name), text, { flag: 'wx' });
  }

  /** Adds to the end of a file, which is created at the first call. */
  async append(name: string, text: string): Promise<void> {
    const waiting = (this.waiting.get(name) ?? '') + text;
    this.waiting.set(name, waiting.length < PART ? waiting : '');
    if (waiting.length >= PART) await appendFile(await this.placeFor(name), waiting);
  }

  /** Writes what still waits to be added. */
  async end(): Promise<void> {
    for (const [name, waiting] of this.waiting) await appendFile(await this.placeFor(name), waiting);
  }

  private async placeFor(name: string): Promise<string> {
    const folder = path.posix.dirname(name);
    if (!this.made.has(folder)) ensureFolder(path.join(this.root, folder));
    this.made.add(folder);
    return path.join(this.root, name);
  }
}
