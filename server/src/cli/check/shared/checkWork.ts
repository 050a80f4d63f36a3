/** A worker's part in a check: it checks files, or a range of a large one, and gives back all that it finds. */
import { invisibleCharacter } from '../../../core/rules/invisible-character';
import { CORPUS_RULES } from '../../../corpus/rules';
import { nameOf } from '../../input/inputFile';
import { fileParts } from '../../reading/fileReading';
import { Cutter } from '../../reading/parts';
import { FolderSettings } from '../../settings/settings';
import { type PlainError, plainError } from '../../workers/plainError';
import { ArticleNotes } from '../across/articleNotes';
import { PartsCheck } from '../checkParts';
import { Figures } from '../figures';
import { FileCheck } from '../fileCheck';
import type { ReportedFinding } from '../report';
import type { CheckSetup, CheckUnit, FilesResult, FilesUnit, RangeResult, RangeUnit } from './checkUnits';
import { FileRecorder } from './fileRecorder';

/** Does the units of a call. */
export function checkWork(setup: CheckSetup): (unit: CheckUnit) => FilesResult | RangeResult {
  const work = new CheckWork(setup);
  return (unit) => ('files' in unit ? work.files(unit) : work.range(unit));
}

class CheckWork {
  private readonly cutter = new Cutter();
  private readonly settings: FolderSettings;
  /** Of the present unit. */
  private readonly notes: ArticleNotes | undefined;
  private readonly recorder: FileRecorder;
  private readonly check: FileCheck;

  constructor(private readonly setup: CheckSetup) {
    // The call itself complains of errors in settings files.
    this.settings = new FolderSettings(setup.today, setup.settings, () => {});
    const rules = CORPUS_RULES.filter(({ code }) => setup.across.includes(code));
    this.notes = rules.length > 0 ? new ArticleNotes(rules) : undefined;
    this.recorder = new FileRecorder(this.notes, setup);
    this.check = new FileCheck(this.recorder, this.recorder.opening, this.cutter);
  }

  files({ files }: FilesUnit): FilesResult {
    const { notes, recorder, check } = this;
    notes?.reset();
    const [articles, parts]: [number[], number[]] = [[], []];
    const outcomes = files.map((file) => {
      const isChecked = check.check(file, this.settings.of(file));
      articles.push(notes?.count ?? 0);
      parts.push(notes?.parts.length ?? 0);
      return recorder.take(isChecked);
    });
    return { outcomes, articles, parts, notes: notes?.packed() };
  }

  range({ file, from, ends }: RangeUnit): RangeResult {
    const { notes } = this;
    notes?.reset();
    const figures = this.setup.counts ? new Figures() : undefined;
    const findings: ReportedFinding[] = [];
    let hasReplacement = false;
    const report = (finding: ReportedFinding) => {
      hasReplacement ||= finding.code === invisibleCharacter.code && finding.marked.startsWith('\ufffd');
      if (figures) figures.addProblem(finding);
      else findings.push({ ...finding });
    };
    const terms = this.settings.of(file);
    const check = new PartsCheck({ file: nameOf(file), terms, report, notes, figures });
    notes?.begin(file);
    let to = from;
    let complaint: PlainError | undefined;
    try {
      for (const part of fileParts(this.cutter, file, terms.provenUntil, undefined, from)) {
        check.add(part);
        to += part.end - part.start;
        if (ends.includes(to)) break;
      }
    } catch (error) {
      complaint = plainError(error);
    }
    return { ...check.range, findings, notes: notes?.packed(), figures, to, hasReplacement, complaint };
  }
}
