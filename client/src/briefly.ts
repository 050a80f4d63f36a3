/** Short messages. */
import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const MESSAGE = 3000;

/** Shows a message in the status bar for a few seconds. */
export function showBriefly(message: string): void {
  vscode.window.setStatusBarMessage(message, MESSAGE);
}
