/** How the extension speaks. */
import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const MESSAGE = 3000;

/** A number and what it counts, such as `1,082 words`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** Says something in the status bar that needs no answer. */
export function sayBriefly(message: string): void {
  vscode.window.setStatusBarMessage(message, MESSAGE);
}
