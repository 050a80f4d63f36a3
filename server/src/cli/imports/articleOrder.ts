/**
 * Checks that the rows of each file come from one file and are in its order. Users may join the tables of several
 * calls.
 */
import type { RowNoun } from '../../corpus/mapping/rowProblems';
import { shown, UsageError } from '../output/faults';
import type { ImportedRow } from './rowReader';

export class ArticleOrder {
  /** The last row of each file: its line, and its article's index. */
  private readonly last = new Map<string, { readonly line: number; readonly index: number }>();

  constructor(private readonly noun: RowNoun) {}

  /** Throws a UsageError if a row's article does not come after that of the file's row before. Rows may be missing. */
  require({ file, index }: ImportedRow, line: number): void {
    if (index === undefined) return;
    const before = this.last.get(file);
    if (before && before.index >= index) throw new UsageError(notAfter(file, index, line, before, this.noun));
    this.last.set(file, { line, index });
  }
}

function notAfter(
  file: string,
  index: number,
  line: number,
  before: { readonly line: number; readonly index: number },
  noun: RowNoun,
) {
  const capital = noun === 'line' ? 'Line' : 'Row';
  const what =
    before.index === index
      ? `${capital}s ${before.line} and ${line} are both article ${index} of ${shown(file)}, as if two files had the same name.`
      : `${capital} ${line} is article ${index} of ${shown(file)}, and comes after article ${before.index} in ${noun} ${before.line}.`;
  return `${what} Nothing was written. If this is meant, remove the column index: then the order of the rows is used.`;
}
