/** The digest of a file of any length. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const BLOCK = 1024 * 1024;

/** SHA-256 of a file's bytes, hexadecimal. Throws Node's error if it cannot be read. */
export function digestFile(file: string): string {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(BLOCK);
  const descriptor = openSync(file, 'r');
  try {
    for (let count = -1; count !== 0; ) {
      count = readSync(descriptor, block, 0, BLOCK, null);
      hash.update(block.subarray(0, count));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
