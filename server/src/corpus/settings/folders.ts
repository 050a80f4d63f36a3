/** Which `.articlerc.json` files count for a file: the same for the editor and the command line. */

export interface SettingsBounds {
  /** The root of the git repository that the file is in, if it is in one. */
  readonly repository: string | undefined;
  /** The highest folder around the file that was named, or that is a workspace folder; otherwise the file's own folder. */
  readonly named: string;
  /** The names of the home folder. */
  readonly homes: readonly string[];
}

/**
 * The folders whose settings files count, the nearest first: from the file's own folder up to the root of its repository or to
 * the named folder, whichever is higher. Folders above the home folder do not count. The home folder counts only if it, or a
 * folder above it, was named: usually it is not a corpus.
 *
 * `upward` has all folders above a file, its own first. All names have the same spelling.
 */
export function countingFolders(upward: readonly string[], bounds: SettingsBounds): readonly string[] {
  const { repository, named, homes } = bounds;
  const nameIndex = upward.indexOf(named);
  const last = Math.max(nameIndex, repository === undefined ? -1 : upward.indexOf(repository));
  const home = upward.findIndex((folder) => homes.includes(folder));
  if (home === -1 || last < home) return upward.slice(0, last + 1);
  return upward.slice(0, nameIndex < home ? home : home + 1);
}
