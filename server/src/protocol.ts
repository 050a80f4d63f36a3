/** What client and server say to each other beyond LSP. The client imports nothing else of the server but core/detection. */

/** Request: what the server found in an open document; null when it is not open there. */
export const SUMMARY = 'article/summary';

export interface SummaryParams {
  readonly uri: string;
}

export interface Summary {
  readonly articles: number;
  /** Words in the TEXT fields. */
  readonly words: number;
  readonly problems: number;
}
