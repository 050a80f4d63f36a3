/** The files of the corpus as they are known: each is taken up as it is in the editor, or else as it was read. */
import { Comparison, checkCorpus } from '../../corpus/checkCorpus';
import {
  beginsLikeArticle,
  type CheckedContent,
  checking,
  leftAlone,
  reportsLeftAlone,
  unread,
} from '../../corpus/checkFile';
import { CorpusIndex, type IndexedFile } from '../../corpus/corpusIndex';
import { rangesIn } from '../../corpus/lines';
import { problemsOf } from '../../corpus/problems';
import type { CorpusFinding } from '../../corpus/rules';
import { hasSameContent } from '../../corpus/sameContent';
import { sentence } from '../failures';
import type { ReadFile } from '../files';
import type { Pace } from '../pace';
import type { DocumentSettings, Terms } from '../settings';
import { CorpusFolders } from './folders';

export interface FileSources {
  readonly readFile: ReadFile;
  readonly settings: DocumentSettings;
  readonly pace: Pace;
}

export class CorpusFiles {
  readonly index = new CorpusIndex();
  readonly folders = new CorpusFolders();
  private changedByThemselves = new Set<string>();

  constructor(
    private readonly sources: FileSources,
    private readonly isOpen: (uri: string) => boolean,
    /** Called when the index has changed. */
    private readonly whenChanged: () => void,
  ) {}

  /** Reads a file. The result takes it up, and is called when no verdict is due; it gives way to those that come then. */
  async read(uri: string): Promise<() => Promise<void>> {
    const { readFile, settings } = this.sources;
    const terms = await settings.of(uri);
    const isWanted = reportsLeftAlone(terms) ? () => true : beginsLikeArticle;
    const read = await readFile(uri, isWanted).catch(sentence);
    return async () => {
      if (this.isOpen(uri)) return; // What is in the editor counts.
      if (!read || !this.folders.has(uri)) {
        this.drop(uri);
        return;
      }
      const checked = await this.check(read, terms);
      if (!checked) this.drop(uri);
      else if (!this.isOpen(uri)) this.takeRead(uri, checked, terms);
    };
  }

  /** The verdict on bytes, or on the reason why there are none; undefined for a file that is left alone without a word. */
  private async check(read: Uint8Array | string, terms: Terms): Promise<CheckedContent | undefined> {
    if (typeof read === 'string') return unread(read, terms);
    if (beginsLikeArticle(read)) return this.sources.pace.finish(checking(read, terms));
    const verdict = leftAlone(read, terms);
    return verdict.fileFindings.length > 0 ? verdict : undefined;
  }

  private takeRead(
    uri: string,
    { lines, records, fileFindings, findings }: CheckedContent,
    { severities }: Terms,
  ): void {
    const rangeOf = rangesIn(lines);
    const name = this.folders.nameOf(uri);
    const { problems, count } = problemsOf(fileFindings, findings, rangeOf);
    // Each by its name: there may be 100,000 of them, and a spread takes more room.
    this.take({ uri, shown: uri, name, records, problems, count, severities, rangeOf });
  }

  /** Takes a file up as it is now; one that does not belong to the corpus is left out. */
  take(file: IndexedFile): void {
    if (!this.folders.has(file.uri)) {
      this.drop(file.uri);
      return;
    }
    const before = this.index.get(file.uri);
    if (before === file) return;
    this.index.set(file);
    if (!before || !hasSameContent(before, file)) this.changedByThemselves.add(file.uri);
    this.whenChanged();
  }

  /** These are all the files there are: all others are left out. */
  keep(listed: ReadonlySet<string>): void {
    for (const { uri } of [...this.index.files]) {
      if (!listed.has(uri) && !(this.isOpen(uri) && this.folders.has(uri))) this.drop(uri);
    }
  }

  private drop(uri: string): void {
    if (!this.index.get(uri)) return;
    this.index.remove(uri);
    this.changedByThemselves.add(uri);
    this.whenChanged();
  }

  /** What is wrong with a file in view of all others; one that does not belong to the corpus is seen by itself. */
  across(file: IndexedFile): readonly CorpusFinding[] {
    if (this.index.get(file.uri) === file) return this.index.across(file.uri);
    return checkCorpus([file], () => file.severities).get(file) ?? [];
  }

  /** Whether `across` finds nothing, as far as a glance at the file tells, taken up or not. */
  hasNothingInCommon(file: IndexedFile): boolean {
    const others = this.folders.has(file.uri) ? this.index : new Comparison();
    return others.hasNothingInCommon(file);
  }

  /** The files that are known in a folder. */
  below(folder: string): string[] {
    return [...this.index.files].flatMap(({ uri }) => (uri.startsWith(`${folder}/`) ? uri : []));
  }

  /** The files that have changed by themselves since they were taken the last time, removed ones included. */
  get changed(): ReadonlySet<string> {
    return this.changedByThemselves;
  }

  takeChanged(): ReadonlySet<string> {
    const changed = this.changedByThemselves;
    this.changedByThemselves = new Set();
    return changed;
  }
}
