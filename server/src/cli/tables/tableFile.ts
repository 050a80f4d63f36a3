/** What a table is written to: standard output, a file that it takes the place of, or a pipe or device. */
import fs from 'node:fs';
import { descriptorOf } from '../../disk/descriptor';
import { reasonOf } from '../../disk/reasons';
import { HardLinkError } from '../../disk/replaceFile';
import { writeWhole } from '../../disk/writeWhole';
import { holdsArticles } from '../input/reading';
import { shown, UsageError } from '../output/faults';
import { endingOnSignals } from '../output/interruption';
import { STDOUT } from '../output/output';

/**
 * The path that `-o` names; undefined for standard output, whatever it is called. Throws a UsageError for a file that no
 * table may take the place of, and what Node throws when nobody can look at it.
 */
export function tableFile(output: string | undefined): string | undefined {
  if (output === undefined || output === STDOUT) return undefined;
  if (output === '') throw new UsageError('-o needs the name of a file, or - for standard output.');
  const descriptor = descriptorOf(output);
  if (descriptor === 1) return undefined;
  if (descriptor !== undefined && isFile(output)) {
    throw new UsageError(
      `${shown(output)} is a file that is open already. Name the file itself with -o, or write to standard output.`,
    );
  }
  if (holdsArticles(output)) {
    throw new UsageError(
      `${shown(output)} holds articles, and a table would take their place. Name another file with -o.`,
    );
  }
  return output;
}

/** Whether there is something else than a file under a name, such as a pipe, a device or a folder. */
export function isNoFile(output: string): boolean {
  return isFile(output) === false;
}

function isFile(output: string): boolean | undefined {
  return fs.statSync(output, { throwIfNoEntry: false })?.isFile();
}

/**
 * Writes a table whole or not at all; what is no file is written straight, and a signal ends that at once: there is nothing
 * to remove. Throws a UsageError that names the file when it cannot be written; those of `write` are passed on.
 */
export async function writeTable(output: string, write: (file: string) => Promise<void>): Promise<void> {
  try {
    if (isNoFile(output)) await write(output);
    else await endingOnSignals(() => writeWhole(output, write));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // What the system says is about a temporary file, of which the person who called knows nothing.
    throw new UsageError(`${shown(output)} cannot be written. ${obstacleOf(error)}`);
  }
}

function obstacleOf(error: unknown): string {
  if (!(error instanceof HardLinkError)) return reasonOf(error);
  return `It has ${error.links} names (hard links), and the others would keep what it is now. Name another file with -o.`;
}
