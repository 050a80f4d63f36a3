/** Context keys, which `when` clauses in package.json use. */
import * as vscode from 'vscode';

export function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
