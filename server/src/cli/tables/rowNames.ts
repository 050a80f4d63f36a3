/** What the files of an export are called in its rows: each has a name that no other one has. */
import path from 'node:path';
import { commonFolder } from '../../disk/commonFolder';
import { isWithin } from '../../disk/isWithin';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';

/** The name of a file whose name is that of standard input, in calls and in rows. */
export const FILE_NAMED_STDIN = `./${STDIN}`;

/**
 * Gives the name of each of these files: its path below the working directory if all that was named is in there, else below
 * the innermost folder that holds all that was named. Its parts are separated by slashes. Throws a UsageError when there is
 * no such folder, or when two files would have one name.
 */
export function namesInRows(files: readonly InputFile[]): ReadonlyMap<InputFile, string> {
  const base = baseOf(files.filter((file) => nameOf(file) !== STDIN).map(({ root }) => path.resolve(root)));
  const names = new Map<InputFile, string>();
  const owners = new Map<string, InputFile>();
  for (const file of files) {
    const name = nameOf(file) === STDIN ? STDIN : nameBelow(base, path.resolve(nameOf(file)));
    const owner = owners.get(name);
    if (owner) throw new UsageError(oneName(name, owner, file));
    owners.set(name, file);
    names.set(file, name);
  }
  return names;
}

function baseOf(roots: readonly string[]): string {
  const working = process.cwd();
  if (roots.every((root) => isWithin(root, working))) return working;
  const base = commonFolder(roots);
  if (base !== undefined) return base;
  throw new UsageError(
    'These files are on several disks, and a table names its files below one folder. Export those of each disk by themselves.',
  );
}

function nameBelow(base: string, file: string): string {
  const name = path.relative(base, file).split(path.sep).join('/');
  return name === STDIN ? FILE_NAMED_STDIN : name;
}

function oneName(name: string, ...files: readonly InputFile[]): string {
  const both = files.map((file) => (file.path === STDIN ? 'standard input' : shown(file.path))).join(' and ');
  return `In the table, ${both} would have the same name: ${shown(name)}. Export them one by one, into tables of their own.`;
}
