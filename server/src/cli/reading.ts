/** Documents as pieces: from files, which are read in one go or in blocks, and from streams. */
import fs from 'node:fs';
import { HEAD_LENGTH, looksLikeArticle } from '../core/detection';
import { decode } from '../corpus/checkFile';
import type { InputFile } from './inputs';
import { Cutter, type End, type Piece } from './pieces';

/**
 * A file's pieces; none of a file that was only found in a folder and is no article. Throws what Node throws when the file
 * cannot be read.
 *
 * Synchronous, because a corpus is thousands of small files, for which waiting costs more than reading.
 */
export function* filePieces(
  cutter: Cutter,
  { path, named, regular }: InputFile,
  today: string | undefined,
): Generator<Piece> {
  const file = fs.openSync(path, 'r');
  try {
    cutter.reset();
    let isArticle = named;
    for (let end: End = 'open'; end !== 'certain'; ) {
      const room = cutter.room();
      const count = fs.readSync(file, room, 0, room.length, null);
      // On some file systems, a file may go on behind a short read.
      end = count === 0 ? 'certain' : regular && count < room.length ? 'likely' : 'open';
      for (const piece of cutter.take(count, end, today)) {
        isArticle ||= isHealthyAtTop(piece) || beginsLikeArticle(piece.bytes);
        if (!isArticle) return;
        yield piece;
        if (piece.final) return;
      }
      isArticle ||= beginsLikeArticle(cutter.rest());
      if (!isArticle) return;
    }
  } finally {
    fs.closeSync(file);
  }
}

/** The pieces of a stream, as soon as they are complete. */
export async function* streamPieces(
  cutter: Cutter,
  stream: AsyncIterable<Uint8Array>,
  today: string | undefined,
): AsyncGenerator<Piece> {
  cutter.reset();
  for await (const block of stream) {
    for (let from = 0; from < block.length; ) {
      const room = cutter.room();
      const part = block.subarray(from, from + room.length);
      room.set(part);
      from += part.length;
      yield* cutter.take(part.length, 'open', today);
    }
  }
  yield* cutter.take(0, 'certain', today);
}

/** A file's bytes. Throws for a pipe or a device, which may keep a call waiting for ever, and what Node throws. */
export function readFile(path: string): Buffer {
  const found = fs.statSync(path);
  if (!found.isFile() && !found.isDirectory()) throw new Error('This is no file, but a pipe or a device.');
  return fs.readFileSync(path);
}

/** Everything that a stream has. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of stream) blocks.push(block);
  return Buffer.concat(blocks);
}

/** Whether a file that was only found in a folder is an article, by its bytes. */
export function isWanted({ named }: InputFile, bytes: Uint8Array): boolean {
  return named || beginsLikeArticle(bytes);
}

/** Whether there is such a file, and it looks like an article. */
export function holdsArticles(file: string): boolean {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const found = { path: file, named: false, regular: true, root: '.' };
  return filePieces(new Cutter(), found, undefined).next().done === false;
}

/** Whether detection would say so: all that it looks for stands near the top. */
function isHealthyAtTop({ healthy }: Piece): boolean {
  return healthy !== undefined && healthy.end - healthy.text.length < HEAD_LENGTH;
}

/** Four bytes are the most that a character takes. */
function beginsLikeArticle(bytes: Uint8Array): boolean {
  return looksLikeArticle(decode(bytes.subarray(0, HEAD_LENGTH * 4)));
}
