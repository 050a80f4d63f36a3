/** The command that fixes all safe problems in a file. */
import * as vscode from 'vscode';
import { type DocumentEdit, type DocumentParams, FIX_DOCUMENT } from '../../../server/src/protocol';
import { showBriefly } from '../briefly';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import type { ActiveArticle, Asked } from './activeArticle';

export function offerFixAll(commands: Commands, article: ActiveArticle): void {
  commands.registerCommand('article.fixAll', async () => {
    await article.change<DocumentParams, readonly DocumentEdit[]>(FIX_DOCUMENT, () => ({}), fix);
    showBriefly(vscode.l10n.t('Fixed all safe problems in this file.'));
  });
}

/** Makes all edits as one undo step. VS Code refuses them if the text has changed since. */
function fix({ editor: { document }, answer: edits }: Asked<readonly DocumentEdit[]>): Thenable<boolean> {
  if (edits.length === 0) throw new Refusal(vscode.l10n.t('There is nothing to fix safely in this file.'));
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    change.replace(document.uri, place, newText);
  }
  return vscode.workspace.applyEdit(change);
}
