/** Findings for the tests of reports. */
import type { ReportedFinding } from '../../../../server/src/cli/check/report';
import type { MakeReporter, Totals } from '../../../../server/src/cli/reporters';

export function finding(
  file: string,
  { line = 0, ...given }: Partial<ReportedFinding> & { readonly line?: number } = {},
): ReportedFinding {
  return {
    file,
    code: 'invalid-date',
    severity: 'error',
    message: 'Correct the date.',
    range: { start: { line, character: 49 }, end: { line, character: 59 } },
    span: { start: 49, end: 59 },
    article: { number: '1986', index: 1 },
    marked: '2024-02-30',
    fix: null,
    isFixable: false,
    related: [],
    excerpt: undefined,
    ...given,
  };
}

/** The report of these findings. */
export function reportOf(
  make: MakeReporter,
  findings: readonly ReportedFinding[],
  totals: Partial<Totals> = {},
): string {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  const reporter = make(write, { isColored: false, isQuiet: false });
  for (const each of findings) reporter.finding(each);
  const withFindings = new Set(findings.map(({ file }) => file)).size;
  reporter.end({ files: withFindings, withFindings, others: 0, faults: [], someAccepted: false, ...totals });
  return text;
}
