/** Reads a file or a stream as a whole. */
import fs from 'node:fs';

/**
 * A file's bytes. Throws for a pipe or a device, which might keep the call waiting forever, and passes on Node's
 * errors. Each error has the path, which Node gives to those of a folder not at all.
 */
export function readFile(path: string): Buffer {
  const found = fs.statSync(path);
  try {
    if (!found.isFile() && !found.isDirectory()) throw new Error('This is not a file but a pipe or a device.');
    return fs.readFileSync(path);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

/** All bytes of a stream. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of stream) blocks.push(block);
  return Buffer.concat(blocks);
}
