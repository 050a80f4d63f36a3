/** One pass over the files of a call with all rules, also those across files. */
import { HardLinks } from '../disk/hardLinks';
import { AcrossFiles } from './acrossFiles';
import { type Articles, PiecesCheck } from './checkPieces';
import type { Complain } from './faults';
import { type InputFile, STDIN } from './inputs';
import { lightRecord } from './lightRecord';
import type { Output } from './output';
import { Cutter } from './pieces';
import { Progress } from './progress';
import { filePieces, healthyFile, streamPieces } from './reading';
import type { Report } from './report';
import type { FolderSettings, FolderTerms } from './settings';

/** What a pass has seen. */
export interface Seen {
  /** Files that were checked. */
  files: number;
  /** Files in the folders that are no articles. */
  others: number;
}

export interface CheckRunOptions {
  readonly files: readonly InputFile[];
  readonly settings: FolderSettings;
  readonly output: Output;
  readonly complain: Complain;
  /** Is told of each finding, file by file, and at the end of those across files. */
  readonly report: Report;
  /** Is told of each file's articles; without it, their records are light ones wherever that is enough. */
  readonly articles?: (articles: Articles) => void;
}

export class CheckRun {
  private readonly cutter = new Cutter();
  private readonly across = new AcrossFiles();
  private readonly links = new HardLinks();
  private readonly progress: Progress;
  private readonly seen: Seen = { files: 0, others: 0 };

  constructor(private readonly options: CheckRunOptions) {
    this.progress = new Progress(options.files.length);
  }

  async run(): Promise<Seen> {
    const { files, settings, output, articles: take } = this.options;
    // What goes by on standard input cannot be looked at again.
    const exact = take !== undefined || files.some(({ path }) => path === STDIN);
    for (const [index, file] of files.entries()) {
      this.progress.at(index);
      const terms = settings.of(file);
      const articles = await this.checkOne(file, terms, exact);
      if (articles) {
        this.across.add(file, terms, articles, exact);
        take?.(articles);
        this.seen.files++;
      }
      await output.settle();
    }
    this.across.report(this.report, (file, terms) => this.checkFile(file, terms, true, undefined));
    this.progress.clear();
    return this.seen;
  }

  private async checkOne(file: InputFile, terms: FolderTerms, exact: boolean): Promise<Articles | undefined> {
    if (file.path !== STDIN) return this.checkFile(file, terms, exact, this.report);
    const check = new PiecesCheck({ file: STDIN, terms, exact, report: this.report });
    for await (const piece of streamPieces(this.cutter, process.stdin, terms.provenUntil)) {
      check.add(piece);
      await this.options.output.settle();
    }
    check.end();
    return check;
  }

  /** Undefined for a file that cannot be read, or is no article. */
  private checkFile(
    file: InputFile,
    terms: FolderTerms,
    exact: boolean,
    report: Report | undefined,
  ): Articles | undefined {
    try {
      const healthy = exact || !terms.provenUntil ? undefined : healthyFile(file, terms.provenUntil, this.links);
      if (healthy) return { records: [lightRecord(healthy)], located: undefined, words: undefined };
      const check = new PiecesCheck({ file: file.path, terms, exact, report });
      let isArticle = file.named;
      for (const piece of filePieces(this.cutter, file, terms.provenUntil, this.links)) {
        isArticle = true;
        check.add(piece);
      }
      if (!isArticle) this.seen.others++;
      if (!isArticle) return undefined;
      check.end();
      return check;
    } catch (error) {
      this.options.complain(file.path, error);
      return undefined;
    }
  }

  private readonly report: Report = (finding) => {
    this.progress.clear();
    this.options.report(finding);
  };
}
