/**
 * Copies of files as they were before they were fixed, in a folder: each under the digest of its bytes, and a manifest
 * that says of which file it is.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GitHistory } from './git/history';
import { reasonOf } from './reasons';

/** A line of the manifest. */
interface Line {
  readonly uri: string;
  /** SHA-256 of the file's bytes before they were replaced, and after. */
  readonly before: string;
  readonly after: string;
  /** How long the copy is, in bytes; earlier versions did not say so. */
  readonly bytes?: number;
  /** There is no copy, because git keeps the bytes under this name. */
  readonly blob?: string;
}

/** A file that was fixed, and what it was. */
export interface Copy {
  readonly uri: string;
  /** In bytes; 0 where there is no copy, or an earlier version has kept it. */
  readonly size: number;
  /** Whether these bytes are what fixing made of the file, what it was before, or neither. */
  stateOf(bytes: Uint8Array): 'fixed' | 'restored' | 'changed';
  /** The file's bytes as they were. Throws a LostCopyError when nobody has them any more. */
  read(): Promise<Uint8Array>;
}

/** The bytes that a file had are not to be had. The message says why. */
export class LostCopyError extends Error {}

/**
 * Keeps a file's bytes before others take their place. They are on the disk when it resolves. Where git keeps them, as
 * `blob`, only that is written down. Throws Node's own error when they cannot be written; other files' copies are then as
 * they were.
 */
export async function keepCopy(
  folder: string,
  manifest: string,
  uri: string,
  before: Uint8Array,
  after: Uint8Array,
  blob?: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const digests = { uri, before: digestOf(before), after: digestOf(after) };
  const line: Line = blob === undefined ? { ...digests, bytes: before.length } : { ...digests, blob };
  const copy = path.join(folder, line.before);
  const isNew = blob === undefined && (await writeOnce(copy, before));
  try {
    await appendLine(path.join(folder, manifest), JSON.stringify(line));
  } catch (error) {
    if (isNew) await unlink(copy).catch(() => {});
    throw error;
  }
}

/** Whether there was none: the copy of another file with the same bytes is left as it is. */
async function writeOnce(file: string, content: Uint8Array): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(content);
    await handle.sync();
    return true;
  } catch (error) {
    await unlink(file).catch(() => {});
    throw error;
  } finally {
    await handle.close();
  }
}

/** The next line must not go on where this one could not. */
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

/** What a folder keeps. */
export interface Kept {
  readonly copies: readonly Copy[];
  /** What is wrong with the manifest, in sentences. */
  readonly faults: readonly string[];
}

/** The copies in a folder. Throws what Node throws when the manifest cannot be read. */
export async function keptCopies(folder: string, manifest: string): Promise<Kept> {
  const lines = (await readFile(path.join(folder, manifest), 'utf8')).split('\n');
  const history = new GitHistory();
  const copies: Copy[] = [];
  const faults: string[] = [];
  for (const [index, text] of lines.entries()) {
    const line = readLine(text);
    // The last one is torn where the machine went down while it was written; the file it is of was not written then.
    if (line) copies.push(copyOf(folder, line, history));
    else if (index < lines.length - 1) faults.push(`Line ${index + 1} of its ${manifest} is damaged.`);
  }
  if (lines.length === 1 && copies.length === 0 && (await readdir(folder)).some((name) => isHex(name, [64])))
    faults.push(`Its ${manifest} is empty, though copies are there.`);
  return { copies, faults };
}

function copyOf(folder: string, { uri, before, after, bytes: size = 0, blob }: Line, history: GitHistory): Copy {
  return {
    uri,
    size,
    stateOf: (bytes) => {
      const digest = digestOf(bytes);
      return digest === after ? 'fixed' : digest === before ? 'restored' : 'changed';
    },
    read: async () => {
      const copy = path.join(folder, before);
      const bytes = blob === undefined ? await readCopy(copy) : history.bytesOf(fileURLToPath(uri), blob);
      if (!bytes) throw new LostCopyError(`There is no copy of it, because git had it as ${blob}, and has it no more.`);
      if (digestOf(bytes) !== before) throw new LostCopyError(`Its copy is damaged: ${copy}`);
      return bytes;
    },
  };
}

async function readCopy(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new LostCopyError(`Its copy cannot be read: ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Undefined for what is no line of a manifest. */
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
