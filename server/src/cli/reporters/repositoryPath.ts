/** Names of files as build services expect them. */
import path from 'node:path';

/** On Windows a backslash is a separator too; elsewhere it is part of a name. */
const SEPARATOR = path.sep === '/' ? '/' : /[\\/]/;

/** The parts of a file's path: from the working directory if the file is below it, or else as it was given. */
export function pathParts(file: string): readonly string[] {
  return path.normalize(belowWorkingFolder(file) ?? file).split(SEPARATOR);
}

/** The path from the working directory; undefined if the file is not below it. */
export function belowWorkingFolder(file: string): string | undefined {
  const below = path.relative(process.cwd(), path.resolve(file));
  return below.startsWith('..') || path.isAbsolute(below) ? undefined : below;
}
