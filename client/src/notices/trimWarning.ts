/**
 * Warns, once, when something trims white space while an article is saved. VS Code's own trimming is off for articles,
 * but an extension that follows an `.editorconfig` trims nevertheless, and the format ends in a space.
 */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents';
import { isTrimmed } from './trimmed';

export function warnOfTrimming(context: vscode.ExtensionContext): void {
  let isTold = false;
  /** The document that is being saved, as it was before anybody changed it for the save. */
  let saving: { document: vscode.TextDocument; text: string } | undefined;
  context.subscriptions.push(
    vscode.workspace.onWillSaveTextDocument(({ document }) => {
      saving = !isTold && document.languageId === LANGUAGE ? { document, text: document.getText() } : undefined;
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const before = saving?.document === document ? saving.text : undefined;
      saving = undefined;
      if (before === undefined || !isTrimmed(before, document.getText())) return;
      isTold = true;
      void vscode.window.showWarningMessage(
        `White space at the ends of lines was removed while ${vscode.workspace.asRelativePath(document.uri)} was saved. Articles end in a space. If an .editorconfig asks for that, set trim_trailing_whitespace = false for them; undo and save to get the white space back.`,
      );
    }),
  );
}
