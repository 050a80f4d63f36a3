/** The names of the files of an export in its rows. No two files have the same name. */
import path from 'node:path';
import { stemsOf } from '../../corpus/tables/docIds';
import { commonFolder } from '../../disk/commonFolder';
import { isWithin } from '../../disk/isWithin';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';

/** What a file is called in the rows of its articles. */
export interface RowName {
  /** In the column `file`. */
  readonly file: string;
  /** What their `doc_id` begins with. */
  readonly stem: string;
}

/** The name, in calls and in rows, of a file that is itself called `-`. */
export const FILE_NAMED_STDIN = `./${STDIN}`;

/**
 * The names of each file. `file` is its path below the working directory if everything named in the call is in there,
 * otherwise below the innermost folder that contains everything named; `stem` is always below the latter. Parts are separated
 * by slashes. Throws a UsageError if there is no such folder, or if two files would have the same name.
 */
export function namesInRows(files: readonly InputFile[]): ReadonlyMap<InputFile, RowName> {
  const roots = new Set(files.filter((file) => nameOf(file) !== STDIN).map(({ root }) => path.resolve(root)));
  const working = process.cwd();
  const inner = innermost([...roots]);
  const base = [...roots].every((root) => isWithin(root, working)) ? working : inner;
  const owners = new Map<string, InputFile>();
  const places = new Map<InputFile, string>();
  for (const file of files) {
    const name = nameBelow(base, file);
    const owner = owners.get(name);
    if (owner) throw new UsageError(oneName(name, owner, file));
    owners.set(name, file);
    places.set(file, inner === base ? name : nameBelow(inner, file));
  }
  const stems = stemsOf([...places.values()]);
  return new Map(
    [...owners].map(([name, file]) => [file, { file: name, stem: stems.get(places.get(file) as string) as string }]),
  );
}

function innermost(roots: readonly string[]): string {
  const folder = roots.length === 0 ? process.cwd() : commonFolder(roots);
  if (folder !== undefined) return folder;
  throw new UsageError(
    'These files are on several disks, and a table names its files below one folder. Export the files of each disk separately.',
  );
}

function nameBelow(base: string, file: InputFile): string {
  if (nameOf(file) === STDIN) return STDIN;
  const name = path
    .relative(base, path.resolve(nameOf(file)))
    .split(path.sep)
    .join('/');
  return name === STDIN ? FILE_NAMED_STDIN : name;
}

function oneName(name: string, ...files: readonly InputFile[]): string {
  const both = files.map((file) => (file.path === STDIN ? 'standard input' : shown(file.path))).join(' and ');
  return `In the table, ${both} would have the same name: ${shown(name)}. Export each of them into a table of its own.`;
}
