/** Problems by rule and severity. */
import type { Severity } from '../../core/rules';

/** How many problems of each severity there are, by rule. */
export type ProblemCounts = ReadonlyMap<string, ReadonlyMap<Severity, number>>;

/** Counts one more problem. */
export function countProblem(counts: Map<string, Map<Severity, number>>, code: string, severity: Severity): void {
  const ofRule = counts.get(code) ?? new Map<Severity, number>();
  counts.set(code, ofRule.set(severity, (ofRule.get(severity) ?? 0) + 1));
}
