/** The rows of a large file as text, made by workers, each of which reads ranges of it. */

import { addLosses, noLosses } from '../../corpus/tables/losses';
import { NotUtf8Error, notUtf8Sentence } from '../../corpus/text/exactText';
import { type InputFile, nameOf } from '../input/inputFile';
import type { Complain } from '../output/faults';
import { bytesRead } from '../output/progress';
import { bordersOf } from '../reading/ranges';
import { inOrder } from '../workers/inOrder';
import { asError } from '../workers/plainError';
import { isImported } from './importedName';
import type { RowName } from './rowNames';
import type { RangeOfRows, RangeText, Survey, SurveyUnit } from './rowRanges';
import type { Outside } from './rows';
import type { RowsWorkers } from './rowsWork';

/** A larger file is cut into ranges, each of about so many bytes: fewer than for a check, because their rows are kept until their turn. */
export const ROWS_RANGE = 2 * 1024 * 1024;

export interface LargeSource {
  readonly file: InputFile;
  readonly name: RowName;
  /** In bytes. */
  readonly size: number;
}

export interface LargeRowsTask {
  readonly workers: RowsWorkers;
  /** The file is cut into ranges of about so many bytes. */
  readonly large: number;
  /** At most so many ranges are under way, or wait for their turn. */
  readonly ahead: number;
  readonly outside: Outside;
  readonly faults: { readonly complain: Complain };
}

/**
 * Each text is of one row or more. What is said of the file goes to `outside` and `faults`, as from `rowsOfFiles`. Gives false, and
 * nothing else, if the file cannot be cut.
 */
export async function* rowsOfLarge(source: LargeSource, task: LargeRowsTask): AsyncGenerator<string, boolean> {
  const { file, name, size } = source;
  const { workers, ahead, faults, outside } = task;
  const { omissions } = outside;
  const found = await surveyed(source, task);
  if (!found) return false;
  const losses = noLosses();
  let { complaint } = found;
  if (found.bad) {
    const { byte, at } = found.bad;
    faults.complain(nameOf(file), new NotUtf8Error(notUtf8Sentence(byte, at)));
    omissions.notWritten(file.path, found.articles);
  } else if (!complaint) {
    const run = async (range: RangeOfRows) => (await workers.run({ range })) as RangeText;
    const ranges = found.ranges.map((range) => ({ ...range, file, name }));
    for await (const { unit, result } of inOrder(ranges, ahead, run)) {
      if (result.text !== '') yield result.text;
      addLosses(losses, result.losses);
      bytesRead(unit.to, size);
      complaint = result.complaint;
      if (complaint) break;
    }
    if (!complaint && !isImported(name.file)) omissions.notImported(nameOf(file), found.articles);
  }
  if (complaint) faults.complain(nameOf(file), asError(complaint));
  omissions.add(nameOf(file), losses);
  return true;
}

/** What workers have found in a large file. */
interface SurveyedFile extends Omit<Survey, 'to'> {
  readonly ranges: readonly Pick<RangeOfRows, 'from' | 'to' | 'before'>[];
}

/** Undefined if a reader of the whole file would not cut it where articles seem to begin. */
async function surveyed(
  { file, size }: LargeSource,
  { workers, large, ahead }: LargeRowsTask,
): Promise<SurveyedFile | undefined> {
  const borders = bordersOf(file, size, large);
  if (borders.length === 0) return undefined;
  const units = [0, ...borders].map((from, index) => ({ file, from, ends: borders.slice(index) }));
  const run = async (survey: SurveyUnit) => (await workers.run({ survey })) as Survey;
  const ranges: { from: number; to: number; before: number }[] = [];
  let [at, articles] = [0, 0];
  let bad: Survey['bad'];
  for await (const { unit, result } of inOrder(units, ahead, run)) {
    if (unit.from !== at) continue;
    if (result.complaint) return { ranges, articles, bad: undefined, complaint: result.complaint };
    if (unit.from === 0 && !borders.includes(result.to)) return undefined;
    ranges.push({ from: at, to: result.to, before: articles });
    at = result.to;
    articles += result.articles;
    bad ??= result.bad;
    bytesRead(at, size);
  }
  return { ranges, articles, bad, complaint: undefined };
}
