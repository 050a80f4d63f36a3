/** The lines of a stream of bytes. Only line feeds end them. */

export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** With its line feed; only the last line may have none. */
  readonly bytes: Buffer;
}

const LINE_FEED = 0x0a;

/** The lines of a stream, in as much memory as one of them. Joined, they are the stream. Throws what the stream throws. */
export async function* byteLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let number = 0;
  for await (const block of stream) {
    let from = 0;
    for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, from)) {
      parts.push(block.subarray(from, at + 1));
      yield { number: ++number, bytes: Buffer.concat(parts) };
      parts = [];
      from = at + 1;
    }
    if (from < block.length) parts.push(block.subarray(from));
  }
  if (parts.length > 0) yield { number: ++number, bytes: Buffer.concat(parts) };
}

/** A line without its line feed. */
export function withoutLineFeed(bytes: Buffer): Buffer {
  return bytes.at(-1) === LINE_FEED ? bytes.subarray(0, -1) : bytes;
}
