/** Checks a large file with workers, each of which reads ranges of it. */
import { type InputFile, nameOf } from '../../input/inputFile';
import { bytesRead } from '../../output/progress';
import { fileParts } from '../../reading/fileReading';
import { Cutter } from '../../reading/parts';
import type { FolderTerms } from '../../settings/settings';
import { inOrder } from '../../workers/inOrder';
import { asError } from '../../workers/plainError';
import { PartsCheck } from '../checkParts';
import { Figures } from '../figures';
import { ended, type FileCheck, type FileOutcomes } from '../fileCheck';
import type { RangeResult, RangeUnit } from './checkUnits';

export interface RangesTask {
  readonly outcomes: FileOutcomes;
  /** Checks a file that cannot be cut. */
  readonly fileCheck: FileCheck;
  /** Checks ranges; at most so many are under way, or wait for their turn. */
  readonly run: (unit: RangeUnit) => Promise<RangeResult>;
  readonly ahead: number;
}

/**
 * Checks a regular file in which articles seem to begin at these borders, in their order. Each range is checked up to a border at
 * which a reader of the whole file would cut; what begins within another range is left out. So all is said as `FileCheck` says
 * it. False if the file cannot be read or is not an article.
 */
export async function checkRanges(
  file: InputFile,
  terms: FolderTerms,
  borders: readonly number[],
  { outcomes, fileCheck, run, ahead }: RangesTask,
): Promise<boolean> {
  const { notes, figures, report, complain } = outcomes;
  const own = figures && new Figures();
  const check = new PartsCheck({ file: nameOf(file), terms, report, notes, figures: own });
  const units = [0, ...borders].map((from, index) => ({ file, from, ends: borders.slice(index) }));
  let at = 0;
  notes?.begin(file);
  try {
    for await (const { unit, result } of inOrder(units, ahead, run)) {
      if (unit.from !== at) continue;
      at = result.to;
      bytesRead(at, borders.at(-1));
      if (unit.from === 0 && !borders.includes(at)) return fileCheck.check(file, terms);
      if (check.isUndecoded && result.hasReplacement) lookAgain(check, unit, result, terms);
      else check.take(result);
      if (result.complaint) throw asError(result.complaint);
    }
  } catch (error) {
    notes?.drop();
    complain(nameOf(file), error);
    return false;
  }
  if (!ended(check)) return fileCheck.leaveAlone(file, terms);
  notes?.keep(file, terms);
  if (own) figures?.add(own);
  return true;
}

/** Adds a range part by part, because only the whole file shows which U+FFFD stands for bytes that are not UTF-8. */
function lookAgain(check: PartsCheck, { file, from }: RangeUnit, { to }: RangeResult, terms: FolderTerms): void {
  let at = from;
  for (const part of fileParts(new Cutter(), file, terms.provenUntil, undefined, from)) {
    check.add(part);
    at += part.end - part.start;
    if (at >= to) return;
  }
}
