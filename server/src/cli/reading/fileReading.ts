/** Reads files as parts, in blocks. */
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { HEAD_LENGTH, looksLikeArticle } from '../../core/detection';
import { type HealthyArticle, healthyArticle, UTF_8 } from '../../core/parse/proof';
import { decodeWide, foreignKind, wideText } from '../../corpus/text/foreignBytes';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { HardLinks } from '../../disk/hardLinks';
import type { InputFile } from '../input/inputFile';
import { OtherNameRemark } from '../output/faults';
import { bytesRead } from '../output/progress';
import { Cutter, type End, type Part } from './parts';
import type { CopiedBytes } from './streamCopy';

/** Knows the names of files that have several. */
export interface KnownNames {
  /** The name under which a file was found first, if that is another one. `opened` is its descriptor, if it is open. */
  firstOf(name: string, opened?: number): string | undefined;
}

/** The beginning of a file. Nearly all articles are shorter. */
const head = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * The article of a file that holds one article and nothing else, if it is proven healthy. This is a fast path: nearly all
 * files of a corpus are of this kind. Undefined for any other file. Throws what `fileParts` throws.
 */
export function healthyFile(
  { path, named, regular }: InputFile,
  provenUntil: string,
  links: KnownNames,
): HealthyArticle | undefined {
  if (!regular) return undefined;
  const count = readHead(path, links);
  if (count === head.length) return undefined;
  const article = healthyArticle(head.toString('latin1', 0, count), 0, UTF_8);
  const isWhole = article?.end === count && article.latest <= provenUntil && isUtf8(head.subarray(0, count));
  return isWhole && (named || isAtTop(article)) ? article : undefined;
}

/** The first bytes of a file. They are valid until the next file is read. Throws Node's error if it cannot be read. */
export function headOf(path: string): Uint8Array {
  return head.subarray(0, readHead(path, new HardLinks()));
}

/** Fills `head` with the first bytes of a file, and gives their number. */
function readHead(path: string, links: KnownNames): number {
  const file = fs.openSync(path, 'r');
  try {
    requireFirstName(path, file, links);
    return fs.readSync(file, head, 0, head.length, null);
  } finally {
    fs.closeSync(file);
  }
}

/**
 * A file's parts; none if it was only found in a folder and is not an article. Throws Node's error if the file cannot be
 * read, an OtherNameRemark if `links` knows it under another name, and what `requireText` throws. With `from`, only the parts
 * from this byte on, at which one of them must begin. `provenUntil` is as in `Cutter.reset`.
 *
 * Synchronous, because a corpus is thousands of small files, for which waiting costs more than reading.
 */
export function* fileParts(
  cutter: Cutter,
  { path, named, regular }: Pick<InputFile, 'path' | 'named' | 'regular'>,
  provenUntil: string | undefined,
  links?: KnownNames,
  from = 0,
): Generator<Part> {
  const file = fs.openSync(path, 'r');
  try {
    if (links) requireFirstName(path, file, links);
    let isFirst = from === 0;
    let isArticle = named || !isFirst;
    cutter.reset(provenUntil, isFirst);
    for (let end: End = 'open', at = from; end !== 'certain'; ) {
      const room = cutter.room();
      const count = fs.readSync(file, room, 0, room.length, from === 0 ? null : at);
      at += count;
      if (!isFirst) bytesRead(at, fs.fstatSync(file).size);
      if (isFirst) requireText(room.subarray(0, count), named);
      isFirst = false;
      // On some file systems, a read may be short although the file goes on.
      end = count === 0 ? 'certain' : regular && count < room.length ? 'likely' : 'open';
      for (const part of cutter.take(count, end)) {
        isArticle ||= (part.healthy && isAtTop(part.healthy)) || beginsLikeArticle(part.bytes);
        if (!isArticle) return;
        yield part;
        if (part.final) return;
      }
      isArticle ||= beginsLikeArticle(cutter.rest());
      if (!isArticle) return;
    }
  } finally {
    fs.closeSync(file);
  }
}

/** The parts of bytes that are in memory. */
export function* partsOfBytes(cutter: Cutter, bytes: Uint8Array, provenUntil: string | undefined): Generator<Part> {
  cutter.reset(provenUntil);
  for (let from = 0; from < bytes.length; ) {
    const room = cutter.room();
    const block = bytes.subarray(from, from + room.length);
    room.set(block);
    from += block.length;
    yield* cutter.take(block.length, from < bytes.length ? 'open' : 'certain');
  }
}

/** The parts of bytes that can be read again, from the beginning. `length` is how many there are, for the progress bar. */
export function* partsOfCopy(
  cutter: Cutter,
  copy: CopiedBytes,
  provenUntil: string | undefined,
  length?: number,
): Generator<Part> {
  cutter.reset(provenUntil);
  for (let at = 0, end: End = 'open'; end === 'open'; ) {
    const room = cutter.room();
    const count = copy.read(room, 0, room.length, at);
    at += count;
    bytesRead(at, length);
    end = count === 0 ? 'certain' : 'open';
    yield* cutter.take(count, end);
  }
}

/** Throws an OtherNameRemark if the open file has already been opened under another name. */
function requireFirstName(path: string, file: number, links: KnownNames): void {
  const first = links.firstOf(path, file);
  if (first !== undefined) throw new OtherNameRemark(first);
}

/** How many bytes at the beginning are enough to recognise the kind of a file. */
export const KIND_LENGTH = 4096;

/**
 * Throws if the beginning of a file shows that it is not text in UTF-8: an archive, or UTF-16 or UTF-32 if the file is named
 * or holds an article. The message says what to do.
 */
export function requireText(bytes: Uint8Array, named: boolean): void {
  const kind = foreignKind(bytes);
  if (kind !== undefined) throw new Error(kind);
  const start = bytes.subarray(0, KIND_LENGTH);
  const wide = wideText(start);
  if (!wide || (!named && !looksLikeArticle(decodeWide(start, wide)))) return;
  const { encoding, order, hasMark } = wide;
  const name = hasMark ? encoding : encoding + order;
  const habit = encoding === 'UTF-16' ? ", as PowerShell's > writes it" : '';
  const inEditor = 'in VS Code (Change File Encoding: Reopen with Encoding, then Save with Encoding, UTF-8), or ';
  const way = encoding === 'UTF-32' ? '' : inEditor; // VS Code cannot read UTF-32, and Windows has no iconv.
  throw new Error(`This is ${encoding}${habit}. Convert it ${way}with: iconv -f ${name} -t UTF-8 FILE > NEW`);
}

/** Whether a file is to be worked on: it was named, or its bytes look like an article. */
export function isWanted({ named }: InputFile, bytes: Uint8Array): boolean {
  return named || beginsLikeArticle(bytes);
}

/** Whether a file exists and looks like an article, in UTF-16 or UTF-32 as well. What is no text, such as a table in Parquet, does not. */
export function holdsArticles(file: string): boolean {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const start = headOf(file).subarray(0, KIND_LENGTH);
  if (foreignKind(start) !== undefined) return false;
  const wide = wideText(start);
  if (wide) return looksLikeArticle(decodeWide(start, wide));
  const parts = fileParts(new Cutter(), { path: file, named: false, regular: true }, undefined);
  const { done } = parts.next();
  parts.return(undefined); // Closes the file.
  return done === false;
}

/**
 * Whether detection recognises a document that begins with this article: all that it looks for must be near the top.
 */
function isAtTop({ end, text }: HealthyArticle): boolean {
  return end - text.length < HEAD_LENGTH;
}
