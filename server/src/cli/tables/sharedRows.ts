/** The rows of a call's files as text, made by workers, in the order of the files. */
import { tableText } from '../../corpus/tables/tableText';
import { type InputFile, nameOf } from '../input/inputFile';
import { OtherNameRemark } from '../output/faults';
import { withProgress } from '../output/progress';
import { Cutter } from '../reading/parts';
import { inOrder } from '../workers/inOrder';
import { filesTogether, type Together, unitsOf } from '../workers/jobs';
import { asError } from '../workers/plainError';
import { rowsOfLarge } from './largeRows';
import type { RowName } from './rowNames';
import { type Faults, type Outside, rowsOfFile } from './rows';
import type { FileText, RowsSetup, RowsWorkers, Said } from './rowsWork';

export interface SharedRowsTask extends RowsSetup {
  /** The files, with their names in the rows. */
  readonly files: ReadonlyMap<InputFile, RowName>;
  readonly outside: Outside;
  readonly faults: Faults & { readonly links: { firstWith(identity: string, name: string): string | undefined } };
  readonly workers: RowsWorkers;
  /** How many files are read together; if undefined, so many that all workers have enough to do. */
  readonly together?: number;
}

/** For each worker, so many units are under way, or wait for their turn. */
const AHEAD = 2;

/** Each text is of one row or more. What is said of the files goes to `outside` and `faults`, as from `rowsOfFiles`. */
export async function* sharedRows(task: SharedRowsTask): AsyncGenerator<string> {
  const { files, workers, together = filesTogether([...files.keys()], workers.size) } = task;
  const named = (file: InputFile) => ({ file, name: files.get(file) as RowName });
  const run = async (unit: Together) =>
    'files' in unit ? ((await workers.run({ files: unit.files.map(named) })) as readonly FileText[]) : undefined;
  const progress = withProgress([...files.keys()]);
  try {
    for await (const { unit, result } of inOrder(unitsOf([...files.keys()], together), workers.size * AHEAD, run)) {
      for (const [index, file] of ('stream' in unit ? [unit.stream] : unit.files).entries()) {
        progress.next();
        const made = result?.[index];
        yield* made ? rowsOf(file, made, task) : rowsHere(file, task);
      }
    }
  } finally {
    progress.return(undefined);
  }
}

async function* rowsOf(file: InputFile, { text, said, identity, large }: FileText, task: SharedRowsTask) {
  const { links, complain } = task.faults;
  const first = identity === undefined ? undefined : links.firstWith(identity, file.path);
  if (first !== undefined) complain(nameOf(file), new OtherNameRemark(first));
  else if (large !== undefined) {
    const source = { file, name: task.files.get(file) as RowName, size: large };
    const isMade = yield* rowsOfLarge(source, { ...task, ahead: task.workers.size * AHEAD });
    if (!isMade) yield* rowsHere(file, task);
  } else {
    if (text !== '') yield text;
    for (const each of said) say(file, each, task);
  }
}

/** Makes rows in this thread. */
async function* rowsHere(file: InputFile, { files, form, columns, options, outside, faults }: SharedRowsTask) {
  const { line } = tableText(form, columns, options);
  const source = { file, name: files.get(file) as RowName, cutter: new Cutter() };
  for await (const row of rowsOfFile(source, columns, outside, faults)) yield line(row);
}

function say(file: InputFile, said: Said, { outside: { omissions, leftAlone }, faults }: SharedRowsTask): void {
  const name = nameOf(file);
  if ('complaint' in said) faults.complain(name, asError(said.complaint));
  else if ('losses' in said) omissions.add(name, said.losses);
  else if ('isLeftAlone' in said) leftAlone.add(file);
  else if ('notWritten' in said) omissions.notWritten(file.path, said.notWritten);
  else omissions.notImported(name, said.notImported);
}
