/** Reads files for the server, on whatever file system the editor knows. */
import * as vscode from 'vscode';
import type { ReadFileAnswer } from '../../server/src/protocol';

/** A file's bytes as base64. */
export async function readFile(uri: string): Promise<ReadFileAnswer> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    let units = '';
    // In pieces, because a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(units);
  } catch (error) {
    return NO_FILE.has(codeOf(error)) ? null : { reason: reasonOf(error) };
  }
}

/** What VS Code says where there is no file of this name, or none any more. */
const NO_FILE = new Set(['FileNotFound', 'FileNotADirectory', 'FileIsADirectory']);

/** The code of VS Code's own errors; empty for all others. */
function codeOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : '';
}

function reasonOf(error: unknown): string {
  if (codeOf(error) === 'NoPermissions') return 'You have no permission for this.';
  return error instanceof Error ? error.message : String(error);
}

/** Bytes from base64. */
export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
}
