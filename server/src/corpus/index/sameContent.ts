/** Whether a change of a file matters to the corpus view. */

import type { ArticleRecord } from '../articles/record';
import type { IndexedFile } from './corpusIndex';

/** Whether two states of a file have the same articles and problems at the same lines and columns. */
export function hasSameContent(a: IndexedFile, b: IndexedFile): boolean {
  return (
    a.shown === b.shown &&
    a.name === b.name &&
    a.count === b.count &&
    a.records.length === b.records.length &&
    JSON.stringify(a.problems) === JSON.stringify(b.problems) &&
    a.records.every((record, index) => placed(record, a) === placed(b.records[index] as ArticleRecord, b))
  );
}

/** Everything that is known of an article, with lines and columns of its file. */
function placed(
  { number, date, title, words, digest, span, numberSpan, textMarker }: ArticleRecord,
  { rangeOf }: IndexedFile,
): string {
  const ranges = [span, numberSpan, textMarker].map((each) => each && rangeOf(each));
  return JSON.stringify([number, date, title, words, digest, ranges]);
}
