/**
 * The files of the corpus in the index: each as it is in the editor, or if it is not open, as it was read from disk.
 */
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

  /**
   * Reads a file. The function that it gives checks the file and puts it into the index. It is to be called when no verdict
   * is due, and waits while one becomes due.
   */
  async read(uri: string): Promise<() => Promise<void>> {
    const { readFile, settings } = this.sources;
    const terms = await settings.of(uri);
    const isWanted = reportsLeftAlone(terms) ? () => true : beginsLikeArticle;
    const read = await readFile(uri, isWanted).catch(sentence);
    return async () => {
      if (this.isOpen(uri)) return; // The text in the editor counts, not the file.
      if (!read || !this.folders.has(uri)) {
        this.drop(uri);
        return;
      }
      const checked = await this.check(read, terms);
      if (!checked) this.drop(uri);
      else if (!this.isOpen(uri)) this.takeRead(uri, checked, terms);
    };
  }

  /**
   * The verdict on bytes, or on the reason why a file cannot be read; undefined if it is no article and nothing is
   * reported.
   */
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
    // Without a spread, whose objects take more memory: there may be 100,000 files.
    this.take({ uri, shown: uri, name, records, problems, count, severities, rangeOf });
  }

  /** Puts a file into the index as it is now, or removes it if it does not belong to the corpus. */
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

  /** Removes all files from the index that are neither listed nor open. */
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

  /** The findings on a file across files. A file that does not belong to the corpus is only compared with itself. */
  across(file: IndexedFile): readonly CorpusFinding[] {
    if (this.index.get(file.uri) === file) return this.index.across(file.uri);
    return checkCorpus([file], () => file.severities).get(file) ?? [];
  }

  /** A quick test, whether the file is in the index or not: if it is true, `across` finds nothing. */
  hasNothingInCommon(file: IndexedFile): boolean {
    const others = this.folders.has(file.uri) ? this.index : new Comparison();
    return others.hasNothingInCommon(file);
  }

  /** The URIs of the indexed files in a folder. */
  below(folder: string): string[] {
    return [...this.index.files].flatMap(({ uri }) => (uri.startsWith(`${folder}/`) ? uri : []));
  }

  /** The files whose own content has changed since the last `takeChanged`, removed ones included. */
  get changed(): ReadonlySet<string> {
    return this.changedByThemselves;
  }

  /** Gives `changed`, and begins a new set. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.changedByThemselves;
    this.changedByThemselves = new Set();
    return changed;
  }
}
