/** Listing, reading and writing files: on disk where the server has one, else through the client. */
import type { Connection } from 'vscode-languageserver';
import type { Repository } from '../corpus/ignoreRules';
import { canonical, fileIn, pathIn } from '../corpus/uris';
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
 * A file's bytes by URI; undefined when there is none, when its scheme is not known here, or when its beginning is not
 * wanted. Throws, with a sentence, when there is one that cannot be read.
 */
export type ReadFile = (uri: string, isWanted?: (head: Uint8Array) => boolean) => Promise<Uint8Array | undefined>;

/** What there is under a URI, links followed; `other` also for a link that leads nowhere. */
export type Kind = 'file' | 'folder' | 'other';

/** Undefined where there is nothing, or nobody knows. */
export type KindOf = (uri: string) => Promise<Kind | undefined>;

/** Which files of a folder are listed. Paths are relative to the folder, with slashes between their parts. */
export interface Walk {
  /** Told of a folder that is the root of a git repository, before of its `.gitignore`. */
  addRepository(folder: string, repository: Repository): void;
  addIgnoreFile(folder: string, content: string): void;
  enters(folder: string): boolean;
  has(file: string): boolean;
  /** Told of a folder that cannot be listed, and why, in a sentence. */
  cannotList(folder: string, reason: string): void;
  /** Told of a link to a file that is listed under another name. */
  isOtherName(link: string, first: string): void;
}

/** The paths of the files in a folder, by its URI; undefined when that cannot be listed from here. */
export type ListFiles = (folder: string, walk: Walk) => AsyncIterable<readonly string[]> | undefined;

/** What counts for a folder in a git repository from above it: the repository, and texts of `.gitignore`, the weakest first. */
export interface Above {
  readonly repository: Repository;
  /** `way` leads from the folder for which a text counts down to the one that was asked for, with slashes. */
  readonly texts: readonly { readonly way: string; readonly content: string }[];
}

/** Undefined for a folder that is in no repository, or is the root of one. */
export type AboveOf = (folder: string) => Promise<Above | undefined>;

/**
 * Puts bytes in the place of a file's; gives false for a URI that it does not know. Throws when the file does not hold
 * the expected bytes, or cannot be written; it is then as it was.
 */
export type ReplaceFile = (uri: string, content: Uint8Array, expected: Uint8Array) => Promise<boolean>;

/**
 * Writes a file from its parts, one after another; it is there, whole, behind the last one. Gives false, and asks for no
 * part, for a URI that it does not know. Throws when the file cannot be written, or is another one meanwhile, and what
 * the parts throw; the file is then as it was.
 */
export type WriteParts = (uri: string, parts: AsyncIterable<string>) => Promise<boolean>;

/** Whether a file on disk lies in a folder, links followed. */
export type LiesIn = (uri: string, folder: string) => Promise<boolean>;

/** A file that was fixed, and its bytes as they were. */
export interface Copy {
  readonly uri: string;
  /** Whether these bytes are what fixing made of the file, what it was before, or neither. */
  stateOf(bytes: Uint8Array): 'fixed' | 'restored' | 'changed';
  /** Throws when the copy is not whole. */
  read(): Promise<Uint8Array>;
}

/** A run that fixed files, with copies of them. */
export interface FixedRun {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly copies: readonly Copy[];
}

/** Runs with copies of files as they were before they were fixed, in folders that are named by URIs. */
export interface Copies {
  /** Begins a run, and gives what keeps a copy, which is on the disk when that resolves. Both throw when it is not possible. */
  begin(folder: string): Promise<(uri: string, before: Uint8Array, after: Uint8Array) => Promise<void>>;
  /** The latest first. */
  list(folder: string): Promise<readonly FixedRun[]>;
}

/** Reads through the client's file system, which knows every scheme that the editor knows. */
export function readThroughClient(connection: Connection): ReadFile {
  return async (uri, isWanted = () => true) => {
    const answer = await connection.sendRequest<ReadFileAnswer>(READ_FILE, uri);
    if (answer === null) return undefined;
    if (typeof answer !== 'string') throw new Obstacle(answer.reason);
    const bytes = fromBase64(answer);
    return isWanted(bytes) ? bytes : undefined;
  };
}

/** Asks the client. */
export function kindThroughClient(connection: Connection): KindOf {
  return async (uri) => (await connection.sendRequest<KindOfAnswer>(KIND_OF, uri).catch(() => null)) ?? undefined;
}

/** Lists through the client. It leaves out what the patterns exclude; the walk decides on what it lists. */
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

/** A folder's own repository. What is above a workspace folder, such a client may not be allowed to see. */
async function repositoryThroughClient(connection: Connection, folder: string): Promise<Repository | undefined> {
  const read = readThroughClient(connection);
  const [config, exclude] = await Promise.all(
    ['.git/config', '.git/info/exclude'].map((path) => read(fileIn(folder, path)).catch(() => undefined)),
  );
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  return config && { config: text(config), exclude: text(exclude) };
}
