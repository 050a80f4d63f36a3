/** Where the files of a call are written: under all of their names. */
import fs from 'node:fs';
import { namesAmong } from '../../disk/hardLinks';
import { isWithin } from '../../disk/isWithin';
import { requireNames } from '../../disk/writing/replaceFile';
import type { InputFile } from '../input/inputFile';

/**
 * Returns a function that gives the real paths of all names that a file has among these, its own first. It throws if the file has
 * other names, which would keep the old bytes, or if it must not be written.
 */
export function placesAmong(files: readonly InputFile[]): (file: InputFile) => readonly [string, ...string[]] {
  const namesOf = namesAmong(files.map(({ path }) => path));
  return (file) => {
    const names = namesOf(file.path);
    const [place, ...others] = names.map((name) => fs.realpathSync.native(name)) as [string, ...string[]];
    requireInside(file, place);
    requireNames(fs.statSync(place), names.length);
    return [place, ...others];
  };
}

/** Throws for a link that was found in a named folder and leads out of it. */
function requireInside({ root, link }: InputFile, place: string): void {
  if (link === 'found' && !isWithin(place, fs.realpathSync.native(root)))
    throw new Error(
      'This link leads out of the folder. The file that it leads to was left as it is. Name that file itself to change it.',
    );
}
