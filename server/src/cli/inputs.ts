/** The files that a call names: files, folders, globs, standard input, and lists of them. */
import fs from 'node:fs';
import path from 'node:path';
import { type Complain, UsageError } from './faults';
import { type IgnoreFile, ignoredAbove, isIgnored, readIgnoreFile } from './gitignore';
import { readAll } from './readWhole';

/** The name of standard input, in calls and in reports. */
export const STDIN = '-';

export interface InputFile {
  /** As it was given, or found below what was given; STDIN for standard input. */
  readonly path: string;
  /** The folder that it is in. */
  readonly folder: string;
  /** It was named, so it is looked into whatever it holds; files found in folders must look like articles. */
  readonly named: boolean;
  /** A link that was found in a folder, which may lead out of it. */
  readonly link?: boolean;
  /** The file has a length, so that a short read is its end. */
  readonly regular: boolean;
  /** The folder up to which settings count for a file outside the working directory. */
  readonly root: string;
}

export interface InputOptions {
  /** A file, or STDIN, that lists more paths: one a line, or separated by NUL. */
  readonly filesFrom?: string;
  /** Leave out named files, too, that do not look like articles. */
  readonly articlesOnly?: boolean;
}

/**
 * The files of a call, each once, in the order in which they are named; in a folder by name. What cannot be read is
 * complained of. Throws a UsageError when nothing is named, or a glob matches nothing.
 */
export async function inputFiles(
  paths: readonly string[],
  { filesFrom, articlesOnly = false }: InputOptions,
  complain: Complain,
): Promise<readonly InputFile[]> {
  const listed = filesFrom === undefined ? [] : await readList(filesFrom);
  const named = [...paths, ...listed];
  if (named.length === 0 && filesFrom === undefined) {
    throw new UsageError('Name a file, a folder or a glob, or - for standard input. --help tells more.');
  }
  if (filesFrom === STDIN && named.includes(STDIN)) {
    throw new UsageError('Standard input cannot be both the list of files and a file.');
  }
  const roots: string[] = [];
  for (const each of named) roots.push(...(await expand(each)));
  const found: InputFile[] = [];
  for (const root of roots) addFilesBelow(root, found, complain);
  const files = articlesOnly ? found.map((file) => ({ ...file, named: file.path === STDIN })) : found;
  return roots.length === 1 ? files : eachOnce(files);
}

async function readList(file: string): Promise<readonly string[]> {
  const content = file === STDIN ? await readAll(process.stdin) : fs.readFileSync(file);
  const text = content.toString('utf8');
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
}

/** A path as it is, if there is such a file; otherwise the files that it matches as a glob. */
async function expand(pattern: string): Promise<readonly string[]> {
  if (pattern === STDIN || !/[*?[\]{}()!]/.test(pattern) || fs.existsSync(pattern)) return [pattern];
  const { filesMatching } = await import('./glob');
  const files = await filesMatching(pattern);
  if (files.length === 0) throw new UsageError(`No file matches ${pattern}`);
  return files;
}

function addFilesBelow(root: string, found: InputFile[], complain: Complain): void {
  if (root === STDIN) {
    found.push({ path: STDIN, folder: '.', named: true, regular: false, root: '.' });
    return;
  }
  try {
    const state = fs.statSync(root);
    const folder = path.dirname(root);
    if (state.isDirectory()) addFilesIn(root, { root, found, complain }, ignoredAbove(root));
    else found.push({ path: root, folder, named: true, regular: state.isFile(), root: folder });
  } catch (error) {
    complain(root, error);
  }
}

interface Walk {
  readonly root: string;
  readonly found: InputFile[];
  readonly complain: Complain;
}

/** What a folder holds that may be articles. Links to files are followed, links to folders are not: they may lead in circles. */
function addFilesIn(folder: string, walk: Walk, ignored: readonly IgnoreFile[]): void {
  const { root, found, complain } = walk;
  const children = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = children.some(({ name }) => name === '.gitignore') ? readIgnoreFile(folder) : undefined;
  const all = own ? [...ignored, own] : ignored;
  const prefix = folder === '.' ? '' : path.join(folder, path.sep);
  for (const child of children) {
    const { name } = child;
    if (name.startsWith('.') || name === 'node_modules') continue;
    const isFolder = child.isDirectory();
    if (!isFolder && !/\.(?:txt|article)$/i.test(name)) continue;
    const file = prefix + name;
    if (all.length > 0 && isIgnored(file, isFolder, all)) continue;
    try {
      if (isFolder) addFilesIn(file, walk, all);
      else if (child.isFile() || (child.isSymbolicLink() && isFile(file)))
        found.push({ path: file, folder, named: false, regular: true, root, link: child.isSymbolicLink() });
    } catch (error) {
      complain(file, error);
    }
  }
}

/** Whether a link leads to a file; throws when it leads in a circle. */
function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function eachOnce(files: readonly InputFile[]): readonly InputFile[] {
  const seen = new Set<string>();
  return files.filter(({ path: file }) => {
    const name = file === STDIN ? STDIN : path.resolve(file);
    return !seen.has(name) && seen.add(name);
  });
}
