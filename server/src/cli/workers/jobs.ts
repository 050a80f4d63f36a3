/** How many workers a call's files are worth. */
import fs from 'node:fs';
import os from 'node:os';
import type { InputFile } from '../input/inputFile';

/** A worker pays if it has so many bytes to check, or so many files to open: with less, its start takes as long as it saves. */
const BYTES_WORTH = 48 * 1024 * 1024;
const FILES_WORTH = 40_000;

/** At most the lengths of so many files are looked at, because each look takes nearly as long as a check. */
const MOST_LENGTHS = 200;

/**
 * The number of workers for these files, at least 1, which means that the call does its work itself. `jobs` is the number that
 * the user asks for. Without it, there are as many as the machine runs at once, but no more than pay. `weight` says how many times
 * as long as a check the work takes.
 */
export function workersFor(files: readonly InputFile[], jobs?: number, weight = 1): number {
  const regular = files.filter((file) => file.regular);
  if (regular.length === 0) return 1;
  return jobs ?? Math.max(1, Math.min(os.availableParallelism(), Math.floor(worth(regular) * weight)));
}

/** How many workers have enough to do. */
function worth(files: readonly InputFile[]): number {
  return files.length / FILES_WORTH + (files.length * meanLength(files)) / BYTES_WORTH;
}

/** In bytes. The lengths of some files tell nearly that of all. */
function meanLength(files: readonly InputFile[]): number {
  const step = Math.ceil(files.length / MOST_LENGTHS);
  const some = files.filter((_, index) => index % step === 0);
  return some.reduce((sum, { path }) => sum + lengthOf(path), 0) / some.length;
}

/** In bytes; 0 if there is no such file, which its check reports. */
function lengthOf(path: string): number {
  try {
    return fs.statSync(path).size;
  } catch {
    return 0;
  }
}

/**
 * At most so many files, or about so many bytes, are in a unit of work, and at least so many units are for each worker if there
 * are enough files.
 */
const MOST_FILES = 256;
const MOST_BYTES = 4 * 1024 * 1024;
const UNITS = 16;

/** What is done together: regular files, or an input that can be read only once. */
export type Together = { readonly files: readonly InputFile[] } | { readonly stream: InputFile };

/** How many of a call's files, of which there is one at least, are done together. */
export function filesTogether(files: readonly InputFile[], workers: number): number {
  const most = Math.min(MOST_FILES, Math.ceil(files.length / (workers * UNITS)));
  return Math.max(1, Math.min(most, Math.floor(MOST_BYTES / Math.max(1, meanLength(files)))));
}

/** The files of a call in their order, at most so many together. */
export function* unitsOf(files: readonly InputFile[], most: number): Generator<Together> {
  let together: InputFile[] = [];
  for (const file of files) {
    if (file.regular) together.push(file);
    if (together.length > 0 && (!file.regular || together.length === most)) {
      yield { files: together };
      together = [];
    }
    if (!file.regular) yield { stream: file };
  }
  if (together.length > 0) yield { files: together };
}
