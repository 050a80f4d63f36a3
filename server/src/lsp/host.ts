/** What the server needs from where it runs: Node or a web worker. Nothing else in lsp/ knows which it is. */
import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities';
import {
  type AboveOf,
  type Copies,
  type KindOf,
  kindThroughClient,
  type LiesIn,
  type ListFiles,
  type ReadFile,
  type ReplaceFile,
  readThroughClient,
  type WriteParts,
} from './files';

/** What a host gives the server. */
export interface Host {
  /** Reads a file from disk, where there is one; undefined for a URI that is not of a file on disk. */
  readonly readFile?: (...parameters: Parameters<ReadFile>) => ReturnType<ReadFile> | undefined;
  /** Says what there is on disk, likewise. */
  readonly kindOf?: (...parameters: Parameters<KindOf>) => ReturnType<KindOf> | undefined;
  /** URIs of the home folder, by its name and where that leads. */
  readonly homes?: readonly string[];
  /** Lists a folder on disk, likewise. */
  readonly listFiles?: ListFiles;
  /** Says what git ignores in a folder on disk by what is above it. */
  readonly aboveOf?: AboveOf;
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

/** Reads files, and says what they are: on disk where the host has one, else through the client, where that can. */
export function filesOf(
  host: Host,
  connection: Connection,
  client: () => ClientAbilities,
): { readonly readFile: ReadFile; readonly kindOf: KindOf } {
  const readElsewhere = readThroughClient(connection);
  const kindElsewhere = kindThroughClient(connection);
  return {
    readFile: async (uri, isWanted) =>
      host.readFile?.(uri, isWanted) ?? (client().readsFiles ? readElsewhere(uri, isWanted) : undefined),
    kindOf: async (uri) => host.kindOf?.(uri) ?? (client().readsFiles ? kindElsewhere(uri) : undefined),
  };
}
