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
