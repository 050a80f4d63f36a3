/** Records what a check says of a file, for the thread that reports it. */
import fs from 'node:fs';
import { identityOfSeveral } from '../../disk/hardLinks';
import type { KnownNames } from '../input/reading';
import type { Complain } from '../output/faults';
import { type Told, told } from '../workers/told';
import type { ArticleNotes } from './articleNotes';
import type { CheckSetup, FileOutcome } from './checkUnits';
import { Figures } from './figures';
import type { FileOutcomes } from './fileCheck';
import type { Report, ReportedFinding } from './report';

/** Thrown for a file that is to be checked in ranges. */
class LargeFile extends Error {
  constructor(readonly size: number) {
    super();
  }
}

export class FileRecorder implements FileOutcomes, KnownNames {
  private findings: ReportedFinding[] = [];
  private complaints: Told[] = [];
  private isLeftAlone = false;
  private identity: string | undefined;
  private large: number | undefined;
  figures: Figures | undefined;

  constructor(
    readonly notes: ArticleNotes | undefined,
    private readonly setup: Pick<CheckSetup, 'counts' | 'large'>,
  ) {
    this.begin();
  }

  readonly report: Report = (finding) => {
    if (this.figures) this.figures.addProblem(finding.code);
    else this.findings.push({ ...finding });
  };

  readonly complain: Complain = (_file, error) => {
    if (error instanceof LargeFile) this.large = error.size;
    else this.complaints.push(told(error));
  };

  readonly leaveAlone = (): void => {
    this.isLeftAlone = true;
  };

  /** Notes what is seen when a file is opened. Only the call knows which of its names comes first. */
  firstOf(_name: string, opened: number): undefined {
    const { nlink, size } = fs.fstatSync(opened);
    if (nlink > 1) this.identity = identityOfSeveral(opened);
    if (size > this.setup.large) throw new LargeFile(size);
  }

  /** What was recorded of a file; null if it was checked, and nothing is to be said. */
  take(isChecked: boolean): FileOutcome | null {
    const { findings, complaints, isLeftAlone, identity, large, figures } = this;
    const isPlain = isChecked && findings.length === 0 && identity === undefined && !figures;
    this.begin();
    return isPlain ? null : { findings, complaints, isChecked, isLeftAlone, identity, large, figures };
  }

  private begin(): void {
    this.findings = [];
    this.complaints = [];
    this.isLeftAlone = false;
    this.identity = undefined;
    this.large = undefined;
    this.figures = this.setup.counts ? new Figures() : undefined;
  }
}
