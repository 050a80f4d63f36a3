/** Files that the server sees through the client, where it has no disk of its own. */

/** Request to the client: a file's bytes as base64, by URI; null when there is none or it cannot be read. */
export const READ_FILE = 'article/readFile';

/** Request to the client: the URIs of the files in a folder that match one of the patterns; null when it cannot tell. */
export const LIST_FILES = 'article/listFiles';

export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
