/** Files that have several names on the disk, by hard links. */
import fs from 'node:fs';

/** The names under which files with several hard links have been met. */
export class HardLinks {
  /** The name under which each was met first, by its identity. */
  private readonly names = new Map<string, string>();

  /**
   * The name under which a file was met before, if that was another one. `file` is its path, or a descriptor of the open
   * file, which costs the least. Throws what Node throws.
   */
  firstOf(name: string, file: string | number = name): string | undefined {
    const identity = identityOf(file);
    if (identity === undefined) return undefined;
    const first = this.names.get(identity) ?? name;
    this.names.set(identity, first);
    return first === name ? undefined : first;
  }
}

/**
 * Gives the names that a file has among some paths, itself first. The paths are looked at once, when the first file with
 * several names is asked for: there is seldom one. Throws what Node throws.
 */
export function namesAmong(paths: Iterable<string>): (file: string) => readonly string[] {
  let byIdentity: Map<string, string[]> | undefined;
  return (file) => {
    const identity = identityOf(file);
    if (identity === undefined) return [file];
    byIdentity ??= grouped(paths);
    return [file, ...(byIdentity.get(identity) ?? []).filter((other) => other !== file)];
  };
}

function grouped(paths: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of paths) {
    const identity = identityOf(file);
    if (identity !== undefined) found.set(identity, [...(found.get(identity) ?? []), file]);
  }
  return found;
}

/** Device and inode, which are beyond what a number holds on some file systems; undefined for a file with one name, or none. */
function identityOf(file: string | number): string | undefined {
  const links =
    typeof file === 'number' ? fs.fstatSync(file).nlink : fs.statSync(file, { throwIfNoEntry: false })?.nlink;
  if (links === undefined || links < 2) return undefined;
  const { dev, ino } =
    typeof file === 'number' ? fs.fstatSync(file, { bigint: true }) : fs.statSync(file, { bigint: true });
  return `${dev}:${ino}`;
}
