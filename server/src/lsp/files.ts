/** Reading and writing files as bytes: on disk where the server has one, else through the client. */
import type { Connection } from 'vscode-languageserver';
import { READ_FILE } from '../protocol';

/** A file's bytes by URI; undefined when there is none, or it cannot be read from here. */
export type ReadFile = (uri: string) => Promise<Uint8Array | undefined>;

/**
 * Puts bytes in the place of a file's; gives false for a URI that it does not know. Throws when the file does not hold
 * the expected bytes, or cannot be written; it is then as it was.
 */
export type ReplaceFile = (uri: string, content: Uint8Array, expected: Uint8Array) => Promise<boolean>;

/** Reads through the client's file system, which knows every scheme that the editor knows. */
export function readThroughClient(connection: Connection): ReadFile {
  return async (uri) => {
    const content = await connection.sendRequest<string | null>(READ_FILE, uri).catch(() => null);
    return content === null ? undefined : fromBase64(content);
  };
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let units = '';
  // In pieces, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(units);
}

function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
}
