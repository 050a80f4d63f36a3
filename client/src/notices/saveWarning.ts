/** Warns, at the first edit of a file whose bytes VS Code cannot keep, before anybody saves it. */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents';
import { nameOf } from '../uris';

/** Codes of the file findings after which saving changes more than what was edited. */
const LOSSY: Readonly<Record<string, string>> = {
  'not-utf-8': 'it is not UTF-8, and each byte that could not be read would be replaced by U+FFFD',
  'mixed-line-endings': 'its line ends are of several kinds, and all would be made alike',
};

export function warnBeforeLossySave(context: vscode.ExtensionContext): void {
  const warned = new Set<string>();
  context.subscriptions.push(
    vscode.workspace.onDidCloseTextDocument((document) => warned.delete(document.uri.toString())),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString();
      if (document.languageId !== LANGUAGE || !document.isDirty || warned.has(uri)) return;
      const reasons = vscode.languages.getDiagnostics(document.uri).flatMap(({ code }) => LOSSY[codeOf(code)] ?? []);
      if (reasons.length === 0) return;
      warned.add(uri);
      void vscode.window.showWarningMessage(
        `Saving ${nameOf(document.uri)} would change bytes that you have not edited: ${reasons.join('; ')}.`,
      );
    }),
  );
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
