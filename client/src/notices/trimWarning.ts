/**
 * Warns once when something trims white space while an article is saved. VS Code's own trimming is off for articles,
 * but an extension that follows an `.editorconfig` still trims, and the format ends in a space.
 */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents';
import { isTrimmed } from './trimmed';
import { Warning } from './warning';

export function warnOfTrimming(context: vscode.ExtensionContext): void {
  const warning = new Warning(context.globalState, 'article.warning.trimming');
  let hasWarned = false;
  /** The document that is being saved, with its text before anything changed it for the save. */
  let saving: { document: vscode.TextDocument; text: string } | undefined;
  context.subscriptions.push(
    vscode.workspace.onWillSaveTextDocument(({ document }) => {
      saving = !hasWarned && document.languageId === LANGUAGE ? { document, text: document.getText() } : undefined;
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const before = saving?.document === document ? saving.text : undefined;
      saving = undefined;
      if (before === undefined || !isTrimmed(before, document.getText())) return;
      hasWarned = true;
      void warning.show(
        vscode.l10n.t(
          'Saving {0} removed white space at the ends of lines, but articles end in a space. To restore it, undo and save. If an .editorconfig asks for trimming, set trim_trailing_whitespace = false for articles.',
          vscode.workspace.asRelativePath(document.uri),
        ),
      );
    }),
  );
}
