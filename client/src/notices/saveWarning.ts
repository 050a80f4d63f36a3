/** Warns at the first edit of a file whose bytes VS Code cannot keep, before the file is saved. */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents';
import { nameOf } from '../uris';
import { Warning } from './warning';

/** The file findings with which saving changes more than what was edited, by code. */
const LOSSY: Readonly<Record<string, string>> = {
  'not-utf-8': vscode.l10n.t('it is not UTF-8, and each byte that could not be decoded would become U+FFFD'),
  'mixed-line-endings': vscode.l10n.t('it has several kinds of line endings, and all would become the same'),
};

export function warnBeforeLossySave(context: vscode.ExtensionContext): void {
  const warning = new Warning(context.globalState, 'article.warning.lossySave');
  const warned = new Set<string>();
  context.subscriptions.push(
    vscode.workspace.onDidCloseTextDocument((document) => warned.delete(document.uri.toString())),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString();
      if (document.languageId !== LANGUAGE || !document.isDirty || warned.has(uri)) return;
      const reasons = vscode.languages.getDiagnostics(document.uri).flatMap(({ code }) => LOSSY[codeOf(code)] ?? []);
      if (reasons.length === 0) return;
      warned.add(uri);
      void warning.show(
        vscode.l10n.t(
          'Saving {0} would change bytes that you have not edited: {1}.',
          nameOf(document.uri),
          reasons.join('; '),
        ),
      );
    }),
  );
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
