/** The text of a file that is to be written again: exact, or none. */
import { byteFacts } from '../core/fileFindings';

/** Bytes that are no UTF-8: writing their text would lose them. */
export class NotUtf8Error extends Error {}

/**
 * The text of bytes, a byte order mark with it; encoded again it is the same bytes. Throws NotUtf8Error where there is
 * no such text. `before` is how many bytes of the file stand before these.
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
  return `It is not UTF-8: byte ${shownByte} (hexadecimal) at offset ${at} is not part of a character.`;
}

/** A file's text as its byte order mark, empty where it has none, and all that follows. */
export function markApart(text: string): { mark: string; content: string } {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return { mark, content: text.slice(mark.length) };
}
