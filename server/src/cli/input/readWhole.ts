/** Reads a file or a stream as a whole. */
import fs from 'node:fs';

/**
 * A file's bytes. Throws for a pipe or a device, which might keep the call waiting forever, and passes on Node's
 * errors.
 */
export function readFile(path: string): Buffer {
  const found = fs.statSync(path);
  if (!found.isFile() && !found.isDirectory()) throw new Error('This is not a file but a pipe or a device.');
  return fs.readFileSync(path);
}

/** All bytes of a stream. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of stream) blocks.push(block);
  return Buffer.concat(blocks);
}
