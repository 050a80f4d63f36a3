/** Reading files as bytes: from disk where the server has one, else through the client. */
import type { Connection } from 'vscode-languageserver';
import { READ_FILE } from '../protocol';

/** A file's bytes by URI; undefined when there is none, or it cannot be read from here. */
export type ReadFile = (uri: string) => Promise<Uint8Array | undefined>;

/** Reads through the client's file system, which knows every scheme that the editor knows. */
export function readThroughClient(connection: Connection): ReadFile {
  return async (uri) => {
    const content = await connection.sendRequest<string | null>(READ_FILE, uri).catch(() => null);
    return content === null ? undefined : Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
  };
}
