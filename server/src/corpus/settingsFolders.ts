/** Whose `.articlerc.json` counts for a file: one rule for the editor and the command line. */

export interface SettingsBounds {
  /** The root of the git repository that the file is in, if it is in one. */
  readonly repository: string | undefined;
  /** The folder that was named, or the workspace folder: the highest one that the file is in; otherwise the file's own. */
  readonly named: string;
  /** The names of the home folder. */
  readonly homes: readonly string[];
}

/**
 * The folders whose settings files count, the nearest first: upward from the file's own to the root of its repository, or
 * to the folder that was named, whichever is higher. Nothing above the home folder counts, and the home folder only when
 * it, or a folder above it, was named: it is nobody's corpus.
 *
 * `upward` has all folders above a file, its own first; all names are in the same spelling.
 */
export function countingFolders(upward: readonly string[], bounds: SettingsBounds): readonly string[] {
  const { repository, named, homes } = bounds;
  const nameIndex = upward.indexOf(named);
  const last = Math.max(nameIndex, repository === undefined ? -1 : upward.indexOf(repository));
  const home = upward.findIndex((folder) => homes.includes(folder));
  if (home === -1 || last < home) return upward.slice(0, last + 1);
  return upward.slice(0, nameIndex < home ? home : home + 1);
}
