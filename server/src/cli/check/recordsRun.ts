/** Checks file records, each as a file with its content, with all rules, including those across files. */
import { CORPUS_RULES, type CorpusRule } from '../../corpus/rules';
import { reasonOf } from '../../disk/reasons';
import { type InputFile, nameOf } from '../input/inputFile';
import { isWanted, partsOfBytes, requireText } from '../reading/fileReading';
import type { FileRecord } from '../reading/fileRecord';
import { Cutter } from '../reading/parts';
import { fileRecords, HERE, inputOf } from '../reading/recordInputs';
import { StreamCopy } from '../reading/streamCopy';
import type { FolderTerms } from '../settings/settings';
import { AcrossFiles } from './across/acrossFiles';
import { ArticleNotes } from './across/articleNotes';
import { RecordSources } from './across/recordSources';
import { PartsCheck } from './checkParts';
import type { CheckRunOptions } from './checkRun';
import { ended, reportLeftAlone } from './fileCheck';

export interface RecordsRunOptions extends Omit<CheckRunOptions, 'files' | 'figures' | 'jobs' | 'sharing'> {
  readonly inputs: readonly InputFile[];
  /** Leave out records that do not look like articles, as in a folder. */
  readonly articlesOnly: boolean;
}

export class RecordsRun {
  private readonly cutter = new Cutter();
  private readonly terms: FolderTerms;
  private readonly across: readonly CorpusRule[];
  private readonly notes: ArticleNotes | undefined;
  /** The contents of all records, one after another: the rules across files look at some of them again. */
  private readonly copy: StreamCopy | undefined;

  constructor(private readonly options: RecordsRunOptions) {
    const { settings } = options;
    this.terms = settings.of(HERE);
    this.across = CORPUS_RULES.filter((rule) => settings.mayBeOn(rule, [HERE]));
    if (this.across.length === 0) return;
    const copy = new StreamCopy();
    this.copy = copy;
    this.notes = new ArticleNotes(this.across, undefined, () => new RecordSources(this.terms, copy));
  }

  /** Checks the records, and gives the number of those that were checked. */
  async run(): Promise<number> {
    const { inputs, complain, output } = this.options;
    let checked = 0;
    try {
      for await (const record of fileRecords(inputs, complain)) {
        if (this.checkOne(record)) checked++;
        await output.settle();
      }
      await this.reportAcross();
    } finally {
      this.copy?.close();
    }
    return checked;
  }

  /** False for a record that cannot be checked or is not an article. */
  private checkOne(record: FileRecord): boolean {
    const { notes, options, terms } = this;
    const file = { ...inputOf(record), named: !options.articlesOnly };
    const bytes = Buffer.from(record.content);
    notes?.begin(file);
    try {
      if (this.isChecked(file, bytes)) {
        this.copy?.add(bytes);
        notes?.keep(file, terms);
        return true;
      }
    } catch (error) {
      notes?.drop();
      options.complain(nameOf(file), error);
      return false;
    }
    notes?.drop();
    if (reportLeftAlone(file, terms, options.report, () => bytes)) return true;
    options.leftAlone.add(file, bytes);
    return false;
  }

  /** False for a file that is not an article. Throws what `requireText` throws. */
  private isChecked(file: InputFile, bytes: Uint8Array): boolean {
    requireText(bytes, file.named);
    if (!isWanted(file, bytes)) return false;
    const { notes, terms } = this;
    const { report } = this.options;
    const check = new PartsCheck({ file: nameOf(file), terms, report, notes, figures: undefined });
    for (const part of partsOfBytes(this.cutter, bytes, terms.provenUntil)) check.add(part);
    return ended(check);
  }

  private async reportAcross(): Promise<void> {
    const { notes, copy, across } = this;
    const { complain, report, output } = this.options;
    if (!notes || !copy) return;
    if (copy.failure !== undefined) {
      const reason = `The records could not be copied to a temporary file. ${reasonOf(copy.failure)} They are not compared with each other.`;
      complain('--records', new Error(reason));
      return;
    }
    await new AcrossFiles(notes, across, complain).report(report, output);
  }
}
