/**
 * Proves in one pass over the bytes that an article is healthy: it is UTF-8, its markers stand as they should with white
 * space beside them, and its values have nothing that any of the rules in PROVEN could find. Nearly all articles of a
 * corpus are like that, and need neither be decoded nor parsed. What it cannot prove it does not judge: the full check
 * does (test/server/core/healthy.test.ts holds the two together).
 */
import { checkDate } from './date';
import { FIELDS, markerText, SUFFIX, type ValueKind } from './format';
import { PLACEHOLDER } from './rules/placeholder-text';

/** The rules that find nothing in an article that is proven healthy. */
export const PROVEN: ReadonlySet<string> = new Set([
  'unmatched-start',
  'unmatched-end',
  'crossed-fields',
  'nested-field',
  'misspelled-marker',
  'missing-field',
  'duplicate-field',
  'field-order',
  'unknown-field',
  'empty-field',
  'invalid-date',
  'future-date',
  'stray-text',
  'marker-spacing',
  'placeholder-text',
  'invisible-character',
  'not-utf-8',
  'byte-order-mark',
  'mixed-line-endings',
]);

/** Offsets of bytes, end excluded. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** A healthy article, as it stands in the bytes. */
export interface HealthyArticle {
  /** Behind the white space that follows its last marker. */
  readonly end: number;
  /** The number without the white space at its ends; it begins and ends with ASCII. */
  readonly number: ByteSpan;
  /** The value of the text. */
  readonly text: ByteSpan;
}

interface FieldBytes {
  readonly kind: ValueKind;
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

const FIELD_BYTES: readonly FieldBytes[] = FIELDS.map(({ kind, marker }) => ({
  kind,
  start: bytesOf(markerText(marker, 'start')),
  end: bytesOf(markerText(marker, 'end')),
}));
const FIRST = FIELD_BYTES[0] as FieldBytes;
const LAST = FIELD_BYTES.at(-1) as FieldBytes;
const BEFORE_LAST = FIELD_BYTES.at(-2) as FieldBytes;
const SUFFIXES = { start: bytesOf(SUFFIX.start), end: bytesOf(SUFFIX.end) };
const PLACEHOLDER_BYTES = bytesOf(PLACEHOLDER);

/**
 * The article that begins at `from` with white space or with its first marker, if all of it is there and it is healthy.
 * `today` is YYYY-MM-DD. Carriage returns are not looked into: files that have some get the full check.
 */
export function healthyArticle(bytes: Uint8Array, from: number, today: string): HealthyArticle | undefined {
  let at = skipBlank(bytes, from);
  let number: ByteSpan | undefined;
  let text: ByteSpan | undefined;
  for (const field of FIELD_BYTES) {
    const value = fieldValue(bytes, at, field);
    if (!value) return undefined;
    const inner = trimmedSpan(bytes, value);
    if (!inner || !isHealthyValue(bytes, inner, field.kind, today)) return undefined;
    if (field.kind === 'number') number = inner;
    if (field.kind === 'text') text = value;
    const end = value.end + 1 + field.end.length;
    at = skipBlank(bytes, end);
    if (at === end && field !== LAST) return undefined;
  }
  return number && text && { end: at, number, text };
}

/**
 * Whether an article certainly begins at `at`, as the parser has it: behind the END of a text, with a whole number and
 * the START of another field. There a document can be cut, and each part parsed by itself.
 */
export function isBorder(bytes: Uint8Array, at: number): boolean {
  if (!endsText(bytes, at)) return false;
  const number = fieldValue(bytes, at, FIRST);
  if (!number) return false;
  const end = number.end + 1 + FIRST.end.length;
  const next = skipBlank(bytes, end);
  return next > end && FIELD_BYTES.some((field) => field !== FIRST && startsWith(bytes, next, field.start));
}

/** The first place behind `from` at which an article certainly begins, if the bytes have one. */
export function nextBorder(bytes: Uint8Array, from: number): number | undefined {
  const first = FIRST.start[0] as number;
  for (let at = bytes.indexOf(first, from + 1); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isBorder(bytes, at) && isSettled(bytes, from, at)) return at;
  }
  return undefined;
}

/**
 * Whether the text that ends before `at` stands right behind the field before it. Without that it may have been moved
 * from behind to before its number, as the parser knows, and there is no certain border.
 */
function isSettled(bytes: Uint8Array, from: number, at: number): boolean {
  let suffix = at;
  while (suffix > from && !startsWith(bytes, suffix, SUFFIXES.start)) suffix--;
  const start = suffix + SUFFIXES.start.length - LAST.start.length;
  let end = start;
  while (end > from && isBlank(bytes[end - 1])) end--;
  const before = end - BEFORE_LAST.end.length;
  const isApart = end < start && before > from && isBlank(bytes[before - 1]);
  return isApart && startsWith(bytes, start, LAST.start) && startsWith(bytes, before, BEFORE_LAST.end);
}

/** Whether the END of a text stands before `at`, with white space on both sides. */
function endsText(bytes: Uint8Array, at: number): boolean {
  let end = at;
  while (end > 0 && isBlank(bytes[end - 1])) end--;
  const start = end - LAST.end.length;
  return end < at && start > 0 && isBlank(bytes[start - 1]) && startsWith(bytes, start, LAST.end);
}

/** The value of a field whose START stands at `at`, up to its END; undefined when anything is out of the ordinary. */
function fieldValue(bytes: Uint8Array, at: number, { start, end }: FieldBytes): ByteSpan | undefined {
  if (!startsWith(bytes, at, start)) return undefined;
  const from = at + start.length;
  const suffix = nextSuffix(bytes, from);
  if (suffix === undefined) return undefined;
  const marker = suffix + SUFFIXES.end.length - end.length;
  const isOwn = marker - 1 > from && isBlank(bytes[marker - 1]) && startsWith(bytes, marker, end);
  return isOwn && isBlank(bytes[from]) ? { start: from + 1, end: marker - 1 } : undefined;
}

const PLAIN = 0;
const HYPHEN = 1;
const LEAD = 2;

/** What a byte can be in a healthy value: white space and all printable ASCII are plain. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x2d) return HYPHEN;
  if (byte >= 0x80) return LEAD;
  return byte === 0x09 || byte === 0x0a || (byte >= 0x20 && byte !== 0x7f) ? PLAIN : 3;
});

/** Where the first suffix of any marker begins; undefined when there is none, or something that is not healthy before it. */
function nextSuffix(bytes: Uint8Array, from: number): number | undefined {
  const { length } = bytes;
  for (let at = from; ; ) {
    while (at < length && CLASSES[bytes[at] as number] === PLAIN) at++;
    if (at === length) return undefined;
    const kind = CLASSES[bytes[at] as number];
    if (kind === HYPHEN) {
      if (startsWith(bytes, at, SUFFIXES.end) || startsWith(bytes, at, SUFFIXES.start)) return at;
      at++;
    } else if (kind === LEAD) {
      const length = visibleLength(bytes, at);
      if (length === 0) return undefined;
      at += length;
    } else {
      return undefined;
    }
  }
}

/** Bytes of the character beyond ASCII that begins at `at`; 0 when it is not UTF-8 (RFC 3629), or nobody can see it. */
function visibleLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const second = continuation(bytes, at + 1);
  if (lead < 0xe0) return lead >= 0xc2 && second !== -1 && !isInvisible(((lead & 0x1f) << 6) | second) ? 2 : 0;
  const third = continuation(bytes, at + 2);
  if (second === -1 || third === -1) return 0;
  if (lead < 0xf0) {
    const unit = ((lead & 0x0f) << 12) | (second << 6) | third;
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    return unit >= 0x800 && !isSurrogate && !isInvisible(unit) ? 3 : 0;
  }
  const fourth = continuation(bytes, at + 3);
  const point = ((lead & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  return lead < 0xf5 && fourth !== -1 && point >= 0x10000 && point < 0x110000 ? 4 : 0;
}

/** The six bits of a continuation byte, or -1. */
function continuation(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  return byte !== undefined && (byte & 0xc0) === 0x80 ? byte & 0x3f : -1;
}

/** Whether `invisible-character` may say something of a character from U+0080 to U+FFFF. */
function isInvisible(unit: number): boolean {
  if (unit < 0x2000) return (unit < 0xa0 && unit !== 0x85) || unit === 0xad || unit === 0x61c;
  if (unit < 0x2070) {
    return (
      (unit >= 0x200b && unit <= 0x200f) ||
      (unit >= 0x202a && unit <= 0x202e) ||
      unit === 0x2060 ||
      (unit >= 0x2066 && unit <= 0x2069)
    );
  }
  return unit === 0xfeff || unit === 0xfffd;
}

/** What only some kinds of values must be. `inner` is the value without the white space at its ends. */
function isHealthyValue(bytes: Uint8Array, inner: ByteSpan, kind: ValueKind, today: string): boolean {
  if (kind === 'text') return !startsWith(bytes, inner.start, PLACEHOLDER_BYTES);
  if (kind !== 'date') return true;
  const date = String.fromCharCode(...bytes.subarray(inner.start, Math.min(inner.end, inner.start + 11)));
  return date <= today && checkDate(date) === undefined;
}

/**
 * A value without the white space at its ends; undefined when nothing is left, and when a character beyond ASCII stands
 * at its first or last place that may be white space too.
 */
function trimmedSpan(bytes: Uint8Array, { start, end }: ByteSpan): ByteSpan | undefined {
  let first = start;
  while (first < end && isBlank(bytes[first])) first++;
  let last = end;
  while (last > first && isBlank(bytes[last - 1])) last--;
  const isUnsure =
    mayBeWhiteSpace(bytes, first) || mayBeWhiteSpace(bytes, last - 3) || mayBeWhiteSpace(bytes, last - 2);
  return first < last && !isUnsure ? { start: first, end: last } : undefined;
}

/** Whether the bytes at `at` are the first ones of a white-space character beyond ASCII, or of one of its neighbours. */
function mayBeWhiteSpace(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at];
  const second = bytes[at + 1] as number;
  if (lead === 0xc2) return second === 0x85 || second === 0xa0;
  if (lead === 0xe1) return second === 0x9a;
  if (lead === 0xe2) {
    const third = bytes[at + 2] as number;
    return second === 0x81 || (second === 0x80 && (third <= 0x8f || (third >= 0xa8 && third <= 0xaf)));
  }
  return lead === 0xe3 && second === 0x80 && bytes[at + 2] === 0x80;
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at++;
  return at;
}

/** A space, a tab or a line feed: the white space that the producers and people's editors write. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09;
}

function startsWith(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) {
    if (bytes[at + i] !== expected[i]) return false;
  }
  return true;
}

/** The bytes of a text in ASCII. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
