/** One pass over the files of a call with all rules, including those across files. */
import { leftAlone, reportsLeftAlone } from '../../corpus/checkFile';
import { CORPUS_RULES, type CorpusRule } from '../../corpus/rules';
import { HardLinks } from '../../disk/hardLinks';
import { reasonOf } from '../../disk/reasons';
import { type InputFile, nameOf } from '../input/inputFile';
import type { LeftAlone } from '../input/leftAlone';
import { BEGINNING } from '../input/origin';
import { Cutter } from '../input/parts';
import { fileParts, headOf, healthyFile, partsByBlock, streamOf } from '../input/reading';
import { StreamCopy } from '../input/streamCopy';
import type { Complain } from '../output/faults';
import type { Output } from '../output/output';
import { Progress } from '../output/progress';
import type { FolderSettings, FolderTerms } from '../settings/settings';
import { AcrossFiles } from './acrossFiles';
import { ArticleNotes } from './articleNotes';
import { type Articles, PartsCheck } from './checkParts';
import { lightRecord } from './lightRecord';
import { type Report, reportedFile } from './report';

export interface CheckRunOptions {
  readonly files: readonly InputFile[];
  readonly settings: FolderSettings;
  readonly output: Output;
  readonly complain: Complain;
  /** Collects the files that are not articles. */
  readonly leftAlone: LeftAlone;
  /** Called for each finding, file by file; findings across files come last. */
  readonly report: Report;
  /** Called with each file's articles. */
  readonly articles?: (articles: Articles) => void;
}

const NO_BYTES = new Uint8Array();

/** So many findings across files are passed on at a time. */
const SETTLE_AFTER = 100;

export class CheckRun {
  private readonly cutter = new Cutter();
  private readonly links = new HardLinks();
  private readonly progress: Progress;
  /** The rules across files that may be on, and what is noted for them. */
  private readonly across: readonly CorpusRule[];
  private readonly notes: ArticleNotes | undefined;
  private readonly copies: StreamCopy[] = [];

  constructor(private readonly options: CheckRunOptions) {
    const { files, settings } = options;
    this.progress = new Progress(files.length);
    this.across = CORPUS_RULES.filter((rule) => settings.mayBeOn(rule, files));
    this.notes = this.across.length > 0 ? new ArticleNotes(this.across) : undefined;
  }

  /** Checks the files, and gives the number of those that were checked. */
  async run(): Promise<number> {
    const { files, settings, output } = this.options;
    let checked = 0;
    for (const [index, file] of files.entries()) {
      this.progress.at(index);
      if (await this.checkOne(file, settings.of(file))) checked++;
      await output.settle();
    }
    await this.reportAcross();
    this.progress.clear();
    return checked;
  }

  /** False for a file that cannot be read or is not an article. */
  private async checkOne(file: InputFile, terms: FolderTerms): Promise<boolean> {
    const { complain, leftAlone, articles: take } = this.options;
    const articles: Articles | undefined = take && { records: [], words: 0 };
    this.notes?.begin(file);
    try {
      const isArticle = file.regular
        ? this.checkFile(file, terms, articles)
        : await this.checkStream(file, terms, articles);
      if (!isArticle) {
        this.notes?.drop();
        if (this.reportsLeftAlone(file, terms)) return true;
        leftAlone.add(file);
        return false;
      }
    } catch (error) {
      this.notes?.drop();
      complain(nameOf(file), error);
      return false;
    }
    if (articles) take?.(articles);
    return true;
  }

  /** False for a stream that is not an article. */
  private async checkStream(file: InputFile, terms: FolderTerms, articles: Articles | undefined): Promise<boolean> {
    const { notes } = this;
    const copy = notes && new StreamCopy();
    if (copy) this.copies.push(copy);
    const check = new PartsCheck({ file: nameOf(file), terms, report: this.report, notes, articles });
    const keep = copy && ((bytes: Uint8Array) => copy.add(bytes));
    for await (const parts of partsByBlock(this.cutter, streamOf(file), terms.provenUntil, keep)) {
      for (const part of parts) check.add(part);
      await this.options.output.settle();
    }
    if (!ended(check)) return false;
    if (copy?.failure === undefined) {
      notes?.keep(file, terms, copy);
    } else {
      notes?.drop();
      const reason = `It is not compared with other articles, because it could not be copied to a temporary file. ${reasonOf(copy.failure)}`;
      this.options.complain(nameOf(file), new Error(reason));
    }
    return true;
  }

  /** False for a file that is not an article. Throws what `fileParts` throws. */
  private checkFile(file: InputFile, terms: FolderTerms, articles: Articles | undefined): boolean {
    const { notes } = this;
    const healthy = articles || !terms.provenUntil ? undefined : healthyFile(file, terms.provenUntil, this.links);
    if (healthy) {
      notes?.article(lightRecord(healthy));
      notes?.part(healthy.end, BEGINNING, BEGINNING);
    } else {
      const check = new PartsCheck({ file: nameOf(file), terms, report: this.report, notes, articles });
      for (const part of fileParts(this.cutter, file, terms.provenUntil, this.links)) check.add(part);
      if (!ended(check)) return false;
    }
    notes?.keep(file, terms);
    return true;
  }

  private async reportAcross(): Promise<void> {
    const { notes, across } = this;
    if (!notes) return;
    let count = 0;
    for (const finding of new AcrossFiles(notes, across, this.options.complain).findings()) {
      this.report(finding);
      if (++count % SETTLE_AFTER === 0) await this.options.output.settle();
    }
    for (const copy of this.copies) copy.close();
  }

  /** Reports findings on a file because it is not an article, and says whether there are any. */
  private reportsLeftAlone(file: InputFile, terms: FolderTerms): boolean {
    if (!reportsLeftAlone(terms)) return false;
    const { fileFindings } = leftAlone(file.regular ? headOf(file.path) : NO_BYTES, terms);
    for (const finding of fileFindings) this.report(reportedFile(nameOf(file), finding));
    return fileFindings.length > 0;
  }

  private readonly report: Report = (finding) => {
    this.progress.clear();
    this.options.report(finding);
  };
}

/** Ends the check of a document. False if the document has no marker, because it is then not an article. */
function ended(check: PartsCheck): boolean {
  if (check.count > 0) check.end();
  return check.count > 0;
}
