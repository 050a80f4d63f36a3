/** The place in a document at which a part begins. */
import { isAscii, isUtf8 } from 'node:buffer';
import { lineStarts, type Position } from '../../corpus/text/lines';
import { decode } from '../../corpus/verdict/checkFile';

export interface Origin {
  /** In bytes. */
  readonly byte: number;
  /** In UTF-16 units, as are `line` and `character`, which begin at 0. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

export const BEGINNING: Origin = { byte: 0, offset: 0, line: 0, character: 0 };

/** The place in a document of a place in what begins at `origin`. */
export function placeAfter(origin: Origin, { byte, offset, line, character }: Origin): Origin {
  return {
    byte: origin.byte + byte,
    offset: origin.offset + offset,
    ...positionAfter(origin, { line, character }),
  };
}

/** The same for a line and a character only. */
export function positionAfter(origin: Origin, { line, character }: Position): Position {
  return { line: origin.line + line, character: line === 0 ? origin.character + character : character };
}

/** The place after a text at `origin` that has so many bytes. */
export function afterText(origin: Origin, text: string, bytes: number): Origin {
  const lines = lineStarts(text);
  const last = text.length - (lines.at(-1) as number);
  return {
    byte: origin.byte + bytes,
    offset: origin.offset + text.length,
    line: origin.line + lines.length - 1,
    character: lines.length > 1 ? last : origin.character + last,
  };
}

/** The place after bytes at `origin`, which must be UTF-8. */
export function afterBytes(origin: Origin, bytes: Uint8Array): Origin {
  if (bytes.includes(0x0a) || bytes.includes(0x0d)) return afterText(origin, decodePart(bytes), bytes.length);
  const units = isAscii(bytes) ? bytes.length : unitsOf(bytes);
  return {
    byte: origin.byte + bytes.length,
    offset: origin.offset + units,
    line: origin.line,
    character: origin.character + units,
  };
}

/**
 * How many UTF-16 units the text of UTF-8 bytes has: one for each character, and two for a character of four bytes. It looks at
 * four bytes at a time, because a corpus has millions of them.
 */
export function unitsOf({ buffer, byteOffset, length }: Uint8Array): number {
  const bytes = new Uint8Array(buffer, byteOffset, length);
  const lead = -byteOffset & 3; // Words begin at multiples of four.
  if (lead > length) return unitsOfBytes(bytes, 0, length);
  const words = new Int32Array(buffer, byteOffset + lead, (length - lead) >> 2);
  let units = unitsOfBytes(bytes, 0, lead) + unitsOfBytes(bytes, lead + words.length * 4, length) + words.length * 4;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as number;
    if ((word & 0x80808080) === 0) continue;
    // Bit 0 of each byte: whether it goes on with a character; whether it begins one of four bytes.
    const further = (word >>> 7) & ~(word >>> 6) & 0x01010101;
    const four = (word >>> 7) & (word >>> 6) & (word >>> 5) & (word >>> 4) & 0x01010101;
    units += (Math.imul(four, 0x01010101) >>> 24) - (Math.imul(further, 0x01010101) >>> 24);
  }
  return units;
}

function unitsOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a part of a file. A byte order mark is kept, and what is not UTF-8 becomes U+FFFD. */
export function decodePart(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return decoder.decode(bytes);
  // Much faster than the decoder, for the few bytes of a part.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

const NOT_ASCII = /[^\0-\x7f]/;

/** What bytes say that are UTF-8, from the same bytes as Latin-1. */
export function fromLatin1(bytes: string): string {
  return NOT_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
}

/** The text of a part. If it begins its document, it has no byte order mark. */
export function partText(bytes: Uint8Array, first: boolean): string {
  return first ? decode(bytes) : decodePart(bytes);
}
