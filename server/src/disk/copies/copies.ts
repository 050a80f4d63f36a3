/**
 * Copies of files from before they were fixed, in one folder. Each copy is named by the digest of its bytes. A manifest says
 * which file each copy belongs to.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { GitHistory } from '../git/history';
import { reasonOf } from '../reasons';
import { FileChangedError } from '../writing/replaceFile';

/** The name of the manifest in its folder. */
export const MANIFEST = 'manifest.jsonl';

/** A line of the manifest. */
interface Line {
  readonly uri: string;
  /** SHA-256 of the file's bytes before they were replaced, and after. */
  readonly before: string;
  readonly after: string;
  /** The length of the copy in bytes. Missing in manifests of earlier versions. */
  readonly bytes?: number;
  /** Git's name for the bytes. With it there is no copy, because git keeps the bytes. */
  readonly blob?: string;
}

/** A copy of a file from before it was fixed. */
export interface Copy {
  readonly uri: string;
  /** In bytes; 0 if git keeps the bytes, or if an earlier version made the copy. */
  readonly size: number;
  /** SHA-256 of the file's bytes from before the fix, hexadecimal. */
  readonly before: string;
  /**
   * Compares bytes, or their digest, with the file: `fixed` as fixing left it, `restored` as it was before, `changed` for anything
   * else.
   */
  stateOf(bytes: Uint8Array | string): 'fixed' | 'restored' | 'changed';
  /** The file's bytes from before the fix. Throws a LostCopyError if they no longer exist. */
  read(): Promise<Uint8Array>;
  /** Gives the same bytes in blocks. Throws a LostCopyError, maybe at the end, and what `take` throws. */
  readInBlocks(take: (block: Uint8Array) => Promise<void>): Promise<void>;
}

/** The earlier bytes of a file are lost. The message says why. */
export class LostCopyError extends Error {}

/**
 * Keeps a file's bytes before they are replaced. When it resolves, they are on the disk. If git keeps them as `blob`, only
 * that name is recorded. Throws Node's error if they cannot be written; the copies of other files are not affected.
 */
export async function keepCopy(
  folder: string,
  uri: string,
  before: Uint8Array,
  after: Uint8Array,
  blob?: string,
): Promise<void> {
  const digests = { uri, before: digestOf(before), after: digestOf(after) };
  const line: Line = blob === undefined ? { ...digests, bytes: before.length } : { ...digests, blob };
  const write = blob === undefined ? (copy: FileHandle) => copy.writeFile(before) : undefined;
  await keep(folder, line, write);
}

/** A file that is too large for memory, before it is replaced. */
export interface LargeOriginal {
  readonly path: string;
  /** Its length in bytes. */
  readonly length: number;
  /** SHA-256 of its bytes, hexadecimal, and of those that will replace them. */
  readonly before: string;
  readonly after: string;
}

/** `keepCopy` for a large file. Throws a FileChangedError, too, if the file has other bytes than `before` says. */
export async function keepLargeCopy(
  folder: string,
  uri: string,
  { path: file, length, before, after }: LargeOriginal,
): Promise<void> {
  await keep(folder, { uri, before, after, bytes: length }, async (copy) => {
    const hash = createHash('sha256');
    for await (const block of createReadStream(file, { highWaterMark: BLOCK })) {
      hash.update(block);
      await copy.writeFile(block);
    }
    if (hash.digest('hex') !== before) throw new FileChangedError(file);
  });
}

const BLOCK = 1024 * 1024;

/** Adds a line to the manifest, and writes the copy that it names, unless there is none, or it exists. */
async function keep(folder: string, line: Line, write?: (copy: FileHandle) => Promise<void>): Promise<void> {
  const copy = path.join(folder, line.before);
  const isNew = write !== undefined && (await writeOnce(copy, write));
  try {
    await appendLine(path.join(folder, MANIFEST), JSON.stringify(line));
  } catch (error) {
    if (isNew) await unlink(copy).catch(() => {});
    throw error;
  }
}

/**
 * Writes a file unless it exists, and says whether it did. An existing copy has the same bytes, maybe from another
 * file.
 */
async function writeOnce(file: string, write: (copy: FileHandle) => Promise<void>): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (!handle) return false;
  try {
    await write(handle);
    await handle.sync();
    return true;
  } catch (error) {
    await unlink(file).catch(() => {});
    throw error;
  } finally {
    await handle.close();
  }
}

/** Appends a line. If that fails half-way, the part is removed, so that the next line does not continue it. */
async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    const { size } = await handle.stat();
    try {
      await handle.writeFile(`${line}\n`);
      await handle.sync();
    } catch (error) {
      await handle.truncate(size).catch(() => {});
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/** The content of a folder of copies. */
export interface Kept {
  readonly copies: readonly Copy[];
  /** The faults of the manifest, each as a sentence. */
  readonly faults: readonly string[];
}

/** The copies in a folder. Throws Node's error if the manifest cannot be read. */
export async function keptCopies(folder: string): Promise<Kept> {
  const lines = (await readFile(path.join(folder, MANIFEST), 'utf8')).split('\n');
  const history = new GitHistory();
  const copies: Copy[] = [];
  const faults: string[] = [];
  for (const [index, text] of lines.entries()) {
    const line = readLine(text);
    // A torn last line is no fault: the machine went down while it was written, and its file had not been replaced yet.
    if (line) copies.push(copyOf(folder, line, history));
    else if (index < lines.length - 1) faults.push(l10n.t('Line {0} of its {1} is damaged.', index + 1, MANIFEST));
  }
  if (lines.length === 1 && copies.length === 0 && (await readdir(folder)).some((name) => isHex(name, [64])))
    faults.push(l10n.t('Its {0} is empty, although there are copies.', MANIFEST));
  return { copies, faults };
}

function copyOf(folder: string, { uri, before, after, bytes: size = 0, blob }: Line, history: GitHistory): Copy {
  const copy = path.join(folder, before);
  const requireWhole = (digest: string) => {
    if (digest !== before) throw new LostCopyError(l10n.t('Its copy is damaged: {0}', copy));
  };
  const read = async () => {
    const bytes = blob === undefined ? await readCopy(copy) : history.bytesOf(fileURLToPath(uri), blob);
    if (!bytes)
      throw new LostCopyError(
        l10n.t('There is no copy of it, because git had its bytes as {0}, and no longer has them.', blob ?? ''),
      );
    requireWhole(digestOf(bytes));
    return bytes;
  };
  return {
    ...{ uri, size, before, read },
    stateOf: (bytes) => {
      const digest = typeof bytes === 'string' ? bytes : digestOf(bytes);
      return digest === after ? 'fixed' : digest === before ? 'restored' : 'changed';
    },
    readInBlocks: async (take) => {
      if (blob !== undefined) return take(await read());
      const hash = createHash('sha256');
      for await (const block of blocksOf(copy)) {
        hash.update(block);
        await take(block);
      }
      requireWhole(hash.digest('hex'));
    },
  };
}

async function* blocksOf(copy: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(copy, { highWaterMark: BLOCK });
  } catch (error) {
    throw unreadable(copy, error);
  }
}

async function readCopy(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
}

function unreadable(copy: string, error: unknown): LostCopyError {
  return new LostCopyError(l10n.t('Its copy cannot be read: {0}: {1}', copy, reasonOf(error)), { cause: error });
}

/** Undefined if the text is not a line of a manifest. */
function readLine(text: string): Line | undefined {
  try {
    const line: Partial<Record<keyof Line, unknown>> = JSON.parse(text);
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: Partial<Record<keyof Line, unknown>>): line is Line {
  const { uri, before, after, bytes = 0, blob = NO_BLOB } = line;
  const isSize = Number.isSafeInteger(bytes) && (bytes as number) >= 0;
  return typeof uri === 'string' && isHex(before, [64]) && isHex(after, [64]) && isSize && isHex(blob, [40, 64]);
}

const NO_BLOB = '0'.repeat(40);

function isHex(text: unknown, lengths: readonly number[]): boolean {
  return typeof text === 'string' && /^[0-9a-f]+$/.test(text) && lengths.includes(text.length);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
