/** A worker's part in `fix` and `format`: it makes the changes of files. It writes nothing. */
import type { InputFile } from '../input/inputFile';
import { FolderSettings, type FolderTerms, type SettingsOptions } from '../settings/settings';
import { Opening } from '../workers/opening';
import { type PlainError, plainError } from '../workers/plainError';
import type { Wish } from './changes';
import { type FileChange, FileChanges, type Mode } from './fileChange';
import { LargeDocument } from './largeDocument';

/** What is the same for all units of a call. */
export interface ChangeSetup {
  readonly wish: Wish;
  readonly mode: Mode;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly settings: SettingsOptions;
}

/** What becomes of a file. */
export interface ChangeOutcome {
  /** Undefined if the file is no article, or was not read. */
  readonly change?: FileChange | undefined;
  /** Why it was not read. */
  readonly complaint?: PlainError;
  /** If it has several names, its identity on the disk. */
  readonly identity: string | undefined;
  /** Whether it is so large that the call itself changes it. */
  readonly isLarge: boolean;
}

export function changeWork(setup: ChangeSetup): (unit: readonly InputFile[]) => Promise<ChangeOutcome[]> {
  const { wish, mode, today } = setup;
  // The call itself complains of errors in settings files.
  const settings = new FolderSettings(today, setup.settings, () => {});
  return async (unit) => {
    const opening = new Opening(Number.POSITIVE_INFINITY);
    const changes = new FileChanges(wish, mode, opening);
    const outcomes: ChangeOutcome[] = [];
    for (const file of unit) {
      opening.reset();
      const made = await outcome(changes, file, settings.of(file));
      outcomes.push({ ...made, identity: opening.identity });
    }
    return outcomes;
  };
}

async function outcome(
  changes: FileChanges,
  file: InputFile,
  terms: FolderTerms,
): Promise<Omit<ChangeOutcome, 'identity'>> {
  try {
    const change = await changes.of(file, terms);
    if (!(change instanceof LargeDocument)) return { change, isLarge: false };
    change.close();
    return { isLarge: true };
  } catch (error) {
    return { complaint: plainError(error), isLarge: false };
  }
}
