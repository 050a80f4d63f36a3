/**
 * The files of the corpus in the index: each as it is in the editor, or if it is not open, as it was read from disk.
 */
import { finished, type Steps } from '../../core/steps';
import { CorpusIndex, type IndexedFile } from '../../corpus/index/corpusIndex';
import { hasSameContent } from '../../corpus/index/sameContent';
import type { CorpusFinding } from '../../corpus/rules';
import { rangesIn } from '../../corpus/text/lines';
import { Comparison, checkCorpus } from '../../corpus/verdict/checkCorpus';
import {
  beginsLikeArticle,
  type CheckedContent,
  checking,
  leftAlone,
  reportsLeftAlone,
  unread,
} from '../../corpus/verdict/checkFile';
import { problemsOf } from '../../corpus/verdict/problems';
import type { LeftFile } from '../../protocol';
import { sentence } from '../failures';
import type { IsWanted, ReadFile, StampOf } from '../files';
import type { Pace } from '../pace';
import type { DocumentSettings, DocumentTerms } from '../settings';
import type { ClientAbilities } from '../start/clientAbilities';
import { otherName } from './folders/folder';
import { CorpusFolders } from './folders/folders';
import { OtherNames } from './folders/otherNames';

export interface FileSources {
  readonly readFile: ReadFile;
  /** Undefined if the server has no access to a disk. */
  readonly stampOf: StampOf | undefined;
  readonly client: ClientAbilities;
  readonly settings: DocumentSettings;
  readonly pace: Pace;
}

export class CorpusFiles {
  readonly index = new CorpusIndex();
  readonly folders = new CorpusFolders();
  readonly names = new OtherNames((uri) => this.folders.placeOf(uri));
  /** The closed files that are left alone, because they do not begin like an article. */
  readonly notArticles = new Set<string>();
  private changedByThemselves = new Set<string>();
  /** How often the content of a file has changed, so that a result can be known to be out of date. */
  changes = 0;
  /** The same without what is being typed: how often files have changed on disk, were saved, or were all read. */
  settled = 0;
  /** For clients that do not report changes of files: what each file was on disk, and its terms, when its entry was made. */
  private readonly seen = new Map<string, string>();

  /** The findings on files that were compared with themselves only. In a long one, that takes longer than an edit may. */
  private readonly withItself = new WeakMap<IndexedFile, readonly CorpusFinding[]>();

  constructor(
    private readonly sources: FileSources,
    private readonly isOpen: (uri: string) => boolean,
    /** Called when the index has changed. */
    private readonly whenChanged: () => void,
    /** Called with names of files with several: each counts now, or does not any more, or may be such a name. */
    private readonly whenRenamed: (uris: readonly string[]) => void,
  ) {}

  /**
   * Reads a file, unless it is known to be as it was. The function that it gives checks the file and puts it into the index. It is to be called when no verdict
   * is due, and waits while one becomes due.
   */
  async read(uri: string): Promise<() => Promise<void>> {
    const { readFile, settings, client, stampOf } = this.sources;
    const terms = await settings.of(uri);
    const stamp = client.registersWatchers ? undefined : await stampOf?.(uri);
    // `join`, because the engine would keep the parts of a template.
    const now = stamp === undefined ? undefined : [stamp, terms.revision].join();
    if (now !== undefined && this.seen.get(uri) === now) return async () => {};
    this.seen.delete(uri);
    const wantsAll = reportsLeftAlone(terms);
    let identity: string | undefined;
    let isArticle = true;
    const isWanted: IsWanted = (head, known) => {
      identity = known;
      isArticle = beginsLikeArticle(head);
      return wantsAll || isArticle;
    };
    const read = await readFile(uri, isWanted).catch(sentence);
    return async () => {
      this.name(uri, this.folders.has(uri) ? identity : undefined);
      if (!this.isOpen(uri)) await this.takeUp(uri, read, terms); // The text in the editor counts, not the file.
      if (!isArticle) this.leaveAlone(uri);
      this.seekNames(uri);
      if (now !== undefined && !this.isOpen(uri) && this.has(uri)) this.seen.set(uri, now);
    };
  }

  /** These files are read again even if they look as they did; without a list, all files. */
  forgetSeen(uris: Iterable<string> = [...this.seen.keys()]): void {
    for (const uri of uris) this.seen.delete(uri);
  }

  private async takeUp(uri: string, read: Uint8Array | string | undefined, terms: DocumentTerms): Promise<void> {
    if (!read || !this.has(uri)) {
      this.drop(uri);
      return;
    }
    const checked = await this.check(read, terms);
    if (!checked) this.drop(uri);
    else if (!this.isOpen(uri)) await this.takeRead(uri, checked, terms);
  }

  private leaveAlone(uri: string): void {
    if (!this.has(uri) || this.isOpen(uri)) return;
    this.notArticles.add(uri);
    this.whenChanged();
  }

  /** Notes what a name leads to. */
  private name(uri: string, identity: string | undefined): void {
    const concerned = this.names.put(uri, identity);
    for (const each of concerned) if (this.isOtherName(each)) this.drop(each);
    if (concerned.length > 0) this.whenRenamed(concerned);
  }

  /** Whether a file belongs to the corpus, under the name that counts. */
  private has(uri: string): boolean {
    return this.folders.has(uri) && !this.isOtherName(uri);
  }

  /** Whether another name of the file counts in place of this one. */
  isOtherName(uri: string): boolean {
    return this.names.firstOf(uri) !== undefined || this.folders.isLink(uri);
  }

  /** What is left out of all that is done with the corpus, and why. */
  get unlisted(): readonly LeftFile[] {
    const others = [...this.names.all].map(([uri, first]) => ({ uri, reason: otherName(this.folders.nameOf(first)) }));
    return [...this.folders.unlisted, ...others];
  }

  /**
   * The verdict on bytes, or on the reason why a file cannot be read; undefined if it is no article and nothing is
   * reported.
   */
  private async check(read: Uint8Array | string, terms: DocumentTerms): Promise<CheckedContent | undefined> {
    if (typeof read === 'string') return unread(read, terms);
    if (beginsLikeArticle(read)) return this.sources.pace.finish(checking(read, terms));
    const verdict = leftAlone(read, terms);
    return verdict.fileFindings.length > 0 ? verdict : undefined;
  }

  private takeRead(
    uri: string,
    { lines, halves, records, fileFindings, findings }: CheckedContent,
    { severities }: DocumentTerms,
  ): Promise<void> {
    const rangeOf = rangesIn(lines, this.sources.client.countsInUtf32 ? halves : []);
    const name = this.folders.nameOf(uri);
    const { problems, count } = problemsOf(fileFindings, findings, rangeOf);
    // Without a spread, whose objects take more memory: there may be 100,000 files.
    return this.sources.pace.finish(
      this.taking({ uri, shown: uri, name, records, problems, count, severities, rangeOf }),
    );
  }

  /**
   * A file had one name when it was read under that, and has got this one since: it is looked for by the first number in it, and
   * read again.
   */
  private seekNames(uri: string): void {
    if (!this.names.has(uri) || this.names.othersOf(uri).length > 0) return;
    const first = this.index.get(uri)?.records[0];
    const alike = first?.numberSpan ? [...this.index.withNumber(first.number)] : [];
    const unknown = alike.flatMap((file) => (this.names.has(file.uri) ? [] : file.uri));
    if (unknown.length > 0) this.whenRenamed(unknown);
  }

  /** Puts a file into the index as it is now, or removes it if it does not belong to the corpus. */
  take(file: IndexedFile): void {
    finished(this.taking(file));
  }

  private *taking(file: IndexedFile): Steps<void> {
    if (!this.has(file.uri)) {
      this.drop(file.uri);
      return;
    }
    this.notArticles.delete(file.uri);
    const before = this.index.get(file.uri);
    if (before === file) return;
    yield* this.index.setting(file);
    if (!before || !hasSameContent(before, file)) this.noteChange(file.uri);
    this.whenChanged();
  }

  /** Removes all files from the index that are neither listed nor open. */
  keep(listed: ReadonlySet<string>): void {
    this.settled++;
    for (const uri of this.names.known) if (!listed.has(uri)) this.name(uri, undefined);
    for (const uri of [...[...this.index.files].map((file) => file.uri), ...this.notArticles]) {
      if (!listed.has(uri) && !(this.isOpen(uri) && this.has(uri))) this.drop(uri);
    }
  }

  private drop(uri: string): void {
    if (this.notArticles.delete(uri)) this.whenChanged();
    if (!this.index.get(uri)) return;
    this.seen.delete(uri);
    this.index.remove(uri);
    this.noteChange(uri);
    this.whenChanged();
  }

  private noteChange(uri: string): void {
    this.changes++;
    if (!this.isOpen(uri)) this.settled++;
    this.changedByThemselves.add(uri);
  }

  /** The findings on a file across files. A file that does not belong to the corpus is only compared with itself. */
  across(file: IndexedFile): readonly CorpusFinding[] {
    if (this.index.get(file.uri) === file) return this.index.across(file.uri);
    const known = this.withItself.get(file) ?? checkCorpus([file], () => file.severities).get(file) ?? [];
    this.withItself.set(file, known);
    return known;
  }

  /** A quick test, whether the file is in the index or not: if it is true, `across` finds nothing. */
  hasNothingInCommon(file: IndexedFile): boolean {
    const others = this.has(file.uri) ? this.index : new Comparison();
    return others.hasNothingInCommon(file);
  }

  /** The URIs of the known files in a folder, under all their names. */
  below(folder: string): string[] {
    const known = new Set([...[...this.index.files].map(({ uri }) => uri), ...this.notArticles, ...this.names.known]);
    return [...known].filter((uri) => uri.startsWith(`${folder}/`));
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
