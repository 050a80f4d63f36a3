/** Requests over many files, which take a while. */

/** A request whose progress LSP's `$/progress` reports under a token of the client's. */
export interface LongRequest {
  readonly workDoneToken?: string | number;
}

/** A file that was left as it is. */
export interface LeftFile {
  readonly uri: string;
  /** A sentence. */
  readonly reason: string;
}
