/** Writes file records again, in their order, with the changes of a command in their contents. */
import { isUtf8 } from 'node:buffer';
import { dayOf } from '../../core/text/date';
import { unfixedSentence } from '../../corpus/fixes/fixes';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { type InputFile, nameOf } from '../input/inputFile';
import { complain, Remark, shown, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { withProgress } from '../output/progress';
import { isWanted, requireText } from '../reading/fileReading';
import { type FileRecord, withContent } from '../reading/fileRecord';
import { LeftAlone } from '../reading/leftAlone';
import { HERE, inputOf, namedInputs, type RecordLine, type RecordOptions, recordLines } from '../reading/recordInputs';
import { FolderSettings, type FolderTerms, type SettingsOptions } from '../settings/settings';
import { type Change, changeFor, type Wish, wholeOf } from './changes';
import { holdsArticle } from './fileChange';
import { Tally } from './tally';

export interface FixRecordsOptions extends Omit<RecordOptions, 'records'>, SettingsOptions {}

/**
 * Writes the records of the inputs to standard output. A record whose content does not change, a bad record and an empty line are
 * written as they came. Throws a UsageError if the settings are unknown.
 */
export async function fixRecords(paths: readonly string[], options: FixRecordsOptions, wish: Wish): Promise<void> {
  const inputs = await namedInputs(paths, { ...options, records: true }, complain);
  await new RecordsFixing(inputs, options, changeFor(wish)).run();
}

/** Fixes one record after another. Throws a UsageError if the settings are unknown. */
export class RecordsFixing {
  private readonly terms: FolderTerms;
  private readonly output = new Output();
  private readonly leftAlone: LeftAlone;
  /** Whether the last line that was written has no line feed, because it ended its input. */
  private isOpen = false;
  private readonly tally = new Tally('record');

  constructor(
    private readonly inputs: readonly InputFile[],
    private readonly options: FixRecordsOptions,
    private readonly change: Change,
  ) {
    this.terms = knownTerms(new FolderSettings(dayOf(new Date()), options, complain).of(HERE));
    this.leftAlone = new LeftAlone(options.listSkipped);
  }

  async run(): Promise<void> {
    for (const input of withProgress(this.inputs)) {
      try {
        for await (const line of recordLines(input)) await this.write(this.fixed(line, input));
      } catch (error) {
        complain(nameOf(input), error);
      }
    }
    await this.output.settle();
    process.stderr.write(`${this.tally.summary(true, false)}\n`);
    this.leftAlone.say();
  }

  private async write(line: Buffer | string): Promise<void> {
    const { output } = this;
    if (this.isOpen) output.write('\n');
    if (typeof line === 'string') output.write(line);
    else if (isUtf8(line)) output.write(line.toString());
    else output.writeBytes(line);
    this.isOpen = !(typeof line === 'string' ? line.endsWith('\n') : line.at(-1) === 0x0a);
    await output.settle();
  }

  /** The line as it is to be written: the same bytes if nothing changes. */
  fixed({ number, bytes, record, fault }: RecordLine, input: InputFile): Buffer | string {
    if (fault !== undefined) complain(nameOf(input), new Error(`Line ${number} ${fault} It was written as it came.`));
    if (!record) return bytes;
    try {
      const content = this.changedContent(record);
      if (content === record.content) return bytes;
      this.tally.changed++;
      return withContent(bytes, content);
    } catch (error) {
      complain(record.file, error);
      return bytes;
    }
  }

  /** Throws what `requireText` throws. */
  private changedContent(record: FileRecord): string {
    const { content } = record;
    const bytes = Buffer.from(content);
    const file = { ...inputOf(record), named: !this.options.articlesOnly };
    requireText(bytes, file.named);
    if (!isWanted(file, bytes) || !(beginsLikeArticle(bytes) || holdsArticle(content))) {
      this.leftAlone.add(file, bytes);
      return content;
    }
    this.tally.seen++;
    const { text, unfixed } = this.change(content, this.terms, wholeOf(content));
    const sentence = unfixedSentence(unfixed);
    if (sentence !== undefined) {
      complain(record.file, new Remark(sentence));
      process.exitCode ??= 1;
    }
    return text;
  }
}

/** Throws if the settings file of the working directory has an error, because the settings are then unknown. */
function knownTerms(terms: FolderTerms): FolderTerms {
  if (terms.faulty === undefined) return terms;
  throw new UsageError(
    `The settings of the records are unknown, because ${shown(terms.faulty)} has an error. Nothing was written. Correct that file first.`,
  );
}
