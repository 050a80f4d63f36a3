/** One pass over the files of a call with all rules, including those across files. */
import { leftAlone, reportsLeftAlone } from '../../corpus/checkFile';
import { HardLinks } from '../../disk/hardLinks';
import { type InputFile, nameOf } from '../input/inputFile';
import type { LeftAlone } from '../input/leftAlone';
import { Cutter } from '../input/parts';
import { fileParts, headOf, healthyFile, streamOf, streamParts } from '../input/reading';
import type { Complain } from '../output/faults';
import type { Output } from '../output/output';
import { Progress } from '../output/progress';
import type { FolderSettings, FolderTerms } from '../settings/settings';
import { AcrossFiles } from './acrossFiles';
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
  /** Called with each file's articles. Without it, records are light ones where these are enough. */
  readonly articles?: (articles: Articles) => void;
}

const NO_BYTES = new Uint8Array();
const NO_ARTICLES: Articles = { records: [], located: undefined, words: undefined };

export class CheckRun {
  private readonly cutter = new Cutter();
  private readonly across = new AcrossFiles();
  private readonly links = new HardLinks();
  private readonly progress: Progress;

  constructor(private readonly options: CheckRunOptions) {
    this.progress = new Progress(options.files.length);
  }

  /** Checks the files, and gives the number of those that were checked. */
  async run(): Promise<number> {
    const { files, settings, output, articles: take } = this.options;
    // A stream cannot be read a second time for full records.
    const exact = take !== undefined || files.some(({ regular }) => !regular);
    let checked = 0;
    for (const [index, file] of files.entries()) {
      this.progress.at(index);
      const terms = settings.of(file);
      const articles = await this.checkOne(file, terms, exact);
      if (articles) {
        this.across.add(file, terms, articles, exact);
        take?.(articles);
        checked++;
      }
      await output.settle();
    }
    this.across.report(this.report, (file, terms) => this.checkAgain(file, terms));
    this.progress.clear();
    return checked;
  }

  /** Undefined for a file that cannot be read or is not an article. */
  private async checkOne(file: InputFile, terms: FolderTerms, exact: boolean): Promise<Articles | undefined> {
    try {
      const articles = file.regular
        ? this.checkFile(file, terms, exact, this.report)
        : await this.checkStream(file, terms);
      if (articles) return articles;
      if (this.reportsLeftAlone(file, terms)) return NO_ARTICLES;
      this.options.leftAlone.add(file);
    } catch (error) {
      this.options.complain(nameOf(file), error);
    }
    return undefined;
  }

  private async checkStream(file: InputFile, terms: FolderTerms): Promise<Articles | undefined> {
    const check = new PartsCheck({ file: nameOf(file), terms, exact: true, report: this.report });
    for await (const part of streamParts(this.cutter, streamOf(file), terms.provenUntil)) {
      check.add(part);
      await this.options.output.settle();
    }
    return ended(check);
  }

  /** Undefined for a file that is not an article. Throws what `fileParts` throws. */
  private checkFile(
    file: InputFile,
    terms: FolderTerms,
    exact: boolean,
    report: Report | undefined,
  ): Articles | undefined {
    const healthy = exact || !terms.provenUntil ? undefined : healthyFile(file, terms.provenUntil, this.links);
    if (healthy) return { records: [lightRecord(healthy)], located: undefined, words: undefined };
    const check = new PartsCheck({ file: nameOf(file), terms, exact, report });
    for (const part of fileParts(this.cutter, file, terms.provenUntil, this.links)) check.add(part);
    return ended(check);
  }

  /** Reads a file a second time for its full records, which the rules across files need. */
  private checkAgain(file: InputFile, terms: FolderTerms): Articles | undefined {
    try {
      return this.checkFile(file, terms, true, undefined);
    } catch (error) {
      this.options.complain(nameOf(file), error);
      return undefined;
    }
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

/** Ends the check of a document. Undefined if the document has no marker, because it is then not an article. */
function ended(check: PartsCheck): PartsCheck | undefined {
  if (check.records.length === 0) return undefined;
  check.end();
  return check;
}
