/** What is read in one go: a file, or all that a stream has. */
import fs from 'node:fs';

/** A file's bytes. Throws for a pipe or a device, which may keep a call waiting for ever, and what Node throws. */
export function readFile(path: string): Buffer {
  const found = fs.statSync(path);
  if (!found.isFile() && !found.isDirectory()) throw new Error('This is not a file but a pipe or a device.');
  return fs.readFileSync(path);
}

/** Everything that a stream has. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of stream) blocks.push(block);
  return Buffer.concat(blocks);
}
