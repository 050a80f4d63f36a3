/** Rewrites files in place, or shows what would change: what `fix` and `format` have in common. */

import fs from 'node:fs';
import path from 'node:path';
import { dayOf } from '../core/date';
import type { Severities } from '../core/rules';
import { exactText } from '../corpus/exactText';
import { isWithin } from '../disk/isWithin';
import { removeLeftovers, replaceFile } from '../disk/replaceFile';
import { counted, plural } from './counted';
import { complain, shown } from './faults';
import { type InputFile, inputFiles, STDIN } from './inputs';
import { Output } from './output';
import { Progress } from './progress';
import { isWanted } from './reading';
import { readAll, readFile } from './readWhole';
import { FolderSettings, type FolderTerms } from './settings';

export interface RewriteOptions {
  readonly filesFrom?: string;
  readonly articlesOnly?: boolean;
  readonly rule?: Severities;
  /** What becomes of the new text; `list` and `diff` write nothing and end with 1 when something would change. */
  readonly mode: 'write' | 'list' | 'diff' | 'stdout';
}

/** The new text of a document; the same when nothing is to do. It must keep every value that it is not meant to change. */
export type Change = (text: string, terms: FolderTerms) => string;

/** Rewrites the files of a call. Standard input goes to standard output. */
export async function rewrite(paths: readonly string[], options: RewriteOptions, change: Change): Promise<void> {
  const files = await inputFiles(paths, options, complain);
  if (options.mode === 'write') await cleanUp(files);
  const settings = new FolderSettings(dayOf(new Date()), options.rule ?? {}, complain);
  const progress = new Progress(files.length);
  const output = new Output();
  let seen = 0;
  let changed = 0;
  for (const [index, file] of files.entries()) {
    progress.at(index);
    try {
      const bytes = file.path === STDIN ? await readAll(process.stdin) : readFile(file.path);
      if (!isWanted(file, bytes)) continue;
      seen++;
      const text = exactText(bytes);
      const next = change(text, settings.of(file));
      const mode = file.path === STDIN && options.mode === 'write' ? 'stdout' : options.mode;
      if (mode === 'stdout') output.write(next);
      if (next === text) continue;
      progress.clear();
      if (mode === 'write') await replaceFile(placeOf(file), Buffer.from(next), bytes);
      if (mode === 'write' || mode === 'list') output.write(`${shown(file.path)}\n`);
      if (mode === 'diff') output.write(await difference(file.path, text, next));
      changed++;
    } catch (error) {
      progress.clear();
      complain(file.path, error);
    }
    await output.settle();
  }
  progress.clear();
  await output.settle();
  if (changed > 0 && (options.mode === 'list' || options.mode === 'diff')) process.exitCode ??= 1;
  if (options.mode !== 'stdout') process.stderr.write(`${summary(seen, changed, options.mode)}\n`);
}

/** Where a file is written; a link that nobody named must not lead out of the folder that was. */
function placeOf({ path: file, root, link }: InputFile): string {
  if (link && !isWithin(fs.realpathSync(file), fs.realpathSync(root)))
    throw new Error('This link leads out of the folder. The file behind it was left as it is.');
  return file;
}

function summary(seen: number, changed: number, mode: RewriteOptions['mode']): string {
  if (seen === 0) return 'No articles were found.';
  const files = plural(seen, 'file');
  const verb = mode === 'write' ? 'changed' : 'would change';
  return changed === 0 ? `Nothing to do in ${files}.` : `${counted(changed)} of ${files} ${verb}.`;
}

/** What interrupted calls have left beside these files. */
async function cleanUp(files: readonly InputFile[]): Promise<void> {
  const folders = new Set(files.filter((file) => file.path !== STDIN).map((file) => path.dirname(file.path)));
  for (const folder of folders) await removeLeftovers(folder);
}

/** As `diff -u` writes it, for people and for `patch`. */
async function difference(file: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const name = file.replaceAll('\\', '/').replace(/^\//, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
