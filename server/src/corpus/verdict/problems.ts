/** Problems: findings with lines and columns, for files whose text is not kept. */
import type { Severity } from '../../core/rules';
import { shifted } from '../../core/span';
import type { Range, RangeOf } from '../text/lines';
import type { ArticleFinding, RatedFileFinding } from './checkFile';

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}

/** VS Code shows at most 1,000 problems of a file; the last one says how many more there are. */
export const MOST_PROBLEMS = 999;

/** The same object for nearly all files. */
const NONE = { problems: [], count: 0 };

/** The first problems of a file, those of its bytes first, and how many it has in all. */
export function problemsOf(
  fileFindings: readonly RatedFileFinding[],
  findings: readonly Pick<ArticleFinding, 'finding' | 'base'>[],
  rangeOf: RangeOf,
): { problems: readonly Problem[]; count: number } {
  if (fileFindings.length + findings.length === 0) return NONE;
  const shown = findings.slice(0, Math.max(0, MOST_PROBLEMS - fileFindings.length));
  return {
    problems: [
      ...fileFindings.map((finding) => ofFile(finding, rangeOf)),
      ...shown.map((finding) => ofArticle(finding, rangeOf)),
    ],
    count: fileFindings.length + findings.length,
  };
}

function ofFile({ code, severity, message, advice, offset, length }: RatedFileFinding, rangeOf: RangeOf): Problem {
  const range = rangeOf({ start: offset, end: offset + length });
  return { code, severity, message: advice ? `${message} ${advice.editor}` : message, range };
}

function ofArticle({ finding, base }: Pick<ArticleFinding, 'finding' | 'base'>, rangeOf: RangeOf): Problem {
  const { code, severity, message, span, related } = finding;
  return {
    ...{ code, severity, message, range: rangeOf(shifted(span, base)) },
    ...(related && {
      related: related.map((other) => ({ range: rangeOf(shifted(other.span, base)), message: other.message })),
    }),
  };
}
