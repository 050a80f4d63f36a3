/** Creates files that appear as a whole. */
import fs from 'node:fs';
import { temporaryName } from './replaceFile';

/**
 * Creates a file: it is written beside its place and then linked there, which never overwrites another file. It does not wait
 * until the bytes are on the disk. Throws Node's error, with the code EEXIST if there is such a file.
 */
export function writeNewFile(file: string, content: Uint8Array): void {
  const temporary = temporaryName(file);
  try {
    fs.writeFileSync(temporary, content, { flag: 'wx' });
    link(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function link(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    fs.copyFileSync(temporary, file, fs.constants.COPYFILE_EXCL); // Not all file systems have hard links.
  }
}
