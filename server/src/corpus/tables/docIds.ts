/** The names by which other programs know articles: unique in a table, and short. */

/** The suffixes of article files, which say nothing about an article. */
const SUFFIX = /\.(?:txt|article)$/i;

/** What ends the name of a further article of a file. */
const INDEX = /#\d+$/;

/**
 * The name of each file in `doc_id`: its path without the suffix; with it where two files would otherwise have one name. The
 * paths must all be different.
 */
export function stemsOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const whole = new Set(paths);
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const path of paths) {
    const stem = stemOf(path);
    if (seen.has(stem)) shared.add(stem);
    seen.add(stem);
  }
  const isFree = (stem: string, path: string) => stem === path || !(shared.has(stem) || whole.has(stem));
  return new Map(paths.map((path) => [path, isFree(stemOf(path), path) ? stemOf(path) : path]));
}

function stemOf(path: string): string {
  const stem = path.replace(SUFFIX, '');
  return stem === '' || stem.endsWith('/') ? path : stem;
}

/**
 * The `doc_id` of an article: the stem of its file, with `#2`, `#3` … for the further articles of the file. The first one has
 * `#1` only if the stem itself ends like that, so no two articles have one `doc_id`.
 */
export function docIdOf(stem: string, index: number): string {
  return index === 1 && !INDEX.test(stem) ? stem : `${stem}#${index}`;
}
