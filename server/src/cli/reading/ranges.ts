/** Cuts a large file into ranges, so that several workers can read it. */
import fs from 'node:fs';
import { nextBorder, UTF_8 } from '../../core/parse/proof';
import type { InputFile } from '../input/inputFile';

/** A larger file is cut into ranges, each of about so many bytes. */
export const RANGE = 8 * 1024 * 1024;

/** In so many bytes from where a range should begin, a border is looked for: first in a few, because nearly all articles are short. */
const WINDOWS = [64 * 1024, 1024 * 1024];

/**
 * Places at which an article of a file seems to begin, at least `range` bytes apart, in order; `size` is its length. Only a reader
 * that comes from the beginning of the file knows whether it would cut there. None if the file cannot be read, which whoever reads
 * it reports.
 */
export function bordersOf(file: Pick<InputFile, 'path'>, size: number, range: number): readonly number[] {
  try {
    return seemingBorders(file.path, size, range);
  } catch {
    return [];
  }
}

function seemingBorders(path: string, size: number, range: number): number[] {
  const borders: number[] = [];
  const file = fs.openSync(path, 'r');
  try {
    for (let at = range; at < size; at += range) {
      const border = seemingBorder(file, at);
      if (border !== undefined && border > (borders.at(-1) ?? 0)) borders.push(border);
    }
  } finally {
    fs.closeSync(file);
  }
  return borders;
}

function seemingBorder(file: number, at: number): number | undefined {
  for (const length of WINDOWS) {
    const bytes = Buffer.allocUnsafe(length);
    const count = fs.readSync(file, bytes, 0, length, at);
    const border = nextBorder(bytes.toString('latin1', 0, count), 0, UTF_8);
    if (border !== undefined) return at + border;
  }
  return undefined;
}
