/** Reads files for the server, on whatever file system the editor knows. */
import * as vscode from 'vscode';

/** A file's bytes as base64; null when there is none or it cannot be read. */
export async function readFile(uri: string): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    let units = '';
    // In pieces, because a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(units);
  } catch {
    return null;
  }
}

/** Bytes from base64. */
export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
}
