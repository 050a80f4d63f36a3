/** Wording and short messages. */
import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const MESSAGE = 3000;

/** A number with its noun, such as `1,082 words`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** Shows a message in the status bar for a few seconds. */
export function showBriefly(message: string): void {
  vscode.window.setStatusBarMessage(message, MESSAGE);
}
