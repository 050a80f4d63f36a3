/** The problems of a file, each with its position and its article, for counts and lists. */
import type { Severity } from '../core/rules';
import type { IndexedFile } from './corpusIndex';
import type { Place } from './lines';
import type { CorpusFinding } from './rules';

export interface PlacedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Index of the article's record: the last one that begins before the problem, or the first one; -1 if the file has none. */
  readonly article: number;
}

/** One empty list, for nearly all files. */
const NONE: readonly PlacedProblem[] = [];

/** The problems in the order of their positions; at most those that the index keeps (MOST_PROBLEMS). */
export function placedProblems(file: IndexedFile, across: readonly CorpusFinding[]): readonly PlacedProblem[] {
  if (file.problems.length + across.length === 0) return NONE;
  const placed = [
    ...file.problems.map(({ code, severity, range }) => ({ code, severity, place: range.start })),
    ...across.map(({ code, severity, span }) => ({ code, severity, place: file.rangeOf(span).start })),
  ].sort((a, b) => comparePlaces(a.place, b.place));
  const starts = file.records.map(({ span }) => file.rangeOf(span).start);
  let article = Math.min(0, starts.length - 1);
  return placed.map((problem) => {
    while (article + 1 < starts.length && comparePlaces(starts[article + 1] as Place, problem.place) <= 0) article++;
    return { ...problem, article };
  });
}

/** Index of the record to which a problem at a position would belong; -1 if the file has none. */
export function articleAt({ records, rangeOf }: IndexedFile, place: Place): number {
  const found = records.findLastIndex(({ span }) => comparePlaces(rangeOf(span).start, place) <= 0);
  return found === -1 ? Math.min(0, records.length - 1) : found;
}

function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
