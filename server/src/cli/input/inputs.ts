/** Finds the files of a call, which names files, folders, globs, standard input, or lists of files. */
import fs from 'node:fs';
import path from 'node:path';
import { isWithin } from '../../disk/isWithin';
import { withoutLinksBeforeParents } from '../../disk/realPaths';
import { type Complain, DanglingLinkError, NotUtf8NameError, shown, UsageError } from '../output/faults';
import { listedPaths } from './fileList';
import { addFilesIn } from './folderWalk';
import { ignoredAbove } from './gitignore';
import { type InputFile, STDIN } from './inputFile';
import { eachOnce } from './otherNames';
import { WholeDiskError } from './wholeDisk';

export interface InputOptions {
  /** A file, or STDIN, that lists more paths: one a line, or separated by NUL. */
  readonly filesFrom?: string;
  /** Also take folders in that list. */
  readonly folders?: boolean;
  /** Also leave out named files that do not look like articles. */
  readonly articlesOnly?: boolean;
  /** List all files that are left alone, with the reasons. */
  readonly listSkipped?: boolean;
  /** The name of standard input in the output. The settings of its folder are used. */
  readonly stdinFilename?: string;
}

/**
 * The files of a call, each once, in the order in which they are named; in a folder by name. What cannot be read is
 * complained of. Throws a UsageError when nothing is named, and what `refuse` throws, which is asked about each folder whose
 * files, and those of the folders in it, are meant.
 */
export async function inputFiles(
  paths: readonly string[],
  { filesFrom, folders = false, articlesOnly = false, stdinFilename }: InputOptions,
  complain: Complain,
  refuse: (folder: string) => void = () => {},
): Promise<readonly InputFile[]> {
  if (paths.length === 0 && filesFrom === undefined) {
    throw new UsageError('Name a file, a folder or a glob, or - for standard input. See --help.');
  }
  if (filesFrom === STDIN && paths.includes(STDIN)) {
    throw new UsageError('Standard input cannot be both the list of files and a file.');
  }
  if (stdinFilename !== undefined) requireStdin(stdinFilename, paths);
  if (paths.includes(''))
    throw new UsageError('A name is empty, as if a variable had no value. Name a file or a folder.');
  requireQuotation(paths);
  const call: Call = { found: [], complain, refuse, stdinFilename };
  const listed = filesFrom === undefined ? [] : await listedPaths(filesFrom, complain);
  for (const pattern of paths) for (const name of await expand(pattern, call)) addFilesBelow(name, call, true);
  for (const name of listed) addFilesBelow({ path: name }, call, folders);
  const files = articlesOnly ? call.found.map((file) => ({ ...file, named: file.path === STDIN })) : call.found;
  const isOneTree = paths.length + listed.length === 1 && !files.some(({ link }) => link);
  return isOneTree ? files : eachOnce(files, complain);
}

interface Named {
  readonly path: string;
  /** The folder that a glob names, and that holds the file. */
  readonly base?: string;
}

interface Call {
  readonly found: InputFile[];
  readonly complain: Complain;
  readonly refuse: (folder: string) => void;
  readonly stdinFilename: string | undefined;
}

/** Throws a UsageError if a name with spaces was written without quotation marks: a shell makes several names of it. */
function requireQuotation([first = STDIN, ...others]: readonly string[]): void {
  const name = [first, ...others].join(' ');
  if (others.length === 0 || fs.existsSync(first) || !fs.existsSync(name)) return;
  throw new UsageError(
    `${shown(first)}: There is no such file or folder. Put a name with spaces in quotation marks: "${shown(name)}"`,
  );
}

/** Throws a UsageError if standard input has a name but is not read, or if the name cannot be that of a file. */
function requireStdin(name: string, paths: readonly string[]): void {
  if (!paths.includes(STDIN)) {
    throw new UsageError(
      '--stdin-filename is the name of standard input, which this command does not read. Add - to it.',
    );
  }
  if (name === '' || /[\\/]$/.test(name)) throw new UsageError('--stdin-filename needs the name of a file.');
}

/** Standard input as a file with this name, in the folder of that name. */
function stdinAs(name = STDIN): InputFile {
  const folder = path.dirname(name);
  return { path: STDIN, name, folder, named: true, regular: false, root: folder };
}

/** A path as it is, if there is such a file; otherwise the files that it matches as a glob. */
async function expand(given: string, { complain, refuse }: Call): Promise<readonly Named[]> {
  if (given === STDIN || !/[*?[\]{}()!]/.test(given) || fs.existsSync(given)) return [{ path: given }];
  const { baseOf, filesMatching, searchedFolder, withPlainFolder } = await import('./glob');
  const pattern = withPlainFolder(given);
  const folder = searchedFolder(pattern);
  if (folder !== undefined) refuse(folder);
  const files = await filesMatching(pattern);
  if (files.length === 0) complain(given, new Error('No file matches this glob.'));
  const base = baseOf(pattern);
  return files.map((file) => (isWithin(file, base) ? { path: file, base } : { path: file }));
}

function addFilesBelow({ path: given, base }: Named, call: Call, takesFolders: boolean): void {
  const { found, complain, refuse } = call;
  if (given === STDIN) {
    found.push(stdinAs(call.stdinFilename));
    return;
  }
  const name = withoutLinksBeforeParents(given);
  try {
    const isLink = fs.lstatSync(name).isSymbolicLink();
    const state = fs.statSync(name, { throwIfNoEntry: false });
    if (!state) throw new DanglingLinkError();
    if (state.isDirectory()) {
      if (!takesFolders) throw new UsageError(FOLDER_IN_LIST);
      refuse(name);
      addFilesIn(name, { root: name, found, complain }, ignoredAbove(name));
    } else {
      const folder = path.dirname(name);
      const link = isLink ? { link: 'named' as const } : {};
      found.push({ path: name, folder, named: true, regular: state.isFile(), root: base ?? folder, ...link });
    }
  } catch (error) {
    if (error instanceof WholeDiskError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (name.includes('\ufffd')) complain(name, new NotUtf8NameError());
    else complain(name, isMissing && isQuotedByGit(name) ? new Error(ASK_GIT_FOR_NULS) : error);
  }
}

/** As git writes names that are not ASCII: `"espa\303\247o.txt"`. */
function isQuotedByGit(name: string): boolean {
  return name.startsWith('"') && name.endsWith('"') && name.includes('\\');
}

const ASK_GIT_FOR_NULS = 'There is no such file or folder. Git has written a name in quotation marks: run git with -z.';

const FOLDER_IN_LIST = 'This is a folder, and a list is to name files. With --folders, its folders are taken, too.';
