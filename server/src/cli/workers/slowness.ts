/** How much more work files are because of their problems, judged by some of them. */
import type { InputFile } from '../input/inputFile';
import { HEAD_BYTES, headOf, partsOfBytes } from '../reading/fileReading';
import { Cutter } from '../reading/parts';

/**
 * What is not proven healthy counts as so many bytes. Its check takes even a hundred times as long, but each worker has to compile
 * the code for that, which takes as long as some megabytes.
 */
export const MOST_SLOWNESS = 10;

/** At most so many files are looked at. */
const MOST_FILES = 16;

/** Later than all dates: articles with a date in the future are seldom, and nothing takes longer because of that. */
const ANY_DATE = '9999-12-31';

/**
 * How many times as long as healthy articles these files take, from 1 to MOST_SLOWNESS. Only the beginnings of some files are
 * read. One that cannot be read does not count; it is reported in its turn.
 */
export function slowness(files: readonly InputFile[]): number {
  const cutter = new Cutter();
  const step = Math.ceil(files.length / MOST_FILES);
  let [all, unproven] = [0, 0];
  for (const { path } of files.filter((_, index) => index % step === 0)) {
    const bytes = beginning(path);
    for (const { start, end, healthy, final } of partsOfBytes(cutter, bytes, ANY_DATE)) {
      const isCutOff = final && start > 0 && bytes.length === HEAD_BYTES;
      if (isCutOff) break;
      all += end - start;
      if (!healthy) unproven += end - start;
    }
  }
  return all === 0 ? 1 : 1 + ((MOST_SLOWNESS - 1) * unproven) / all;
}

function beginning(path: string): Uint8Array {
  try {
    return headOf(path);
  } catch {
    return new Uint8Array();
  }
}
