/** What a worker finds in a range of a document. All places are counted from the beginning of the range. */

import { shifted } from '../../core/span';
import type { ByteFacts } from '../../core/text/byteFacts';
import type { PlainFigures } from '../../corpus/statistics/articleFigures';
import type { Origin } from '../reading/origin';
import type { PackedNotes } from './across/articleNotes';
import { type ReportedFinding, rangeAfter } from './report';

export interface CheckedRange {
  readonly findings: readonly ReportedFinding[];
  /** The number of its articles. */
  readonly count: number;
  /** Where it ends. */
  readonly origin: Origin;
  readonly facts: ByteFacts;
  readonly notes: PackedNotes | undefined;
  readonly figures: PlainFigures | undefined;
}

/** A finding in its document, by the place at which its range begins, and the number of articles before that. */
export function moved(
  finding: ReportedFinding,
  { origin, count }: { readonly origin: Origin; readonly count: number },
): ReportedFinding {
  const { range, span, article, related } = finding;
  return {
    ...finding,
    range: rangeAfter(origin, range),
    span: shifted(span, origin.offset),
    article: article && { ...article, index: article.index + count },
    related: related.map((each) => ({ ...each, range: rangeAfter(origin, each.range) })),
  };
}
