/** Files that a call reaches under several names: each is read once, and its other names are reported. */

import path from 'node:path';
import { isWithin } from '../../disk/isWithin';
import { RealPaths } from '../../disk/realPaths';
import { type Complain, OtherNameRemark } from '../output/faults';
import type { InputFile } from './inputFile';
import { STDIN } from './inputFile';

/**
 * The files without those that are other names of one of them, because of links or of folders that are links. The name of
 * the file itself is preferred to a link; otherwise the first name is kept. Hard links are found only when a file is opened:
 * see HardLinks.
 */
export function eachOnce(files: readonly InputFile[], complain: Complain): readonly InputFile[] {
  const real = new RealPaths();
  const kept = new Map<string, InputFile>();
  const placed = files.map((file) => ({
    file,
    place: file.path === STDIN ? STDIN : real.of(file.path, file.link !== undefined),
  }));
  for (const isLink of [false, true]) {
    for (const { file, place } of placed) {
      if ((file.link !== undefined) === isLink && !kept.has(place)) kept.set(place, file);
    }
  }
  const roots = new Map<string, string>();
  for (const { file, place } of placed) {
    const before = roots.get(place);
    if (before === undefined || (before !== file.root && isWithin(before, file.root))) roots.set(place, file.root);
  }
  return placed.flatMap(({ file, place }) => {
    const first = kept.get(place);
    const root = roots.get(place) ?? file.root;
    if (first === file) return [root === file.root ? file : { ...file, root }];
    // The same path given twice is not reported.
    if (first && path.resolve(first.path) !== path.resolve(file.path))
      complain(file.path, new OtherNameRemark(first.path));
    return [];
  });
}
