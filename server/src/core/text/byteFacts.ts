/** Facts about a file's bytes that its text does not show. */
import { finished, type Steps } from '../steps';

export interface ByteFacts {
  /** It begins with a byte order mark. */
  readonly hasMark: boolean;
  /** The first byte that is not part of a UTF-8 character, and its position in the text. */
  readonly invalid: InvalidByte | undefined;
  readonly lineEnds: Readonly<Record<'CRLF' | 'LF' | 'CR', number>>;
}

export interface InvalidByte {
  readonly byte: number;
  /** In bytes of the file. */
  readonly at: number;
  readonly line: number;
  /** In UTF-16 units of the text, as is `offset`. */
  readonly character: number;
  readonly offset: number;
}

/** The facts about bytes, which are a whole file or its beginning; a byte order mark is only there. */
export function byteFacts(bytes: Uint8Array): ByteFacts {
  return finished(readingFacts(bytes));
}

/** `byteFacts` in steps. */
export function* readingFacts(bytes: Uint8Array): Steps<ByteFacts> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const at = yield* seekingInvalidByte(bytes);
  const position = at === undefined ? undefined : positionAfter(bytes.subarray(hasMark ? 3 : 0, at));
  yield;
  return {
    hasMark,
    invalid: at === undefined || !position ? undefined : { byte: bytes[at] as number, at, ...position },
    lineEnds: yield* countingLineEnds(bytes),
  };
}

/** Offset of the first byte that is not part of a UTF-8 character (RFC 3629), or undefined. */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  return finished(seekingInvalidByte(bytes));
}

/** So many bytes are looked at in a step: for a millisecond or two. */
const STEP = 1024 * 1024;

function* seekingInvalidByte(bytes: Uint8Array): Steps<number | undefined> {
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + STEP, bytes.length);
    at = validUntil(bytes, at, end);
    if (at < end) return at;
    yield;
  }
  return undefined;
}

/** The offset after the last character that begins before `end`; or of the first byte before it that is not part of a character. */
function validUntil(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length in bytes of the character that begins at `at`; 0 when none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) {
    if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] as number;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const surrogate = first === 0xed && second >= 0xa0;
  const tooLarge = first === 0xf4 && second >= 0x90;
  return overlong || surrogate || tooLarge ? 0 : length;
}

/** The position in the text after these bytes, which are valid UTF-8. */
function positionAfter(before: Uint8Array): { line: number; character: number; offset: number } {
  let line = 0;
  let character = 0;
  let offset = 0;
  for (let at = 0; at < before.length; at += characterLength(before, at)) {
    const byte = before[at] as number;
    const isLineEnd = byte === 0x0a || (byte === 0x0d && before[at + 1] !== 0x0a);
    const units = byte >= 0xf0 ? 2 : 1;
    line += isLineEnd ? 1 : 0;
    character = isLineEnd ? 0 : character + units;
    offset += units;
  }
  return { line, character, offset };
}

function* countingLineEnds(bytes: Uint8Array): Steps<ByteFacts['lineEnds']> {
  const ends = { CRLF: 0, LF: 0, CR: 0 };
  for (let from = 0; from < bytes.length; from += STEP) {
    const block = bytes.subarray(from, from + STEP);
    for (let at = block.indexOf(0x0d); at !== -1; at = block.indexOf(0x0d, at + 1)) {
      if (bytes[from + at + 1] === 0x0a) ends.CRLF++;
      else ends.CR++;
    }
    for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) {
      if (bytes[from + at - 1] !== 0x0d) ends.LF++;
    }
    yield;
  }
  return ends;
}
