/** Which documents are the extension's. */
import * as vscode from 'vscode';

export const LANGUAGE = 'article';

/**
 * Whether a document is a file that a person edits, on whatever file system: not the side of a diff, a git revision,
 * output or chat. Those have a scheme without a writable file system behind it.
 */
export function isRealDocument({ uri }: vscode.TextDocument): boolean {
  return (
    uri.scheme === 'untitled' || (uri.scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true)
  );
}
