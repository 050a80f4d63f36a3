/** The problems of a file, each with its place and the article that has it: what counts and lists of them are made of. */
import type { Severity } from '../core/rules';
import type { IndexedFile } from './corpusIndex';
import type { Place } from './lines';
import type { CorpusFinding } from './rules';

export interface PlacedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Index of the article's record in its file: of the last one that begins before the place, or of the first; -1 where the file has none. */
  readonly article: number;
}

/** What nearly all files have. */
const NONE: readonly PlacedProblem[] = [];

/** In the order of their places. Of a file with more than MOST_PROBLEMS, those that the index keeps. */
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

/** Index of the record of the article at a place, as a problem there would have it; -1 where the file has none. */
export function articleAt({ records, rangeOf }: IndexedFile, place: Place): number {
  const found = records.findLastIndex(({ span }) => comparePlaces(rangeOf(span).start, place) <= 0);
  return found === -1 ? Math.min(0, records.length - 1) : found;
}

function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
