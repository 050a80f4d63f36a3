/** The output of a table: standard output, a file that it replaces, or a pipe or device. */
import fs from 'node:fs';
import path from 'node:path';
import { descriptorOf } from '../../disk/descriptor';
import { reasonOf } from '../../disk/reasons';
import { HardLinkError } from '../../disk/writing/replaceFile';
import { writeWhole } from '../../disk/writing/writeWhole';
import { shown, UsageError } from '../output/faults';
import { endingOnSignals } from '../output/interruption';
import { STDOUT } from '../output/output';
import { holdsArticles } from '../reading/fileReading';

/**
 * The path that `option` names; undefined for standard output, under any name. Throws a UsageError for a file that `what`
 * must not replace, and Node's error if the file cannot be examined.
 */
export function tableFile(output: string | undefined, what = 'a table', option = '-o'): string | undefined {
  if (output === undefined || output === STDOUT) return undefined;
  if (output === '') throw new UsageError(`${option} needs the name of a file, or - for standard output.`);
  const descriptor = descriptorOf(output);
  if (descriptor === 1) return undefined;
  if (descriptor !== undefined && isFile(output)) {
    throw new UsageError(
      `${shown(output)} is a file that is already open. Name the file itself with ${option}, or write to standard output.`,
    );
  }
  if (holdsArticles(output)) {
    throw new UsageError(
      `${shown(output)} holds articles, and ${what} would replace them. Name another file with ${option}.`,
    );
  }
  requireFolder(output);
  return output;
}

/** Throws a UsageError for a file, or a new folder, that cannot be written, before all the work is done that it is for. */
export function requireFolder(output: string): void {
  const found = fs.statSync(output, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new UsageError(`${shown(output)} cannot be written. This is a folder.`);
  if (found && !found.isFile()) return;
  const folder = path.dirname(found ? fs.realpathSync(output) : output);
  try {
    fs.accessSync(`${folder}/.`, fs.constants.W_OK);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isMissing ? `There is no folder ${shown(folder)}. Make it first.` : reasonOf(error);
    throw new UsageError(`${shown(output)} cannot be written. ${reason}`);
  }
}

/** Whether a name is that of something other than a file, such as a pipe, a device or a folder. */
export function isNoFile(output: string): boolean {
  return isFile(output) === false;
}

function isFile(output: string): boolean | undefined {
  return fs.statSync(output, { throwIfNoEntry: false })?.isFile();
}

/**
 * Writes a table completely or not at all. A pipe or device is written directly, and a signal ends that at once, because
 * there is nothing to remove. Throws a UsageError that names the file if it cannot be written, and passes on those of `write`.
 */
export async function writeTable(output: string, write: (file: string) => Promise<void>): Promise<void> {
  try {
    if (isNoFile(output)) await write(output);
    else await endingOnSignals(() => writeWhole(output, write));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // The system's message names a temporary file, which means nothing to the user.
    throw new UsageError(`${shown(output)} cannot be written. ${obstacleOf(error)}`);
  }
}

function obstacleOf(error: unknown): string {
  if (!(error instanceof HardLinkError)) return reasonOf(error);
  return `It has ${error.links} names (hard links), and the others would keep the old content. Name another file.`;
}
