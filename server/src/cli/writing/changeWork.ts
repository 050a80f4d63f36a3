/** A worker's part in `fix` and `format`: it makes the changes of files. It writes nothing. */
import type { InputFile } from '../input/inputFile';
import { RANGE } from '../input/ranges';
import { FolderSettings, type FolderTerms, type SettingsOptions } from '../settings/settings';
import { LargeFile, Opening } from '../workers/opening';
import { type Told, told } from '../workers/told';
import type { Wish } from './changes';
import { type FileChange, FileChanges, type Mode } from './fileChange';

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
  readonly complaint?: Told;
  /** If it has several names, its identity on the disk. */
  readonly identity: string | undefined;
  /** Whether it is so large that it was not read. */
  readonly isLarge: boolean;
}

export function changeWork(setup: ChangeSetup): (unit: readonly InputFile[]) => Promise<ChangeOutcome[]> {
  const { wish, mode, today } = setup;
  // The call itself complains of errors in settings files.
  const settings = new FolderSettings(today, setup.settings, () => {});
  return async (unit) => {
    const opening = new Opening(RANGE);
    const changes = new FileChanges(wish, mode, opening);
    const outcomes: ChangeOutcome[] = [];
    for (const file of unit) {
      opening.reset();
      const made = await outcome(changes, file, settings.of(file));
      outcomes.push({ ...made, identity: opening.identity, isLarge: opening.large !== undefined });
    }
    return outcomes;
  };
}

async function outcome(
  changes: FileChanges,
  file: InputFile,
  terms: FolderTerms,
): Promise<Pick<ChangeOutcome, 'change' | 'complaint'>> {
  try {
    return { change: await changes.of(file, terms) };
  } catch (error) {
    return error instanceof LargeFile ? {} : { complaint: told(error) };
  }
}
