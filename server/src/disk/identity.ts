/** The identity of a file or folder on the disk, independent of its names. */
import fs from 'node:fs';

/** Device and inode, as bigints because some file systems exceed the precision of a number. */
export function identity({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${dev}:${ino}`;
}

/** The identity of a path (links are followed) or of a descriptor; undefined if nothing is there. Throws Node's other errors. */
export function identityOf(file: string | number): string | undefined {
  const found =
    typeof file === 'number'
      ? fs.fstatSync(file, { bigint: true })
      : fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && identity(found);
}
