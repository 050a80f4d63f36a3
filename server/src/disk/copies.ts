/**
 * Copies of files as they were before they were fixed, in a folder: each under the digest of its bytes, and a manifest
 * that says of which file it is.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

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
  /** The file's bytes as they were. Throws when the copy is not whole, or git has it. */
  read(): Promise<Uint8Array>;
}

/**
 * Keeps a file's bytes before others take their place. They are on the disk when it resolves. Where git keeps them, as
 * `blob`, only that is written down. Throws Node's own error when they cannot be written.
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
  if (blob === undefined) await writeThrough(path.join(folder, line.before), before);
  await appendFile(path.join(folder, manifest), `${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
}

async function writeThrough(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The copies in a folder; none where there is no manifest. */
export async function keptCopies(folder: string, manifest: string): Promise<readonly Copy[]> {
  const lines = (await readFile(path.join(folder, manifest), 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((line) => readLine(line) ?? []).map((line) => copyOf(folder, line));
}

function copyOf(folder: string, { uri, before, after, bytes: size = 0, blob }: Line): Copy {
  return {
    uri,
    size,
    stateOf: (bytes) => {
      const digest = digestOf(bytes);
      return digest === after ? 'fixed' : digest === before ? 'restored' : 'changed';
    },
    read: async () => {
      if (blob !== undefined) throw new Error(`git keeps it as it was: git cat-file blob ${blob}`);
      const bytes = await readFile(path.join(folder, before));
      if (digestOf(bytes) !== before) throw new Error('Its copy is damaged.');
      return bytes;
    },
  };
}

/** A line may be torn where the machine went down while it was written; the file it is of was not written then. */
function readLine(line: string): Line | undefined {
  try {
    const read: Line = JSON.parse(line);
    return /^[0-9a-f]{64}$/.test(read.before) ? read : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
