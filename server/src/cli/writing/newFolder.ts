/** The output of an export that is a folder. */
import type { NewFolder } from '../../corpus/targets';
import { reasonOf } from '../../disk/reasons';
import { makeFolderOfFiles, NotFreeError, requireFree } from '../../disk/writing/folderOfFiles';
import { shown, UsageError } from '../output/faults';
import { endingOnSignals } from '../output/interruption';
import { STDOUT } from '../output/output';
import { requireFolder } from '../tables/tableFile';

/** Throws a UsageError if `-o` does not name a folder that is new. */
export function requireNewFolder(output: string | undefined): asserts output is string {
  if (output === undefined || output === '' || output === STDOUT) {
    throw new UsageError('What is written is a folder. Name a new one with -o.');
  }
  try {
    requireFree(output);
  } catch (error) {
    throw refusal(output, error);
  }
  requireFolder(output);
}

/**
 * Calls `write` with a folder that appears when all is in it, or not at all, also if a signal ends the process. Throws a UsageError
 * if it cannot be written, and what `write` throws.
 */
export async function writeFolder(output: string, write: (folder: NewFolder) => Promise<void>): Promise<void> {
  try {
    await endingOnSignals(() => makeFolderOfFiles(output, write));
  } catch (error) {
    throw refusal(output, error);
  }
}

function refusal(output: string, error: unknown): unknown {
  if (error instanceof NotFreeError) return new UsageError(`${shown(output)}: ${error.message}`);
  if (error instanceof UsageError || (error as NodeJS.ErrnoException).code === undefined) return error;
  return new UsageError(`${shown(output)} cannot be written. ${reasonOf(error)}`);
}
