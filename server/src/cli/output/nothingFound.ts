import { plural } from './plural';

/** Said when a call has found no article: the name of the folder may be wrong, or the suffixes of its files. */
export const NOTHING_FOUND =
  'No articles were found. In a folder, they are looked for in files whose names end in .txt or .article.';

/** The same when so many files were left alone, because they are not articles. */
export function nothingAmong(leftAlone: number): string {
  return leftAlone > 0 ? `No articles were found in ${plural(leftAlone, 'file')}.` : NOTHING_FOUND;
}
