/** What a suite is. The list of them is in index.ts. */
import type { Measurement } from '../measurement';

/** How much is measured. */
export interface Extent {
  /** Sizes of the documents, in bytes. */
  readonly sizes: readonly number[];
  /** Characters of the hostile texts, and of the lines that are tokenized. */
  readonly hostileSizes: readonly number[];
  readonly lineSizes: readonly number[];
  /** Servers are started, and documents opened, this often. */
  readonly starts: number;
  /** Edits that count, for each server and size. */
  readonly edits: number;
  /** Outlines and folds that are asked for, each after an edit. */
  readonly outlines: number;
  /** A program is called this often. */
  readonly calls: number;
  /** Bytes of the largest file that the command line gets. */
  readonly fileSize: number;
  /** Articles in the folder that our server gets, each in a file of its own. */
  readonly articles: number;
  /** Milliseconds for all edits of one server at one size, and for one answer. */
  readonly patience: number;
}

export interface Suite {
  readonly name: string;
  /** Gives its measurements as they come. */
  run(extent: Extent): AsyncIterable<Measurement>;
}
