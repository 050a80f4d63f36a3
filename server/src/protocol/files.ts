/** Files that the server sees through the client, where it has no disk of its own. */

/** Request to the client: a file, by URI. */
export const READ_FILE = 'article/readFile';

/** A file's bytes as base64; null when there is no such file; a sentence that says why, when there is one that cannot be read. */
export type ReadFileAnswer = string | null | { readonly reason: string };

/** Request to the client: what there is under a URI: `file`, `folder` or `other`; null where there is nothing. */
export const KIND_OF = 'article/kindOf';

export type KindOfAnswer = 'file' | 'folder' | 'other' | null;

/** Request to the client: the URIs of the files in a folder that match one of the patterns; null when it cannot tell. */
export const LIST_FILES = 'article/listFiles';

export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
