/** Documents as pieces: from files, which are read in blocks, and from streams. */
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { HEAD_LENGTH } from '../core/detection';
import { type HealthyArticle, healthyArticle, UTF_8 } from '../core/healthy';
import { beginsLikeArticle } from '../corpus/checkFile';
import type { HardLinks } from '../disk/hardLinks';
import { OtherNameRemark } from './faults';
import type { InputFile } from './inputs';
import { Cutter, type End, type Piece } from './pieces';

/** Articles are shorter, but for very few. */
const head = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * The article of a file that holds one and nothing else, and is proven healthy: such are nearly all files of a corpus, and
 * most of the time goes into opening them. Undefined for any other file. Throws as `filePieces` does.
 */
export function healthyFile(
  { path, named, regular }: InputFile,
  today: string,
  links: HardLinks,
): HealthyArticle | undefined {
  if (!regular) return undefined;
  const count = readHead(path, links);
  if (count === head.length) return undefined;
  const article = healthyArticle(head.toString('latin1', 0, count), 0, UTF_8);
  const isWhole = article?.end === count && article.latest <= today && isUtf8(head.subarray(0, count));
  return isWhole && (named || isAtTop(article)) ? article : undefined;
}

/** Fills `head` with the first bytes of a file; gives their number. */
function readHead(path: string, links: HardLinks): number {
  const file = fs.openSync(path, 'r');
  try {
    requireFirstName(path, file, links);
    return fs.readSync(file, head, 0, head.length, null);
  } finally {
    fs.closeSync(file);
  }
}

/**
 * A file's pieces; none of a file that was only found in a folder and is no article. Throws what Node throws when the file
 * cannot be read, and an OtherNameRemark when `links` know it by another name.
 *
 * Synchronous, because a corpus is thousands of small files, for which waiting costs more than reading.
 */
export function* filePieces(
  cutter: Cutter,
  { path, named, regular }: Pick<InputFile, 'path' | 'named' | 'regular'>,
  today: string | undefined,
  links?: HardLinks,
): Generator<Piece> {
  const file = fs.openSync(path, 'r');
  try {
    if (links) requireFirstName(path, file, links);
    cutter.reset();
    let isArticle = named;
    for (let end: End = 'open'; end !== 'certain'; ) {
      const room = cutter.room();
      const count = fs.readSync(file, room, 0, room.length, null);
      // On some file systems, a file may go on behind a short read.
      end = count === 0 ? 'certain' : regular && count < room.length ? 'likely' : 'open';
      for (const piece of cutter.take(count, end, today)) {
        isArticle ||= (piece.healthy && isAtTop(piece.healthy)) || beginsLikeArticle(piece.bytes);
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

/** Throws an OtherNameRemark for an open file that was opened under another name before. */
function requireFirstName(path: string, file: number, links: HardLinks): void {
  const first = links.firstOf(path, file);
  if (first !== undefined) throw new OtherNameRemark(first);
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

/** Whether a file that was only found in a folder is an article, by its bytes. */
export function isWanted({ named }: InputFile, bytes: Uint8Array): boolean {
  return named || beginsLikeArticle(bytes);
}

/** Whether there is such a file, and it looks like an article. */
export function holdsArticles(file: string): boolean {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const pieces = filePieces(new Cutter(), { path: file, named: false, regular: true }, undefined);
  const { done } = pieces.next();
  pieces.return(undefined); // Closes the file.
  return done === false;
}

/** Whether a document that begins with this article looks like one: all that detection looks for stands near the top. */
function isAtTop({ end, text }: HealthyArticle): boolean {
  return end - text.length < HEAD_LENGTH;
}
