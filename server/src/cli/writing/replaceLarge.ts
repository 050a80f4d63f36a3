/** Replaces a large file by its new content, part by part. */
import { rmSync } from 'node:fs';
import { digestFile } from '../../disk/digestFile';
import { Replacement } from '../../disk/writing/replaceFile';
import type { Interruption } from '../output/interruption';
import type { Backup } from './backup';

/** The digests (SHA-256, hexadecimal) of a file's bytes before and after it is replaced. */
export interface Digests {
  readonly before: string;
  readonly after: string;
}

/** What is to be the content of a large file. */
export interface NewContent<Written extends Digests> {
  /** The present length of the file, in bytes. */
  readonly length: number;
  write(write: (bytes: Uint8Array) => Promise<void>): Promise<Written>;
}

export interface ReplaceTask<Written> {
  /** The real path of the file, and those of its other names. */
  readonly names: readonly [string, ...string[]];
  readonly backup: Backup | undefined;
  readonly interruption: Interruption;
  /** Called once the new content is written, and before it takes the place of the old one. */
  readonly onWritten?: (written: Written) => void;
  /** Called in the end. A signal does not end the call before. */
  readonly onPut: () => Promise<void>;
}

/**
 * Writes the new content of a file to a temporary file beside it, keeps copies, and puts it in the place of all its names. A
 * signal before that removes the temporary file. Throws what `replaceFile`, `Backup.keep` and the content throw.
 */
export async function replaceLarge<Written extends Digests>(
  content: NewContent<Written>,
  task: ReplaceTask<Written>,
): Promise<void> {
  const { names, backup, interruption, onWritten, onPut } = task;
  const [place, ...others] = names;
  const replacement = await Replacement.begin(place, others);
  const remove = () => rmSync(replacement.temporary, { force: true });
  process.once('exit', remove);
  try {
    const written = await content.write((bytes) => replacement.write(bytes));
    const { before, after } = written;
    onWritten?.(written);
    await interruption.toItsEnd(async () => {
      for (const path of names) await backup?.keepLarge({ path, length: content.length, before, after });
      await replacement.put(async (name) => digestFile(name) === before);
      await onPut();
    });
  } catch (error) {
    await replacement.drop();
    throw error;
  } finally {
    process.off('exit', remove);
  }
}
