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

export class CorpusIndex {
  private readonly byUri = new Map<string, IndexedFile>();
  private readonly comparison = new Comparison();

  /** How many articles there are in all files. */
  articles = 0;

  get files(): Iterable<IndexedFile> {
    return this.byUri.values();
  }

  get size(): number {
    return this.byUri.size;
  }

  get(uri: string): IndexedFile | undefined {
    return this.byUri.get(uri);
  }

  /** Takes a file up, in the place of the one with its URI. */
  set(file: IndexedFile): void {
    this.articles += file.records.length - (this.byUri.get(file.uri)?.records.length ?? 0);
    this.byUri.set(file.uri, file);
    this.comparison.add(file);
  }

  remove(uri: string): void {
    this.articles -= this.byUri.get(uri)?.records.length ?? 0;
    this.byUri.delete(uri);
    this.comparison.remove(uri);
  }

  /** What is wrong with a file in view of all others. */
  across(uri: string): readonly CorpusFinding[] {
    const file = this.byUri.get(uri);
    return file ? this.comparison.findings(uri, file.severities) : [];
  }

  /** URIs of all files whose findings may have changed since this was asked for the last time, removed ones included. */
  takeChanged(): Set<string> {
    return this.comparison.takeChanged();
  }
}
