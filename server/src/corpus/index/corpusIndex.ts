/**
 * The index of a corpus: for each file, records of its articles and its problems, without texts. It depends only on the files
 * that are in it, not on the order of changes.
 */
import type { Severities } from '../../core/rules';
import { countWhile, type Span } from '../../core/span';
import { finished, type Steps, sortedBy } from '../../core/steps';
import type { ArticleRecord } from '../articles/record';
import type { CorpusFile, CorpusFinding } from '../rules';
import { duplicateNumber } from '../rules/duplicate-number';
import { duplicateText } from '../rules/duplicate-text';
import type { Range } from '../text/lines';
import { Comparison, type NearByDigest } from '../verdict/checkCorpus';
import type { Problem } from '../verdict/problems';

export interface IndexedFile extends CorpusFile {
  /** URI of the document with these lines and columns: the file, or its fields view while that is open. */
  readonly shown: string;
  /** The first problems of the file without regard to others. */
  readonly problems: readonly Problem[];
  /** How many such problems it has in all. */
  readonly count: number;
  readonly severities: Severities;
  /** Lines and columns of a span of the document. */
  rangeOf(span: Span): Range;
}

export class CorpusIndex {
  private readonly comparison = new Comparison<IndexedFile>();
  /** The files in the order of their names, once it is needed, until another file comes or one goes. */
  private order: IndexedFile[] | undefined;
  /** How often files have come or gone. */
  private renamings = 0;

  /** How many articles there are in all files. */
  articles = 0;

  get files(): Iterable<IndexedFile> {
    return this.comparison.files.values();
  }

  get size(): number {
    return this.comparison.files.size;
  }

  get(uri: string): IndexedFile | undefined {
    return this.comparison.files.get(uri);
  }

  /** Whether an article has a number. */
  hasNumber(number: string): boolean {
    return this.comparison.has(duplicateNumber, number);
  }

  /** The files with an article that has a number. */
  withNumber(number: string): Iterable<CorpusFile> {
    return this.comparison.filesWith(duplicateNumber, number);
  }

  /** The files with an article that may have the same text as this one. */
  withText({ sketch }: ArticleRecord): Iterable<CorpusFile> {
    return sketch === undefined ? [] : this.comparison.filesWith(duplicateText, sketch);
  }

  /** All files, as they are now, in the order of their names; numbers in names are ordered by value. */
  get inOrder(): readonly IndexedFile[] {
    if (!this.order) finished(this.ordering());
    return this.order?.slice() ?? [];
  }

  /** Puts the files in order in steps, so that `inOrder` has them at once; unless files come or go meanwhile. */
  *ordering(): Steps<void> {
    if (this.order) return;
    const { renamings } = this;
    const sorted = yield* sortedBy([...this.files], keyOf);
    // Files may have been replaced meanwhile.
    if (renamings === this.renamings) this.order = sorted.map((file) => this.get(file.uri) ?? file);
  }

  /** Adds a file, or replaces the one with the same URI. */
  set(file: IndexedFile): void {
    finished(this.setting(file));
  }

  /** `set` in steps. See `Comparison.adding`. */
  *setting(file: IndexedFile): Steps<void> {
    const before = this.get(file.uri);
    this.articles += file.records.length - (before?.records.length ?? 0);
    if (before?.name !== file.name) this.forgetOrder();
    else if (this.order) this.order[placeOf(file, this.order)] = file;
    yield* this.comparison.adding(file);
  }

  remove(uri: string): void {
    const before = this.get(uri);
    if (!before) return;
    this.articles -= before.records.length;
    this.forgetOrder();
    this.comparison.remove(uri);
  }

  private forgetOrder(): void {
    this.order = undefined;
    this.renamings++;
  }

  /** The findings on a file compared with all others. */
  across(uri: string): readonly CorpusFinding[] {
    return finished(this.comparing(uri)) ?? [];
  }

  /** `across` in steps; undefined if the file has changed meanwhile. */
  *comparing(uri: string): Steps<readonly CorpusFinding[] | undefined> {
    const file = this.get(uri);
    const found = file ? yield* this.comparison.finding(uri, file.severities) : [];
    return this.get(uri) === file ? found : undefined;
  }

  /** From now on, these texts are known to be nearly the same. True if findings may have changed. */
  know(near: NearByDigest): boolean {
    return this.comparison.know(near);
  }

  /** Whether a quick look shows that a file, in the index or not, shares no trait with another one. */
  hasNothingInCommon(file: CorpusFile): boolean {
    return this.comparison.hasNothingInCommon(file);
  }

  /** The URIs of all files, removed ones included, whose findings may have changed since the last call. */
  takeChanged(): Set<string> {
    return this.comparison.takeChanged();
  }
}

/** Where the file with this URI and this name is among sorted ones. */
function placeOf(file: IndexedFile, sorted: readonly IndexedFile[]): number {
  const key = keyOf(file);
  return countWhile(sorted, (other) => keyOf(other) < key);
}

/** What files are sorted by: their names, with numbers by value; then their URIs, after a character that is in no name. */
function keyOf({ name, uri }: IndexedFile): string {
  return `${name.replace(/\d+/g, (digits) => digits.padStart(20, '0'))}\0${uri}`;
}
