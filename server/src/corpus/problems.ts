/** Findings of a file whose text is not kept, placed by lines and columns. */
import type { FileFinding } from '../core/fileFindings';
import type { Severity } from '../core/rules';
import { shifted } from '../core/span';
import type { ArticleFinding, CheckedFile } from './checkFile';
import { type LineStarts, type Place, rangeAt } from './lines';

export interface PlacedRange {
  readonly start: Place;
  readonly end: Place;
}

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PlacedRange;
  readonly related?: readonly { readonly range: PlacedRange; readonly message: string }[];
}

/** VS Code shows at most 1,000 problems of a file; the last one says how many more there are. */
export const MOST_PROBLEMS = 999;

/** The first problems of a file, those of its bytes before all others, and how many it has in all. */
export function problemsOf({ lines, fileFindings, findings }: Pick<CheckedFile, 'lines' | 'fileFindings' | 'findings'>): {
  problems: readonly Problem[];
  count: number;
} {
  const ofBytes = fileFindings.map(ofFile);
  const ofArticles = findings
    .slice(0, Math.max(0, MOST_PROBLEMS - ofBytes.length))
    .map((finding) => ofArticle(finding, lines));
  return { problems: [...ofBytes, ...ofArticles], count: fileFindings.length + findings.length };
}

function ofFile({ code, severity, message, line, character, length }: FileFinding & { severity: Severity }): Problem {
  const range = { start: { line, character }, end: { line, character: character + length } };
  return { code, severity, message, range };
}

function ofArticle({ finding, base }: ArticleFinding, lines: LineStarts): Problem {
  const { code, severity, message, span, related } = finding;
  return {
    code,
    severity,
    message,
    range: rangeAt(lines, shifted(span, base)),
    ...(related && {
      related: related.map((place) => ({ range: rangeAt(lines, shifted(place.span, base)), message: place.message })),
    }),
  };
}
