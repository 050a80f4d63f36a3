/** Documents as pieces: from files, which are read in one go or in blocks, and from streams. */
import fs from 'node:fs';
import { HEAD_LENGTH, looksLikeArticle } from '../core/detection';
import { decode } from '../corpus/checkFile';
import type { InputFile } from './inputs';
import type { Cutter, Piece } from './pieces';

/**
 * Gives a file's pieces to `take`. Gives false, and no piece, for a file that was only found in a folder and is no
 * article. Throws what Node throws when the file cannot be read.
 *
 * Synchronous, because a corpus is thousands of small files, for which waiting costs more than reading.
 */
export function readPieces(
  cutter: Cutter,
  { path, named, regular }: InputFile,
  today: string | undefined,
  take: (piece: Piece) => void,
): boolean {
  const file = fs.openSync(path, 'r');
  try {
    cutter.reset();
    let isArticle = named;
    for (let isLast = false; !isLast; ) {
      const room = cutter.room();
      const count = fs.readSync(file, room, 0, room.length, null);
      isLast = count === 0 || (regular && count < room.length && fs.readSync(file, room, count, 1, null) === 0);
      for (const piece of cutter.take(count, isLast, today)) {
        isArticle ||= isHealthyAtTop(piece) || beginsLikeArticle(piece.bytes);
        if (!isArticle) return false;
        take(piece);
      }
      isArticle ||= beginsLikeArticle(cutter.rest());
      if (!isArticle) return false;
    }
    return true;
  } finally {
    fs.closeSync(file);
  }
}

/** Gives the pieces of a stream to `take`, as soon as they are complete. */
export async function readStreamPieces(
  cutter: Cutter,
  stream: AsyncIterable<Uint8Array>,
  today: string | undefined,
  take: (piece: Piece) => void | Promise<void>,
): Promise<void> {
  cutter.reset();
  for await (const block of stream) {
    for (let from = 0; from < block.length; ) {
      const room = cutter.room();
      const part = block.subarray(from, from + room.length);
      room.set(part);
      from += part.length;
      for (const piece of cutter.take(part.length, false, today)) await take(piece);
    }
  }
  for (const piece of cutter.take(0, true, today)) await take(piece);
}

/** Whether detection would say so: all that it looks for stands near the top. */
function isHealthyAtTop({ healthy }: Piece): boolean {
  return healthy !== undefined && healthy.number.end < HEAD_LENGTH / 2;
}

/** Four bytes are the most that a character takes. */
function beginsLikeArticle(bytes: Uint8Array): boolean {
  return looksLikeArticle(decode(bytes.subarray(0, HEAD_LENGTH * 4)));
}
