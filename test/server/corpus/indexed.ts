/** An index of files for tests, with their problems. */

import { CorpusIndex, type IndexedFile } from '../../../server/src/corpus/index/corpusIndex';
import { type PlacedProblem, placedProblems } from '../../../server/src/corpus/index/placedProblems';
import { rangeAt } from '../../../server/src/corpus/text/lines';
import { problemsOf } from '../../../server/src/corpus/verdict/problems';
import { checkFile } from './checkedFile';

const TERMS = { context: { today: '2026-01-01', additionalFields: [] }, severities: {} };

export interface Indexed {
  readonly index: CorpusIndex;
  /** In their order. */
  readonly files: readonly IndexedFile[];
  /** The problems of the files that have any, by URI. */
  readonly problems: ReadonlyMap<string, readonly PlacedProblem[]>;
  problemsOf(file: IndexedFile): readonly PlacedProblem[];
}

/** Checks files, by their names in the corpus. */
export function indexed(texts: Readonly<Record<string, string>>): Indexed {
  const index = new CorpusIndex();
  for (const [name, text] of Object.entries(texts)) {
    const { lines, records, fileFindings, findings } = checkFile(new TextEncoder().encode(text), TERMS);
    const rangeOf = (span: { start: number; end: number }) => rangeAt(lines, span);
    const uri = `file:///corpus/${name}`;
    const found = problemsOf(fileFindings, findings, rangeOf);
    index.set({ uri, shown: uri, name, records, severities: {}, rangeOf, ...found });
  }
  const files = index.inOrder;
  const problems = new Map(
    files.flatMap((file) => {
      const placed = placedProblems(file, index.across(file.uri));
      return placed.length > 0 ? [[file.uri, placed] as const] : [];
    }),
  );
  return { index, files, problems, problemsOf: ({ uri }) => problems.get(uri) ?? [] };
}
