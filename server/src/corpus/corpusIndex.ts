/**
 * What is known of each file of the corpus: records of its articles and its problems, no texts. A function of the files
 * that are in it, however they came and in whatever order.
 */
import type { Severities } from '../core/rules';
import type { Span } from '../core/span';
import { Comparison } from './checkCorpus';
import type { PlacedRange, Problem } from './problems';
import type { CorpusFile, CorpusFinding } from './rules';

export interface IndexedFile extends CorpusFile {
  /** URI of the document whose lines and columns these are: of the file, or of its fields view while that is open. */
  readonly shown: string;
  /** The first problems that the file has by itself. */
  readonly problems: readonly Problem[];
  /** How many it has in all. */
  readonly count: number;
  readonly severities: Severities;
  /** Lines and columns of a span of the document. */
  rangeOf(span: Span): PlacedRange;
}

/** A file by its name: what it is now takes the place of what it was, and the order of all names stays. */
interface Slot {
  readonly uri: string;
  file: IndexedFile;
}

export class CorpusIndex {
  private readonly byUri = new Map<string, Slot>();
  private readonly comparison = new Comparison();
  private order: readonly Slot[] | undefined;

  /** How many articles there are in all files. */
  articles = 0;

  get files(): Iterable<IndexedFile> {
    return [...this.byUri.values()].map(({ file }) => file);
  }

  get size(): number {
    return this.byUri.size;
  }

  get(uri: string): IndexedFile | undefined {
    return this.byUri.get(uri)?.file;
  }

  /** All files in the order of their names, in which numbers stand by their value. */
  get inOrder(): readonly IndexedFile[] {
    this.order ??= sortedByName(this.byUri.values());
    return this.order.map(({ file }) => file);
  }

  /** Takes a file up, in the place of the one with its URI. */
  set(file: IndexedFile): void {
    const slot = this.byUri.get(file.uri);
    this.articles += file.records.length - (slot?.file.records.length ?? 0);
    if (slot?.file.name !== file.name) this.order = undefined;
    if (slot) slot.file = file;
    else this.byUri.set(file.uri, { uri: file.uri, file });
    this.comparison.add(file);
  }

  remove(uri: string): void {
    this.articles -= this.get(uri)?.records.length ?? 0;
    if (this.byUri.delete(uri)) this.order = undefined;
    this.comparison.remove(uri);
  }

  /** What is wrong with a file in view of all others. */
  across(uri: string): readonly CorpusFinding[] {
    const file = this.get(uri);
    return file ? this.comparison.findings(uri, file.severities) : [];
  }

  /** Whether nothing is wrong with a file in view of all others, as far as a glance at it tells, taken up or not. */
  hasNothingInCommon(file: CorpusFile): boolean {
    return this.comparison.hasNothingInCommon(file);
  }

  /** URIs of all files whose findings may have changed since this was asked for the last time, removed ones included. */
  takeChanged(): Set<string> {
    return this.comparison.takeChanged();
  }
}

/** By keys made once for each file, because a comparison that reads numbers is slow. */
function sortedByName(slots: Iterable<Slot>): Slot[] {
  const keyed = [...slots].map((slot) => ({
    slot,
    key: slot.file.name.replace(/\d+/g, (digits) => digits.padStart(20, '0')),
  }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.slot.uri, b.slot.uri));
  return keyed.map(({ slot }) => slot);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
