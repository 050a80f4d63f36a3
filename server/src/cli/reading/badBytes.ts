/** Finds bytes that are not UTF-8, and the place of the U+FFFD that replaces them in the text. */
import { isUtf8 } from 'node:buffer';
import type { Span } from '../../core/span';
import { firstInvalidByte } from '../../core/text/byteFacts';
import { decodePart } from './origin';

/** The span is that of the U+FFFD in the text from `decodePart`, in UTF-16 units. */
export interface BadByte extends Span {
  readonly byte: number;
  /** In bytes. */
  readonly at: number;
}

/** The first byte of each sequence that `decodePart` replaces, in order. Linear in the number of bytes. */
export function badBytesIn(bytes: Uint8Array): readonly BadByte[] {
  const found: BadByte[] = [];
  if (isUtf8(bytes)) return found;
  let offset = 0;
  for (let at = 0; at < bytes.length; offset++) {
    const valid = firstInvalidByte(bytes.subarray(at));
    if (valid === undefined) break;
    offset += decodePart(bytes.subarray(at, at + valid)).length;
    at += valid;
    found.push({ byte: bytes[at] as number, at, start: offset, end: offset + 1 });
    at += replacedLength(bytes, at);
  }
  return found;
}

/** How many bytes are replaced by one U+FFFD at `at`. A character that is cut off is replaced as a whole. */
function replacedLength(bytes: Uint8Array, at: number): number {
  return [3, 2].find((length) => decodePart(bytes.subarray(at, at + length)).length === 1) ?? 1;
}
