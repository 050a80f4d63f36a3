/** Which documents the extension works on. */
import * as vscode from 'vscode';
import { FIELDS_SCHEME } from '../../server/src/protocol';

export const LANGUAGE = 'article';

/**
 * Whether a document is a file that a person edits, on any file system. The side of a diff, a git revision, output and
 * chat are not: their schemes have no writable file system.
 */
export function isRealDocument({ uri }: vscode.TextDocument): boolean {
  // VS Code learns the schemes of an extension only after a while, but restores our views at once.
  if (uri.scheme === 'untitled' || uri.scheme === FIELDS_SCHEME) return true;
  return uri.scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** Whether the file system reports a document's file as read-only. */
export async function isReadOnly({ uri }: vscode.TextDocument): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).permissions === vscode.FilePermission.Readonly;
  } catch {
    return false; // The document has no file yet, or its file was deleted.
  }
}
