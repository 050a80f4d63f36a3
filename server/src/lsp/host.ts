/** What the server needs from where it runs: Node or a web worker. Nothing else in lsp/ knows which it is. */
import type { Copies, LiesIn, ListFiles, ReadFile, ReplaceFile, WriteParts } from './files';

/** What a host gives the server. */
export interface Host {
  /** Reads a file from disk, where there is one; undefined for a URI that is not of a file on disk. */
  readonly readFile?: (...parameters: Parameters<ReadFile>) => ReturnType<ReadFile> | undefined;
  /** Lists a folder on disk, likewise. */
  readonly listFiles?: ListFiles;
  /** Replaces a file on disk, whole or not at all. */
  readonly replaceFile?: ReplaceFile;
  /** Writes a file on disk from its parts, whole or not at all. */
  readonly writeParts?: WriteParts;
  /** Says where a file on disk really is. */
  readonly liesIn?: LiesIn;
  /** Keeps copies of files on disk. */
  readonly copies?: Copies;
  readonly now?: () => Date;
}
