/** Finds files by globs. A file of its own, loaded late, because few calls have a glob. */
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
import { withoutLinksBeforeParents } from '../../disk/realPaths';

/** The files that match a pattern, in order. */
export async function filesMatching(pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { expandDirectories: false, dot: false })).sort();
}

/** A pattern whose folder is the same to a system call and to a library that resolves `..` in its text. */
export function withPlainFolder(pattern: string): string {
  const folder = baseOf(pattern);
  return pattern.replace(folder, () => withoutLinksBeforeParents(folder));
}

/** The folder that a pattern names before its first wildcard: `corpus/1986` of `corpus/1986/*.txt`, `.` of `*.txt`. */
export function baseOf(pattern: string): string {
  return picomatch.scan(pattern).base || '.';
}

/** The folder below which a pattern searches; undefined when it names only files right in a folder. */
export function searchedFolder(pattern: string): string | undefined {
  const { base, glob: rest } = picomatch.scan(pattern);
  if (/[{,]\//.test(rest)) return '/'; // One of the alternatives in braces may begin at the root.
  return rest.includes('/') || rest.includes('**') ? base || '.' : undefined;
}
