/** Brings the cursor to a place. */
import * as vscode from 'vscode';
import type { Position } from '../../../server/src/protocol';

/** Puts the cursor at a position, and the position into view. */
export function goTo(editor: vscode.TextEditor, { line, character }: Position): void {
  const position = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
