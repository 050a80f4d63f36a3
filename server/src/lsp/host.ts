/** What Node or a web worker gives to the server that runs in it. Nothing else in lsp/ knows which of them it is. */
import type { Connection } from 'vscode-languageserver';
import type { TableRow } from '../corpus/mapping/tableRow';
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
  type StampOf,
  type WriteFolder,
  type WriteNew,
  type WriteParts,
} from './files';
import type { ClientAbilities } from './start/clientAbilities';

/** Reads the rows of a table in Parquet. Throws, with a reason, if it is none. */
export interface ReadParquet {
  parquetRowsIn(bytes: Uint8Array): Promise<readonly TableRow[]>;
}

/** The abilities of a host. What it cannot do is undefined. */
export interface Host {
  /** The version of the package. */
  readonly version?: string;
  /** Reads a file from disk; undefined for a URI that does not name a file on disk. */
  readonly readFile?: (...parameters: Parameters<ReadFile>) => ReturnType<ReadFile> | undefined;
  /** Says what a URI names on disk; undefined for a URI that does not name anything on disk. */
  readonly kindOf?: (...parameters: Parameters<KindOf>) => ReturnType<KindOf> | undefined;
  /** Says whether a file on disk has changed. */
  readonly stampOf?: StampOf;
  /** The URIs of the home folder: as it is named, and with links followed. */
  readonly homes?: readonly string[];
  /** Lists a folder on disk. */
  readonly listFiles?: ListFiles;
  /** Says what git ignores in a folder on disk because of the folders above it. */
  readonly aboveOf?: AboveOf;
  /** Replaces a file on disk, whole or not at all. */
  readonly replaceFile?: ReplaceFile;
  /** Writes a file on disk from its parts, whole or not at all. */
  readonly writeParts?: WriteParts;
  /** Makes a new folder of files on disk, whole or not at all. */
  readonly writeFolder?: WriteFolder;
  /** Creates a file on disk, whole or not at all. */
  readonly writeNew?: WriteNew;
  /** Says whether a file on disk is in a folder, links followed. */
  readonly liesIn?: LiesIn;
  /** Keeps copies of files on disk. */
  readonly copies?: Copies;
  /** Loads what reads Parquet, which is apart, because few need it. */
  readonly parquet?: () => Promise<ReadParquet>;
  readonly now?: () => Date;
}

/** How files are read: on disk if the host has access to one, otherwise through the client if it supports that. */
export function filesOf(
  host: Host,
  connection: Connection,
  client: ClientAbilities,
): { readonly readFile: ReadFile; readonly kindOf: KindOf } {
  const readElsewhere = readThroughClient(connection);
  const kindElsewhere = kindThroughClient(connection);
  return {
    readFile: async (uri, isWanted) =>
      host.readFile?.(uri, isWanted) ?? (client.readsFiles ? readElsewhere(uri, isWanted) : undefined),
    kindOf: async (uri) => host.kindOf?.(uri) ?? (client.readsFiles ? kindElsewhere(uri) : undefined),
  };
}
