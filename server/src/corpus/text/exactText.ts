/** The exact text of a file that will be written again, or an error. */
import * as l10n from '@vscode/l10n';
import { byteFacts } from '../../core/text/byteFacts';

/** Bytes that are not UTF-8: writing their text would lose them. */
export class NotUtf8Error extends Error {}

/**
 * The text of bytes, with a byte order mark if there is one. Encoded again, it gives the same bytes. Throws NotUtf8Error if there
 * is no such text. `before` is how many bytes of the file are before these.
 */
export function exactText(bytes: Uint8Array, before = 0): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const { invalid } = byteFacts(bytes);
    if (!invalid) throw error; // Too long for one string.
    throw new NotUtf8Error(notUtf8Sentence(invalid.byte, before + invalid.at));
  }
}

/** What is wrong with bytes that are not UTF-8; `at` is how many bytes of the file come before the first such byte. */
export function notUtf8Sentence(byte: number, at: number): string {
  const shownByte = byte.toString(16).toUpperCase().padStart(2, '0');
  return l10n.t(
    'It is not UTF-8: byte {0} (hexadecimal) at offset {1} is not part of a character. In VS Code, open it with its own encoding (Reopen with Encoding), then save it as UTF-8 (Save with Encoding).',
    shownByte,
    at,
  );
}

/** Splits a file's text into its byte order mark, which may be empty, and the rest. */
export function markApart(text: string): { mark: string; content: string } {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return { mark, content: text.slice(mark.length) };
}
