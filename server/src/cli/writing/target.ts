/** Writes articles for a target: a file, standard output, or a folder. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Target, TargetSource } from '../../corpus/targets';
import { shown, UsageError } from '../output/faults';
import { tableFile, writeTable } from '../tables/tableFile';
import { requireNewFolder, writeFolder } from './newFolder';

/** Throws a UsageError if the target cannot be written to what `-o` names. */
export function requirePlace(target: Target, output: string | undefined): void {
  if ('write' in target) requireNewFolder(output);
  else {
    const suffix = path.extname(tableFile(output) ?? '');
    if (suffix === '' || target.suffixes.includes(suffix.toLowerCase())) return;
    throw new UsageError(
      `${shown(suffix)} is not the suffix of such a file. End the name in ${target.suffixes.join(' or ')}.`,
    );
  }
}

/** Writes a target completely or not at all, except to standard output. Throws what the articles' source throws. */
export async function writeTarget(target: Target, source: TargetSource, output: string | undefined): Promise<void> {
  if ('write' in target) {
    requireNewFolder(output);
    await writeFolder(output, (folder) => target.write(source, folder));
    return;
  }
  const file = tableFile(output);
  if (file === undefined) await pipeline(target.text(source), process.stdout, { end: false });
  else await writeTable(file, (place) => pipeline(target.text(source), fs.createWriteStream(place)));
}
