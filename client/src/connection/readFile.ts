/** Reads files for the server, on any file system that the editor knows. */
import * as vscode from 'vscode';
import { type KindOfAnswer, type ReadFileAnswer, toBase64 } from '../../../server/src/protocol';
import { messageOf } from '../commands/refusal';

/** The answer to READ_FILE. */
export async function readFile(uri: string): Promise<ReadFileAnswer> {
  try {
    return toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch (error) {
    return NO_FILE.has(codeOf(error)) ? null : { reason: reasonOf(error) };
  }
}

/** The answer to KIND_OF. */
export async function kindOf(uri: string): Promise<KindOfAnswer> {
  try {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
    if (type & vscode.FileType.Directory) return 'folder';
    return type & vscode.FileType.File ? 'file' : 'other';
  } catch {
    return null;
  }
}

/** VS Code's error codes for a path without a file. */
const NO_FILE = new Set(['FileNotFound', 'FileNotADirectory', 'FileIsADirectory']);

/** The code of an error from VS Code's file systems; empty for all other errors. */
function codeOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : '';
}

function reasonOf(error: unknown): string {
  if (codeOf(error) === 'NoPermissions') return vscode.l10n.t('You have no permission for this.');
  return messageOf(error);
}
