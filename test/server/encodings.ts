/** Text in encodings other than UTF-8, for tests. */

/** Encodes a text, by the name of the encoding. */
export const WIDE: Readonly<Record<'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE', (text: string) => Buffer>> = {
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-32LE': utf32,
  'UTF-32BE': (text) => utf32(text).swap32(),
};

function utf32(text: string): Buffer {
  const points = [...text].map((character) => character.codePointAt(0) as number);
  const bytes = Buffer.alloc(points.length * 4);
  for (const [index, point] of points.entries()) bytes.writeUInt32LE(point, index * 4);
  return bytes;
}
