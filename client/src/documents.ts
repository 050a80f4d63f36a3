/** Which documents are the extension's. */
import * as vscode from 'vscode';
import { FIELDS_SCHEME } from '../../server/src/protocol';

export const LANGUAGE = 'article';

/**
 * Whether a document is a file that a person edits, on whatever file system: not the side of a diff, a git revision,
 * output or chat. Those have a scheme without a writable file system behind it.
 */
export function isRealDocument({ uri }: vscode.TextDocument): boolean {
  // VS Code takes a while to know the schemes that an extension adds, and our own views are restored at once.
  if (uri.scheme === 'untitled' || uri.scheme === FIELDS_SCHEME) return true;
  return uri.scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** Whether a document's file lets nobody write to it, as far as its file system says. */
export async function isReadOnly({ uri }: vscode.TextDocument): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).permissions === vscode.FilePermission.Readonly;
  } catch {
    return false; // In no file yet, or in none any more.
  }
}
