/** The problems of a file, each with its position and its article, for counts and lists. */
import type { Severity } from '../../core/rules';
import type { CorpusFinding } from '../rules';
import type { Position } from '../text/lines';
import type { IndexedFile } from './corpusIndex';

export interface PlacedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly position: Position;
  /** Index of the article's record: the last one that begins before the problem, or the first one; -1 if the file has none. */
  readonly article: number;
}

/** One empty list, for nearly all files. */
const NONE: readonly PlacedProblem[] = [];

/** The problems in the order of their positions; at most those that the index keeps (MOST_PROBLEMS). */
export function placedProblems(file: IndexedFile, across: readonly CorpusFinding[]): readonly PlacedProblem[] {
  if (file.problems.length + across.length === 0) return NONE;
  const placed = [
    ...file.problems.map(({ code, severity, range }) => ({ code, severity, position: range.start })),
    ...across.map(({ code, severity, span }) => ({ code, severity, position: file.rangeOf(span).start })),
  ].sort((a, b) => comparePositions(a.position, b.position));
  const starts = file.records.map(({ span }) => file.rangeOf(span).start);
  let article = Math.min(0, starts.length - 1);
  return placed.map((problem) => {
    while (article + 1 < starts.length && comparePositions(starts[article + 1] as Position, problem.position) <= 0)
      article++;
    return { ...problem, article };
  });
}

/** Index of the record to which a problem at a position would belong; -1 if the file has none. */
export function articleAt({ records, rangeOf }: IndexedFile, position: Position): number {
  const found = records.findLastIndex(({ span }) => comparePositions(rangeOf(span).start, position) <= 0);
  return found === -1 ? Math.min(0, records.length - 1) : found;
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
