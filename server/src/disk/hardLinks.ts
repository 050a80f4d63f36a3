/** Files that have several names on the disk, through hard links. */
import fs from 'node:fs';
import { identityOf } from './identity';

/** The first name under which each file with several hard links was found. */
export class HardLinks {
  /** First names, by the identity of the file. */
  private readonly names = new Map<string, string>();

  /**
   * The name under which a file was found first, if that is another one. `file` is its path, or a descriptor of the open
   * file, which is cheaper. Throws Node's errors.
   */
  firstOf(name: string, file: string | number = name): string | undefined {
    const identity = identityOfSeveral(file);
    return identity === undefined ? undefined : this.firstWith(identity, name);
  }

  /** The same for a file with several names whose identity is known. */
  firstWith(identity: string, name: string): string | undefined {
    const first = this.names.get(identity) ?? name;
    this.names.set(identity, first);
    return first === name ? undefined : first;
  }
}

/**
 * Returns a function that finds all names of a file among some paths, its own name first. The paths are examined once, when
 * the first file with several names is asked for: such files are rare. Throws Node's errors.
 */
export function namesAmong(paths: Iterable<string>): (file: string) => readonly string[] {
  let byIdentity: Map<string, string[]> | undefined;
  return (file) => {
    const identity = identityOfSeveral(file);
    if (identity === undefined) return [file];
    byIdentity ??= grouped(paths);
    return [file, ...(byIdentity.get(identity) ?? []).filter((other) => other !== file)];
  };
}

function grouped(paths: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of paths) {
    const identity = identityOfSeveral(file);
    if (identity !== undefined) found.set(identity, [...(found.get(identity) ?? []), file]);
  }
  return found;
}

/** Undefined if there is no such file, or if it has only one name. */
export function identityOfSeveral(file: string | number): string | undefined {
  const links =
    typeof file === 'number' ? fs.fstatSync(file).nlink : fs.statSync(file, { throwIfNoEntry: false })?.nlink;
  return links === undefined || links < 2 ? undefined : identityOf(file);
}
