/** Bytes that are not text in UTF-8, recognised by their beginning. */
import * as l10n from '@vscode/l10n';

/** Text of which every character takes two bytes or more. */
export interface WideText {
  readonly encoding: 'UTF-16' | 'UTF-32';
  readonly order: 'LE' | 'BE';
  readonly hasMark: boolean;
}

/**
 * How bytes are encoded if they are UTF-16 or UTF-32, with or without a byte order mark; the first 4096 are enough.
 * Text in UTF-8 has no NUL, and is none of these because of a stray one.
 */
export function wideText(content: Uint8Array): WideText | undefined {
  const bytes = content.subarray(0, ENOUGH);
  for (const { begins, ...wide } of MARKS) {
    if (begins.every((byte, index) => bytes[index] === byte)) return { ...wide, hasMark: true };
  }
  if (!bytes.includes(0)) return undefined;
  for (const order of ORDERS) if (isUtf32(bytes, order)) return { encoding: 'UTF-32', order, hasMark: false };
  const [little, big] = [readingIn(bytes, 'LE'), readingIn(bytes, 'BE')];
  const reading = little.plain - little.strange >= big.plain - big.strange ? little : big;
  return isReading(reading, bytes) ? { encoding: 'UTF-16', order: reading.order, hasMark: false } : undefined;
}

const ENOUGH = 4096;

const ORDERS = ['LE', 'BE'] as const;

/** The mark of UTF-32 begins as that of UTF-16 does. */
const MARKS: readonly ({ readonly begins: readonly number[] } & Omit<WideText, 'hasMark'>)[] = [
  { begins: [0xff, 0xfe, 0, 0], encoding: 'UTF-32', order: 'LE' },
  { begins: [0, 0, 0xfe, 0xff], encoding: 'UTF-32', order: 'BE' },
  { begins: [0xff, 0xfe], encoding: 'UTF-16', order: 'LE' },
  { begins: [0xfe, 0xff], encoding: 'UTF-16', order: 'BE' },
];

/** What such bytes say; U+FFFD for what is no character. */
export function decodeWide(bytes: Uint8Array, { encoding, order }: Omit<WideText, 'hasMark'>): string {
  if (encoding === 'UTF-16') return new TextDecoder(order === 'LE' ? 'utf-16le' : 'utf-16be').decode(bytes);
  let text = '';
  for (const point of pointsIn(bytes, order)) text += isCharacter(point) ? String.fromCodePoint(point) : '\ufffd';
  return text.replace(/^\ufeff/, '');
}

function isUtf32(bytes: Uint8Array, order: WideText['order']): boolean {
  const isAny = bytes.length >= 4 && pointsIn(bytes, order).every(isCharacter);
  return isAny && isSensible(decodeWide(bytes, { encoding: 'UTF-32', order }));
}

function isCharacter(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

/** Code points in UTF-32; the last bytes may be cut off. */
function pointsIn(bytes: Uint8Array, order: WideText['order']): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, order === 'LE'));
}

const PLAIN = /[\t\n\r -~]/g;

/** What is in no text: controls, what is no character, and what has no meaning in Unicode. */
const STRANGE = /(?![\t\n\f\r])\p{Cc}|\ufffd|\p{Cn}|\p{Co}/gu;

/** What bytes are in UTF-16, and how many of its characters are ASCII or strange. */
interface Reading {
  readonly order: WideText['order'];
  readonly text: string;
  readonly plain: number;
  readonly strange: number;
}

function readingIn(bytes: Uint8Array, order: WideText['order']): Reading {
  const text = decodeWide(bytes, { encoding: 'UTF-16', order });
  return { order, text, plain: countIn(text, PLAIN), strange: countIn(text, STRANGE) };
}

/**
 * Whether bytes without a mark are this text, rather than UTF-8 with some NULs. Text in UTF-16 has ASCII at least in its markers,
 * spaces and line ends. If it is mostly ASCII, that is enough; of Arabic or Chinese, all has a meaning in UTF-16, and it has none
 * in UTF-8.
 */
function isReading({ text, plain, strange }: Reading, bytes: Uint8Array): boolean {
  if (plain * 2 > text.length) return true;
  if (plain < 4 || plain * 200 < text.length || strange * 50 > text.length) return false;
  const narrow = new TextDecoder().decode(bytes).replace(/\ufffd$/, ''); // The end may be cut off.
  return /(?![\0\t\n\f\r])\p{Cc}|\ufffd/u.test(narrow);
}

/** Whether everything in a text has a meaning. */
export function isSensible(text: string): boolean {
  return countIn(text, STRANGE) === 0;
}

function countIn(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** The encoding that a byte order mark of UTF-16 means. */
export function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Kinds of files that are not plain text, by their first bytes (from the documentation of the formats, and the list of file(1)). */
interface Kind {
  readonly begins: string;
  /** What it is, as a sentence. */
  readonly is: () => string;
  /** The same, with what to do. */
  readonly sentence: () => string;
}

const KINDS: readonly Kind[] = [
  unpacked('\x1f\x8b', 'gzip'),
  {
    begins: 'PK\x03\x04',
    is: () => l10n.t('This is a zip file, as .docx, .xlsx and .epub are.'),
    sentence: () => l10n.t('This is a zip file, as .docx, .xlsx and .epub are: unpack it, or save its text as UTF-8.'),
  },
  unpacked('\xfd7zXZ\x00', 'xz'),
  unpacked('BZh', 'bzip2'),
  unpacked('\x28\xb5\x2f\xfd', 'zstd'),
  packedFile('7z\xbc\xaf\x27\x1c', '7z'),
  packedFile('Rar!\x1a\x07', 'RAR'),
  savedAsText('%PDF-', 'PDF'),
  savedAsText('{\\rtf', 'RTF'),
  {
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    is: () => l10n.t('This is a file of {0} or {1}.', 'Word', 'Excel'),
    sentence: () => l10n.t('This is a file of {0} or {1}: save its text as UTF-8.', 'Word', 'Excel'),
  },
  {
    begins: 'PAR1',
    is: () => l10n.t('This is a Parquet table.'),
    sentence: () =>
      l10n.t('This is a Parquet table, as export writes it, not articles. Name the files of the articles.'),
  },
  {
    begins: 'SQLite format 3\x00',
    is: () => l10n.t('This is an SQLite database.'),
    sentence: () => l10n.t('This is an SQLite database: save its texts as UTF-8.'),
  },
];

function unpacked(begins: string, name: string): Kind {
  return {
    ...{ begins, is: () => l10n.t('This is {0}.', name) },
    sentence: () => l10n.t('This is {0}: unpack it first.', name),
  };
}

function packedFile(begins: string, name: string): Kind {
  return {
    ...{ begins, is: () => l10n.t('This is a {0} file.', name) },
    sentence: () => l10n.t('This is a {0} file: unpack it first.', name),
  };
}

function savedAsText(begins: string, name: string): Kind {
  return {
    ...{ begins, is: () => l10n.t('This is {0}.', name) },
    sentence: () => l10n.t('This is {0}: save its text as UTF-8.', name),
  };
}

/** The longest of these beginnings, in bytes. */
const LONGEST_BEGINNING = 16;

/** The kind of a file and what to do, as a sentence; undefined if it may be text in UTF-8. It does not recognise UTF-16. */
export function foreignKind(bytes: Uint8Array): string | undefined {
  return kindOf(bytes)?.sentence();
}

/** The kind of a file alone, as a sentence. */
export function foreignName(bytes: Uint8Array): string | undefined {
  return kindOf(bytes)?.is();
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
  return KINDS.find(({ begins }) => head.startsWith(begins));
}
