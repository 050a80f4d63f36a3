/** The names of the files of an export in its rows. No two files have the same name. */
import path from 'node:path';
import { commonFolder } from '../../disk/commonFolder';
import { isWithin } from '../../disk/isWithin';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';

/** The name, in calls and in rows, of a file that is itself called `-`. */
export const FILE_NAMED_STDIN = `./${STDIN}`;

/**
 * The name of each file: its path below the working directory if everything named in the call is in there, otherwise below
 * the innermost folder that contains everything named. Parts are separated by slashes. Throws a UsageError if there is no
 * such folder, or if two files would have the same name.
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
    'These files are on several disks, and a table names its files below one folder. Export the files of each disk separately.',
  );
}

function nameBelow(base: string, file: string): string {
  const name = path.relative(base, file).split(path.sep).join('/');
  return name === STDIN ? FILE_NAMED_STDIN : name;
}

function oneName(name: string, ...files: readonly InputFile[]): string {
  const both = files.map((file) => (file.path === STDIN ? 'standard input' : shown(file.path))).join(' and ');
  return `In the table, ${both} would have the same name: ${shown(name)}. Export each of them into a table of its own.`;
}
