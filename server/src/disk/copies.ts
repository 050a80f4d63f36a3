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
  /** Digests of the file's bytes before it was fixed, and after. */
  readonly before: string;
  readonly after: string;
}

/** A file that was fixed, and what it was. */
export interface Copy {
  readonly uri: string;
  /** Whether these bytes are what fixing made of the file, what it was before, or neither. */
  stateOf(bytes: Uint8Array): 'fixed' | 'restored' | 'changed';
  /** The file's bytes as they were. Throws when the copy is not whole. */
  read(): Promise<Uint8Array>;
}

/**
 * Keeps a file's bytes before others take their place. They are on the disk when it resolves. Throws Node's own error when
 * they cannot be written.
 */
export async function keepCopy(
  folder: string,
  manifest: string,
  uri: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const line: Line = { uri, before: digestOf(before), after: digestOf(after) };
  const handle = await open(path.join(folder, line.before), 'w', 0o600);
  try {
    await handle.writeFile(before);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await appendFile(path.join(folder, manifest), `${JSON.stringify(line)}\n`, { flush: true });
}

/** The copies in a folder; none where there is no manifest. */
export async function keptCopies(folder: string, manifest: string): Promise<readonly Copy[]> {
  const lines = (await readFile(path.join(folder, manifest), 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((line) => readLine(line) ?? []).map((line) => copyOf(folder, line));
}

function copyOf(folder: string, { uri, before, after }: Line): Copy {
  return {
    uri,
    stateOf: (bytes) => {
      const digest = digestOf(bytes);
      return digest === after ? 'fixed' : digest === before ? 'restored' : 'changed';
    },
    read: async () => {
      const bytes = await readFile(path.join(folder, before));
      if (digestOf(bytes) !== before) throw new Error('Its copy is damaged.');
      return bytes;
    },
  };
}

/** A line may be torn where the machine went down while it was written; the file it is of was not written then. */
function readLine(line: string): Line | undefined {
  try {
    const { uri, before, after } = JSON.parse(line);
    return /^[0-9a-f]{64}$/.test(before) ? { uri, before, after } : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
