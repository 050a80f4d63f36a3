/** Access to files through the client, for a server without a disk. */

/** Request to the client: the content of the file with a URI. */
export const READ_FILE = 'article/readFile';

/** The file's bytes as base64; null if there is no such file; the reason, as a sentence, if it cannot be read. */
export type ReadFileAnswer = string | null | { readonly reason: string };

/** Request to the client: what a URI is: `file`, `folder` or `other`; null if nothing has this URI. */
export const KIND_OF = 'article/kindOf';

export type KindOfAnswer = 'file' | 'folder' | 'other' | null;

/** Request to the client: the URIs of the files in a folder that match one of the patterns; null if they cannot be listed. */
export const LIST_FILES = 'article/listFiles';

export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
