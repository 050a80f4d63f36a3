/** Checks files one after another, each with all rules but those across files, for which it makes notes. */
import { leftAlone, reportsLeftAlone } from '../../corpus/verdict/checkFile';
import { type InputFile, nameOf } from '../input/inputFile';
import type { Complain } from '../output/faults';
import { fileParts, headOf, healthyFile, type KnownNames } from '../reading/fileReading';
import { BEGINNING } from '../reading/origin';
import type { Cutter } from '../reading/parts';
import type { FolderTerms } from '../settings/settings';
import type { ArticleNotes } from './across/articleNotes';
import { lightRecord } from './across/lightRecord';
import { PartsCheck } from './checkParts';
import { Figures } from './figures';
import { type Report, reportedFile } from './report';

/** What becomes of the files. */
export interface FileOutcomes {
  readonly report: Report;
  readonly complain: Complain;
  /** Collects the files that are not articles. */
  readonly leaveAlone: (file: InputFile) => void;
  /** Notes the articles for the rules across files; undefined if these are off. */
  readonly notes: ArticleNotes | undefined;
  /** Counts the articles that are checked; undefined if nobody asks for that. */
  readonly figures: Figures | undefined;
}

const NO_BYTES = new Uint8Array();

export class FileCheck {
  /** A file that `links` knows under another name is complained of, and not checked. */
  constructor(
    private readonly outcomes: FileOutcomes,
    private readonly links: KnownNames,
    private readonly cutter: Cutter,
  ) {}

  /** Checks a regular file. False if it cannot be read or is not an article. */
  check(file: InputFile, terms: FolderTerms): boolean {
    const { notes, figures, complain } = this.outcomes;
    const own = figures && new Figures();
    notes?.begin(file);
    try {
      if (!this.isArticle(file, terms, own)) return this.leaveAlone(file, terms);
    } catch (error) {
      notes?.drop();
      complain(nameOf(file), error);
      return false;
    }
    notes?.keep(file, terms);
    if (own) figures?.add(own);
    return true;
  }

  /** To be called when the present file is not an article. Whether it has findings because of that. */
  leaveAlone(file: InputFile, terms: FolderTerms): boolean {
    this.outcomes.notes?.drop();
    const head = () => (file.regular ? headOf(file.path) : NO_BYTES);
    if (reportLeftAlone(file, terms, this.outcomes.report, head)) return true;
    this.outcomes.leaveAlone(file);
    return false;
  }

  /** Throws what `fileParts` throws. */
  private isArticle(file: InputFile, terms: FolderTerms, figures: Figures | undefined): boolean {
    const { notes, report } = this.outcomes;
    const { provenUntil } = terms;
    const healthy = provenUntil === undefined ? undefined : healthyFile(file, provenUntil, this.links);
    if (healthy) {
      notes?.article(lightRecord(healthy));
      notes?.part(healthy.end, BEGINNING, BEGINNING);
      figures?.addHealthy(healthy);
      return true;
    }
    const check = new PartsCheck({ file: nameOf(file), terms, report, notes, figures });
    for (const part of fileParts(this.cutter, file, provenUntil, this.links)) check.add(part);
    return ended(check);
  }
}

/** Reports the findings on a file because it is not an article, and says whether there are any. `head` gives its first bytes. */
export function reportLeftAlone(file: InputFile, terms: FolderTerms, report: Report, head: () => Uint8Array): boolean {
  if (!reportsLeftAlone(terms)) return false;
  const { fileFindings } = leftAlone(head(), terms);
  for (const finding of fileFindings) report(reportedFile(nameOf(file), finding));
  return fileFindings.length > 0;
}

/** Ends the check of a document. False if the document has no marker, because it is then not an article. */
export function ended(check: PartsCheck): boolean {
  if (check.count > 0) check.end();
  return check.count > 0;
}
