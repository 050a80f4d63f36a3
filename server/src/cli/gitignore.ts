/** What git ignores in a folder, git's own files do not count for: neither do they here. */
import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readFile } from './readWhole';

/** A `.gitignore` and the folder that it counts for. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The `.gitignore` of a folder; undefined when it cannot be read. */
export function readIgnoreFile(folder: string): IgnoreFile | undefined {
  try {
    const text = readFile(path.join(folder, '.gitignore')).toString();
    return { folder: path.resolve(folder), rules: ignore().add(text) };
  } catch {
    return undefined;
  }
}

/** The `.gitignore` files above a folder, up to the repository's root, outermost first; none when they ignore the folder itself. */
export function ignoredAbove(folder: string): readonly IgnoreFile[] {
  const found: IgnoreFile[] = [];
  let at = path.resolve(folder);
  while (!fs.existsSync(path.join(at, '.git'))) {
    const above = path.dirname(at);
    if (above === at) return []; // Not in a repository.
    at = above;
    const file = readIgnoreFile(at);
    if (file) found.unshift(file);
  }
  return isIgnored(folder, true, found) ? [] : found;
}

/** Whether a file or folder is ignored: the innermost file that says something of it decides. */
export function isIgnored(file: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  const absolute = path.resolve(file);
  let ignored = false;
  for (const { folder, rules } of files) {
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    if (relative === '') continue;
    const verdict = rules.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) ignored = true;
    if (verdict.unignored) ignored = false;
  }
  return ignored;
}
