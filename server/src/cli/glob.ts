/** What matches a glob; apart, because few calls have one. */
import { glob } from 'tinyglobby';

/** The files that match a pattern, in order. */
export async function filesMatching(pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { expandDirectories: false, dot: false })).sort();
}
