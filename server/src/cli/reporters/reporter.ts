/** The interface of a reporter. Each form has a file in this folder; index.ts lists them. */
import type { ReportedFinding } from '../check/report';
import type { Write } from '../output/output';

export interface Reporter {
  /** Called for each finding. Findings of one file come together; those across files come last. */
  finding(finding: ReportedFinding): void;
  end(totals: Totals): void;
}

export interface Totals {
  readonly files: number;
  /** The number of files with a finding. */
  readonly withFindings: number;
  /** The number of files that are not articles. */
  readonly others: number;
  /** What could not be read, and why. It has already been written to standard error. */
  readonly faults: readonly Fault[];
  /** Whether a baseline accepts some findings, which are not reported. */
  readonly someAccepted: boolean;
}

export interface Fault {
  readonly file: string;
  /** A sentence or two. */
  readonly reason: string;
}

/** How a report for people looks. */
export interface Look {
  readonly isColored: boolean;
  /** Without a summary. */
  readonly isQuiet: boolean;
}

export type MakeReporter = (write: Write, look: Look) => Reporter;
