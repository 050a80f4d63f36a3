/** The digests of a call's files, by names that are the same on every platform. */
import path from 'node:path';
import { digestFile } from '../../disk/digestFile';
import { HardLinks } from '../../disk/hardLinks';
import { type InputFile, nameOf } from '../input/inputFile';
import { type Complain, OtherNameRemark, UsageError } from '../output/faults';
import { withProgress } from '../output/progress';
import { headOf, isWanted } from './fileReading';
import type { LeftAlone } from './leftAlone';

interface Reporting {
  /** Gets the files that are not articles. */
  readonly leftAlone: LeftAlone;
  /** Gets the files that cannot be read, and further names of one file. */
  readonly complain: Complain;
}

/** The digests of the files, by their names below a folder. Throws a UsageError for a file on another disk. */
export function digestsOf(
  files: readonly InputFile[],
  folder: string,
  { leftAlone, complain }: Reporting,
): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  const links = new HardLinks();
  for (const file of withProgress(files)) {
    try {
      if (!file.regular) throw new Error('This is a pipe or a device, and only files can be locked.');
      const first = links.firstOf(file.path);
      if (first !== undefined) throw new OtherNameRemark(first);
      if (isWanted(file, headOf(file.path))) digests.set(nameFrom(folder, file.path), digestFile(file.path));
      else leftAlone.add(file);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      complain(nameOf(file), error);
    }
  }
  return digests;
}

/** The name of a file or a glob as seen from a folder, with slashes on every platform. Throws a UsageError on another disk. */
export function nameFrom(folder: string, file: string): string {
  const name = path.relative(folder, path.resolve(file));
  if (path.isAbsolute(name))
    throw new UsageError('A lock must be on the same disk as its files. Name another file with -o.');
  return name === '' ? '.' : name.split(path.sep).join('/');
}
