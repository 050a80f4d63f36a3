/** The changes of a call's files, made by workers ahead of their turn, in the order of the files. */
import type { HardLinks } from '../../disk/hardLinks';
import type { InputFile } from '../input/inputFile';
import { OtherNameRemark } from '../output/faults';
import type { FolderSettings } from '../settings/settings';
import { inOrder } from '../workers/inOrder';
import { filesTogether, type Together, unitsOf } from '../workers/jobs';
import { asError } from '../workers/plainError';
import type { ChangeOutcome } from './changeWork';
import type { FileChange, FileChanges } from './fileChange';
import type { LargeDocument } from './largeDocument';

/** Workers that make changes. */
export interface ChangeWorkers {
  readonly size: number;
  run(unit: readonly InputFile[]): Promise<readonly ChangeOutcome[]>;
}

export interface SharedChangesTask {
  readonly files: readonly InputFile[];
  readonly settings: FolderSettings;
  /** Makes the changes of files for which workers are of no use. */
  readonly changes: FileChanges;
  readonly links: HardLinks;
  readonly workers: ChangeWorkers;
  /** How many files are read together; if undefined, so many that all workers have enough to do. */
  readonly together?: number;
}

/** A file, and its change, which is to be asked for in the turn of the file. */
export interface Turn {
  readonly file: InputFile;
  /** What `FileChanges.of` gives; rejects with what it throws. */
  change(): Promise<FileChange | LargeDocument | undefined>;
}

/** For each worker, so many units are under way, or wait for their turn. */
const AHEAD = 2;

export async function* sharedChanges(task: SharedChangesTask): AsyncGenerator<Turn> {
  const { files, settings, changes, links, workers, together = filesTogether(files, workers.size) } = task;
  const run = async (unit: Together) => ('files' in unit ? await workers.run(unit.files) : undefined);
  const here = (file: InputFile) => changes.of(file, settings.of(file));
  for await (const { unit, result } of inOrder(unitsOf(files, together), workers.size * AHEAD, run)) {
    if ('stream' in unit) yield { file: unit.stream, change: () => here(unit.stream) };
    else
      for (const [index, file] of unit.files.entries()) {
        const made = result?.[index] as ChangeOutcome;
        yield { file, change: async () => (made.isLarge ? here(file) : changeIn(made, file)) };
      }
  }

  function changeIn({ change, complaint, identity }: ChangeOutcome, file: InputFile): FileChange | undefined {
    const first = identity !== undefined ? links.firstWith(identity, file.path) : undefined;
    if (first !== undefined) throw new OtherNameRemark(first);
    if (complaint) throw asError(complaint);
    return change;
  }
}
