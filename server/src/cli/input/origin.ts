/** The place in a document at which a part begins. */
import { isAscii } from 'node:buffer';
import { decode } from '../../corpus/checkFile';
import { lineStarts } from '../../corpus/lines';

export interface Origin {
  /** In bytes. */
  readonly byte: number;
  /** In UTF-16 units, as are `line` and `character`, which begin at 0. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

export const BEGINNING: Origin = { byte: 0, offset: 0, line: 0, character: 0 };

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

/** How many UTF-16 units the text of UTF-8 bytes has: one for each character, and two for a character of four bytes. */
function unitsOf(bytes: Uint8Array): number {
  let units = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a part of a file. A byte order mark is kept, and what is not UTF-8 becomes U+FFFD. */
export function decodePart(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** The text of a part. If it begins its document, it has no byte order mark. */
export function partText(bytes: Uint8Array, first: boolean): string {
  return first ? decode(bytes) : decodePart(bytes);
}
