/** Requests over many files, which take a while. */

/** A request whose progress is reported with LSP's `$/progress` and the client's token. */
export interface LongRequest {
  readonly workDoneToken?: string | number;
}

/** A file that was not changed or not exported. */
export interface LeftFile {
  readonly uri: string;
  /** Why, as a sentence. */
  readonly reason: string;
}
