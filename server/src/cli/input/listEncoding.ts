/** Whether a list of paths is in UTF-8. */
import { isUtf8 } from 'node:buffer';
import { isSensible, wideText } from '../../corpus/text/foreignBytes';

const AS_UTF_8 = 'Write the list as UTF-8, for example with Out-File -Encoding utf8.';

/**
 * Why bytes are no list of paths in UTF-8, or may be none, and what to do: the rest of a sentence that begins with its name.
 * Undefined for a list in UTF-8, and for one with paths in other encodings that take a byte for ASCII.
 *
 * A list that ends a line has a line break in UTF-16, which would in UTF-8 be beside a separating NUL. So only of a single path
 * without a line end it is not certain how it is meant; and if that has no two ASCII characters in a row, nobody can tell.
 */
export function encodingObstacle(bytes: Uint8Array): string | undefined {
  const wide = wideText(bytes);
  if (wide?.encoding === 'UTF-32') return `is UTF-32. ${AS_UTF_8}`;
  if (wide?.hasMark || utf16In(bytes).some((text) => text.includes('\n') && isSensible(text))) {
    return `is UTF-16, as Windows PowerShell writes it with >. ${AS_UTF_8}`;
  }
  if (!mayBeOnePath(bytes)) return undefined;
  return 'may be a path in UTF-16, or paths of one character separated by NULs. Write the list as UTF-8, with one path per line.';
}

/** The texts that bytes are in UTF-16, if they hold NULs; none if they cannot be UTF-16. */
function utf16In(bytes: Uint8Array): readonly string[] {
  if (!bytes.includes(0)) return [];
  return ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    try {
      return [new TextDecoder(encoding, { fatal: true }).decode(bytes)];
    } catch {
      return [];
    }
  });
}

/** Two ASCII characters in a row are, in UTF-16, a byte between NULs. */
function mayBeOnePath(bytes: Uint8Array): boolean {
  if (utf16In(bytes).length === 0) return false;
  const paths = Buffer.from(bytes).toString('latin1').replace(/\0$/, '').split('\0');
  const ofOneByte = paths.filter((path) => path.length === 1).length;
  const isList = isUtf8(bytes) && !paths.includes('') && !CONTROL.test(new TextDecoder().decode(bytes));
  return isList ? ofOneByte * 2 >= paths.length : ofOneByte > 0;
}

/** No name of a file has one. NULs separate, and names with line breaks there are. */
const CONTROL = /(?![\0\n])\p{Cc}/u;
