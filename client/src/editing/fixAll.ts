/** The command that fixes all that is safe to fix in a file. */
import * as vscode from 'vscode';
import { type DocumentEdit, type DocumentParams, FIX_DOCUMENT } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import { sayBriefly } from '../wording';
import type { ActiveArticle, Asked } from './activeArticle';

export function offerFixAll(commands: Commands, article: ActiveArticle): void {
  commands.registerCommand('article.fixAll', async () => {
    await article.change<DocumentParams, readonly DocumentEdit[]>(FIX_DOCUMENT, () => ({}), fix);
    sayBriefly('Fixed all safe problems in this file.');
  });
}

/** As one step to undo; VS Code makes no edit of a text that has changed since. */
function fix({ editor: { document }, answer: edits }: Asked<readonly DocumentEdit[]>): Thenable<boolean> {
  if (edits.length === 0) throw new Refusal('There is nothing to fix safely in this file.');
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    change.replace(document.uri, place, newText);
  }
  return vscode.workspace.applyEdit(change);
}
