/** What a form of output is. Each is a file of this folder; the list of them is in index.ts. */

import type { ReportedFinding } from '../check/report';
import type { Write } from '../output/output';

export interface Reporter {
  /** Comes for each finding; those of one file come together, but for the ones across files, which come last. */
  finding(finding: ReportedFinding): void;
  end(summary: Summary): void;
}

export interface Summary {
  readonly files: number;
  /** Files with a finding. */
  readonly withFindings: number;
  /** Files in the folders that are no articles. */
  readonly others: number;
  /** What could not be read, and why; standard error has it already. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly file: string;
  /** A sentence or two. */
  readonly reason: string;
}

export type MakeReporter = (write: Write) => Reporter;
