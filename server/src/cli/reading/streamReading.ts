/** Reads streams as parts: standard input, pipes, and what else can be read only once. */
import fs from 'node:fs';
import { type InputFile, STDIN } from '../input/inputFile';
import { bytesRead } from '../output/progress';
import { KIND_LENGTH, requireText } from './fileReading';
import type { Cutter, Part } from './parts';

/**
 * The stream of an input that is not a regular file. It can be read once. Throws if standard input is a folder, which Node
 * does not report; the stream throws what `requireText` throws.
 */
export function streamOf({ path }: Pick<InputFile, 'path'>): AsyncIterable<Uint8Array> {
  if (path === STDIN && isFolder(0)) throw new Error('This is a folder.');
  return textBlocks(blocksOf(path));
}

/** The bytes of a file, a pipe or standard input, as they come. A progress bar follows them. */
export async function* blocksOf(path: string): AsyncGenerator<Uint8Array> {
  const state = path === STDIN ? undefined : fs.statSync(path, { throwIfNoEntry: false });
  const length = state?.isFile() ? state.size : undefined;
  let bytes = 0;
  for await (const block of path === STDIN ? process.stdin : fs.createReadStream(path)) {
    bytes += block.length;
    bytesRead(bytes, length);
    yield block;
  }
}

function isFolder(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isDirectory();
  } catch {
    return false; // The descriptor is closed.
  }
}

/**
 * The same bytes in blocks, the first of which is long enough to recognise the kind. Throws what `requireText` throws.
 */
async function* textBlocks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const block of stream) {
    if (length >= KIND_LENGTH) {
      yield block;
      continue;
    }
    first.push(block);
    length += block.length;
    if (length >= KIND_LENGTH) yield beginning(first);
  }
  if (length < KIND_LENGTH) yield beginning(first);
}

function beginning(blocks: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat(blocks);
  requireText(bytes, true);
  return bytes;
}

/** The parts of a stream, each as soon as it is complete. */
export async function* streamParts(
  cutter: Cutter,
  stream: AsyncIterable<Uint8Array>,
  provenUntil: string | undefined,
): AsyncGenerator<Part> {
  for await (const parts of partsByBlock(cutter, stream, provenUntil)) yield* parts;
}

/**
 * The same, with those parts together that come together, because waiting for each costs more than reading it. `keep` gets all
 * bytes as they come.
 */
export async function* partsByBlock(
  cutter: Cutter,
  stream: AsyncIterable<Uint8Array>,
  provenUntil: string | undefined,
  keep?: (bytes: Uint8Array) => void,
): AsyncGenerator<Iterable<Part>> {
  cutter.reset(provenUntil);
  for await (const block of stream) {
    keep?.(block);
    for (let from = 0; from < block.length; ) {
      const room = cutter.room();
      const part = block.subarray(from, from + room.length);
      room.set(part);
      from += part.length;
      yield cutter.take(part.length, 'open');
    }
  }
  yield cutter.take(0, 'certain');
}
