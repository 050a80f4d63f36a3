/** Writes articles for a target: a file, standard output, or a folder. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TARGETS, type TargetSource } from '../../corpus/targets';
import { TARGET_LIST, type TargetName } from '../../corpus/targets/list';
import { shown, UsageError } from '../output/faults';
import { withoutProgress } from '../output/progress';
import { tableFile, writeTable } from '../tables/tableFile';
import { requireNewFolder, writeFolder } from './newFolder';

/** Throws a UsageError if the target cannot be written to what `-o` names. */
export function requirePlace(name: TargetName, output: string | undefined): void {
  const { suffixes } = TARGET_LIST[name];
  if (suffixes.length === 0) requireNewFolder(output);
  const suffix = suffixes.length === 0 ? '' : path.extname(tableFile(output) ?? '');
  if (suffix === '' || suffixes.includes(suffix.toLowerCase())) return;
  throw new UsageError(`${shown(suffix)} is not the suffix of such a file. End the name in ${suffixes.join(' or ')}.`);
}

/** Writes a target completely or not at all, except to standard output. Throws what the articles' source throws. */
export async function writeTarget(name: TargetName, source: TargetSource, output: string | undefined): Promise<void> {
  const target = TARGETS[name];
  if ('write' in target) {
    requireNewFolder(output);
    await writeFolder(output, (folder) => target.write(source, folder));
    return;
  }
  const file = tableFile(output);
  if (file === undefined) await pipeline(withoutProgress(target.text(source)), process.stdout, { end: false });
  else await writeTable(file, (place) => pipeline(target.text(source), fs.createWriteStream(place)));
}
