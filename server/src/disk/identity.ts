/** What a file or folder is on the disk, whatever its names are. */
import fs from 'node:fs';

/** Its device and inode, which are beyond what a number holds on some file systems. */
export function identity({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${dev}:${ino}`;
}

/** The same of a path, with links followed, or of a descriptor; undefined where there is nothing. Throws Node's other errors. */
export function identityOf(file: string | number): string | undefined {
  const found =
    typeof file === 'number'
      ? fs.fstatSync(file, { bigint: true })
      : fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && identity(found);
}
