/** A suite of measurements. The list of suites is in index.ts. */
import type { Measurement } from '../measurement';

/** How much is measured. */
export interface Extent {
  /** Sizes of the documents, in bytes. */
  readonly sizes: readonly number[];
  /** Characters of the hostile texts, and of the lines that are tokenized. */
  readonly hostileSizes: readonly number[];
  readonly lineSizes: readonly number[];
  /** How often servers are started, and documents opened. */
  readonly starts: number;
  /** Number of edits that count, for each server and size. */
  readonly edits: number;
  /** Number of requests for outlines and folds, each after an edit. */
  readonly outlines: number;
  /** How often a program is called. */
  readonly calls: number;
  /** Size in bytes of the largest file for the command line. */
  readonly fileSize: number;
  /** Number of articles in the folder for our server, one per file. */
  readonly articles: number;
  /** Milliseconds for all edits of one server at one size, and for one answer. */
  readonly patience: number;
}

export interface Suite {
  readonly name: string;
  /** Yields the measurements one by one. */
  run(extent: Extent): AsyncIterable<Measurement>;
}
