/** Whether the rows of each file are those of one file, in its order: tables of several calls may have been put together. */
import { shown, UsageError } from '../output/faults';
import type { ImportedRow } from './rowReader';

export class ArticleOrder {
  /** The row before, by its file: its line, and its article's index. */
  private readonly last = new Map<string, { readonly line: number; readonly index: number }>();

  /** Throws a UsageError for a row whose article does not come after the one before it in the file; rows may be missing. */
  require({ file, index }: ImportedRow, line: number): void {
    if (index === undefined) return;
    const before = this.last.get(file);
    if (before && before.index >= index) throw new UsageError(notAfter(file, index, line, before));
    this.last.set(file, { line, index });
  }
}

function notAfter(
  file: string,
  index: number,
  line: number,
  before: { readonly line: number; readonly index: number },
) {
  const what =
    before.index === index
      ? `Lines ${before.line} and ${line} are both article ${index} of ${shown(file)}, as when two files have one name.`
      : `Line ${line} is article ${index} of ${shown(file)}, and comes after article ${before.index} in line ${before.line}.`;
  return `${what} Nothing was written. If this is meant, take the column index away: then the order of the rows counts.`;
}
