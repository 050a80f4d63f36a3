/** Lists, reads and writes files: on disk if the server has access to one, otherwise through the client. */
import type { Connection } from 'vscode-languageserver';
import type { RepositoryRules } from '../corpus/files/ignoreRules';
import { canonical, fileIn, pathIn } from '../corpus/files/uris';
import type { NewFolder } from '../corpus/targets';
import {
  fromBase64,
  KIND_OF,
  type KindOfAnswer,
  LIST_FILES,
  type ListFilesParams,
  READ_FILE,
  type ReadFileAnswer,
} from '../protocol';
import { Obstacle } from './failures';

/**
 * Reads a file's bytes by its URI. Undefined if there is no such file, if its scheme is not known here, or if `isWanted`
 * rejects its beginning. Throws, with a sentence, if the file cannot be read.
 */
export type ReadFile = (uri: string, isWanted?: IsWanted) => Promise<Uint8Array | undefined>;

/**
 * Decides by the first bytes of a file whether the others are wanted. `identity` names the file itself, where that is known to have
 * several names on the disk.
 */
export type IsWanted = (head: Uint8Array, identity?: string) => boolean;

/** What a URI names, links followed. A link that leads nowhere is `other`. */
export type Kind = 'file' | 'folder' | 'other';

/** Undefined if there is nothing, or if it is not known. */
export type KindOf = (uri: string) => Promise<Kind | undefined>;

/** Decides which files of a folder are listed. Paths are relative to the folder, with slashes. */
export interface Walk {
  /** Called for a folder that is the root of a git repository, before its `.gitignore` is added. */
  addRepository(folder: string, repository: RepositoryRules): void;
  addIgnoreFile(folder: string, content: string): void;
  enters(folder: string): boolean;
  has(file: string): boolean;
  /** Called for a folder that cannot be listed. The reason is a sentence. */
  cannotList(folder: string, reason: string): void;
  /** Called for a link to a file that is already listed under another name, `first`. */
  isOtherName(link: string, first: string): void;
}

/** Lists the paths of the files in a folder, by its URI; undefined if the folder is not on this disk. */
export type ListFiles = (folder: string, walk: Walk) => AsyncIterable<readonly string[]> | undefined;

/**
 * What git ignores in a folder because of the folders above it: the repository, and texts of `.gitignore`, the weakest
 * first.
 */
export interface Above {
  readonly repository: RepositoryRules;
  /** `way` is the path from the folder of a `.gitignore` down to the folder in question, with slashes. */
  readonly texts: readonly { readonly way: string; readonly content: string }[];
}

/** Undefined for a folder that is not in a repository, or is the root of one. */
export type AboveOf = (folder: string) => Promise<Above | undefined>;

/**
 * Replaces a file's bytes, under all its names: `others` are the further ones. False for a URI that it cannot handle. Throws if
 * the file does not hold the `expected` bytes, or cannot be written; the file is then unchanged.
 */
export type ReplaceFile = (
  uri: string,
  content: Uint8Array,
  expected: Uint8Array,
  others?: readonly string[],
) => Promise<boolean>;

/**
 * Writes a file from its parts. The file appears as a whole, after the last part. False, without asking for any part, for a
 * URI that it cannot handle. Throws if the file cannot be written or was changed meanwhile, and passes on what the parts
 * throw; the file is then unchanged.
 */
export type WriteParts = (uri: string, parts: AsyncIterable<string>) => Promise<boolean>;

/**
 * Makes a new folder of files. It appears as a whole. False, without calling `write`, for a URI that it cannot handle. Throws
 * if there is something of that name, or it cannot be written, and passes on what `write` throws; nothing is left then.
 */
export type WriteFolder = (uri: string, write: (folder: NewFolder) => Promise<void>) => Promise<boolean>;

/**
 * Creates a file. False for a URI that it cannot handle. Throws, with a sentence, if there is such a file or it cannot be written.
 */
export type WriteNew = (uri: string, text: string) => Promise<boolean>;

/** A text that differs after each change of a file on disk; undefined if there is no such file. */
export type StampOf = (uri: string) => Promise<string | undefined>;

/** Whether a file on disk is in a folder, links followed. */
export type LiesIn = (uri: string, folder: string) => Promise<boolean>;

/** A copy of a file from before it was fixed. */
export interface Copy {
  readonly uri: string;
  /**
   * Compares bytes with the file: `fixed` as fixing left it, `restored` as it was before, `changed` for anything else.
   */
  stateOf(bytes: Uint8Array): 'fixed' | 'restored' | 'changed';
  /** The bytes from before the fix. Throws if the copy is damaged. */
  read(): Promise<Uint8Array>;
}

/** A run that fixed files, with the copies that it kept. */
export interface FixedRun {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly copies: readonly Copy[];
}

/** Keeps copies of files from before they were fixed, by runs, in folders that are given by URI. */
export interface Copies {
  /**
   * Begins a run. Gives a function that keeps a copy; when that resolves, the copy is on the disk. Both throw if they
   * fail.
   */
  begin(folder: string): Promise<(uri: string, before: Uint8Array, after: Uint8Array) => Promise<void>>;
  /** All runs, the latest first. */
  list(folder: string): Promise<readonly FixedRun[]>;
}

/** Reads files through the client, which knows every scheme that the editor knows. */
export function readThroughClient(connection: Connection): ReadFile {
  return async (uri, isWanted = () => true) => {
    const answer = await connection.sendRequest<ReadFileAnswer>(READ_FILE, uri);
    if (answer === null) return undefined;
    if (typeof answer !== 'string') throw new Obstacle(answer.reason);
    const bytes = fromBase64(answer);
    return isWanted(bytes) ? bytes : undefined;
  };
}

/** Asks the client what a URI names. */
export function kindThroughClient(connection: Connection): KindOf {
  return async (uri) => (await connection.sendRequest<KindOfAnswer>(KIND_OF, uri).catch(() => null)) ?? undefined;
}

/** Lists files through the client, which leaves out what the patterns exclude. The walk decides on the rest. */
export async function* listThroughClient(
  connection: Connection,
  folder: string,
  { include, exclude, walk }: { include: readonly string[]; exclude: readonly string[]; walk: Walk },
): AsyncGenerator<readonly string[]> {
  const params: ListFilesParams = { folder, include: [...include, '**/.gitignore'], exclude };
  const uris = await connection.sendRequest<readonly string[] | null>(LIST_FILES, params).catch(() => null);
  const paths = (uris ?? []).flatMap((uri) => pathIn(folder, canonical(uri)) ?? []);
  const repository = await repositoryThroughClient(connection, folder);
  if (repository) walk.addRepository('', repository);
  const isIgnoreFile = (path: string) => /(?:^|\/)\.gitignore$/.test(path);
  for (const path of paths.filter(isIgnoreFile)) {
    const content = await readThroughClient(connection)(fileIn(folder, path)).catch(() => undefined);
    if (content) walk.addIgnoreFile(path.slice(0, -'/.gitignore'.length), new TextDecoder().decode(content));
  }
  yield paths.filter((path) => !isIgnoreFile(path) && walk.has(path));
}

/**
 * The repository whose root is this folder. Not one above it: such a client may have no access above a workspace
 * folder.
 */
async function repositoryThroughClient(connection: Connection, folder: string): Promise<RepositoryRules | undefined> {
  const read = readThroughClient(connection);
  const [config, exclude] = await Promise.all(
    ['.git/config', '.git/info/exclude'].map((path) => read(fileIn(folder, path)).catch(() => undefined)),
  );
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  return config && { config: text(config), exclude: text(exclude) };
}
