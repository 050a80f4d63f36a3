/** Records what a check says of a file, for the thread that reports it. */
import type { Complain } from '../../output/faults';
import { LargeFile, Opening } from '../../workers/opening';
import { type PlainError, plainError } from '../../workers/plainError';
import type { ArticleNotes } from '../across/articleNotes';
import { Figures } from '../figures';
import type { FileOutcomes } from '../fileCheck';
import type { Report, ReportedFinding } from '../report';
import type { CheckSetup, FileOutcome } from './checkUnits';

export class FileRecorder implements FileOutcomes {
  readonly opening: Opening;
  private findings: ReportedFinding[] = [];
  private complaints: PlainError[] = [];
  private isLeftAlone = false;
  figures: Figures | undefined;

  constructor(
    readonly notes: ArticleNotes | undefined,
    private readonly setup: Pick<CheckSetup, 'counts' | 'large'>,
  ) {
    this.opening = new Opening(setup.large);
    this.begin();
  }

  readonly report: Report = (finding) => {
    if (this.figures) this.figures.addProblem(finding);
    else this.findings.push({ ...finding });
  };

  readonly complain: Complain = (_file, error) => {
    if (!(error instanceof LargeFile)) this.complaints.push(plainError(error));
  };

  readonly leaveAlone = (): void => {
    this.isLeftAlone = true;
  };

  /** What was recorded of a file; null if it was checked, and nothing is to be said. */
  take(isChecked: boolean): FileOutcome | null {
    const { findings, complaints, isLeftAlone, figures, opening } = this;
    const { identity, large } = opening;
    const isPlain = isChecked && findings.length === 0 && identity === undefined && !figures;
    this.begin();
    return isPlain ? null : { findings, complaints, isChecked, isLeftAlone, identity, large, figures };
  }

  private begin(): void {
    this.findings = [];
    this.complaints = [];
    this.isLeftAlone = false;
    this.opening.reset();
    this.figures = this.setup.counts ? new Figures() : undefined;
  }
}
