/** Moves the cursor. */
import * as vscode from 'vscode';
import type { Position } from '../../../server/src/protocol';

/** Moves the cursor to a position and scrolls it into view. */
export function goTo(editor: vscode.TextEditor, { line, character }: Position): void {
  const position = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
