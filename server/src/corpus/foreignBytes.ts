/** Bytes that are no text in UTF-8, recognised by how they begin. */

/**
 * Whether bytes are UTF-16, with or without its mark; the first few thousand are enough. In UTF-16, each ASCII character has a
 * NUL beside it, so between NULs there is mostly a single byte: `a.txt` is `a␀.␀t␀x␀t␀`. What separates whole words or
 * paths by NUL, as `find -print0` does, has more there.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  if (utf16Mark(bytes)) return true;
  if (!bytes.includes(0)) return false;
  let short = 0;
  let parts = 0;
  for (let start = 0; start < bytes.length; parts++) {
    const at = bytes.indexOf(0, start);
    const end = at === -1 ? bytes.length : at;
    if (end - start === 1 || end === 0) short++; // Big-endian UTF-16 begins with a NUL.
    start = end + 1;
  }
  return short * 2 > parts;
}

/** The encoding that a byte order mark of UTF-16 says. */
export function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Kinds of files that hold no text as it is, by their first bytes (their formats' documentation; the list of file(1)). */
const KINDS: readonly { readonly begins: string; readonly sentence: string }[] = [
  { begins: '\x1f\x8b', sentence: 'This is gzip: unpack it first.' },
  {
    begins: 'PK\x03\x04',
    sentence: 'This is a zip file, as .docx, .xlsx and .epub are: unpack it, or save its text as UTF-8.',
  },
  { begins: '\xfd7zXZ\x00', sentence: 'This is xz: unpack it first.' },
  { begins: 'BZh', sentence: 'This is bzip2: unpack it first.' },
  { begins: '\x28\xb5\x2f\xfd', sentence: 'This is zstd: unpack it first.' },
  { begins: '7z\xbc\xaf\x27\x1c', sentence: 'This is a 7z file: unpack it first.' },
  { begins: 'Rar!\x1a\x07', sentence: 'This is a RAR file: unpack it first.' },
  { begins: '%PDF-', sentence: 'This is PDF: save its text as UTF-8.' },
  { begins: '{\\rtf', sentence: 'This is RTF: save its text as UTF-8.' },
  { begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', sentence: 'This is a file of Word or Excel: save its text as UTF-8.' },
  { begins: 'PAR1', sentence: 'This is Parquet, and a table: export makes such files.' },
  { begins: 'SQLite format 3\x00', sentence: 'This is an SQLite database.' },
];

/** No beginning is longer. */
const LONGEST = 16;

/** What kind of file this is and what to do, in a sentence; undefined for what may be text in UTF-8. UTF-16 is not looked for. */
export function foreignKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LONGEST));
  return KINDS.find(({ begins }) => head.startsWith(begins))?.sentence;
}
