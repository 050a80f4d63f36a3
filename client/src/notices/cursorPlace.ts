/** The status bar entry that shows the field and the article at the cursor. */
import * as vscode from 'vscode';
import { counted, plural } from '../../../server/src/core/language';
import { PLACE, type Place, type PlaceParams } from '../../../server/src/protocol';
import { type LanguageServer, plain } from '../connection/languageClient';
import { isRealDocument, LANGUAGE } from '../documents';
import { Pause } from '../pause';

/** How long the cursor must rest before the server is asked, in milliseconds. */
const PAUSE = 100;
/** To the left of VS Code's line and column, which have priority 100. */
const PRIORITY = 101;

export function showCursorPlace(context: vscode.ExtensionContext, server: LanguageServer): void {
  const entry = vscode.window.createStatusBarItem('article.place', vscode.StatusBarAlignment.Right, PRIORITY);
  entry.name = vscode.l10n.t('Article: Cursor Position');
  entry.command = 'workbench.action.gotoSymbol';

  const refresh = async () => {
    const editor = vscode.window.activeTextEditor;
    const place = editor && (await placeOf(server, editor));
    // The cursor may have moved to another editor meanwhile, which has started another refresh.
    if (editor !== vscode.window.activeTextEditor) return;
    if (place) fill(entry, place);
    else entry.hide();
  };
  const pause = new Pause(refresh, PAUSE);
  const soon = () => pause.call();
  context.subscriptions.push(
    entry,
    pause,
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) soon();
    }),
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) soon();
    }),
  );
  soon();
}

async function placeOf(server: LanguageServer, { document, selection }: vscode.TextEditor): Promise<Place | null> {
  if (document.languageId !== LANGUAGE || !isRealDocument(document)) return null;
  return server.ask<PlaceParams, Place>(PLACE, document, { position: plain(selection.active) });
}

function fill(entry: vscode.StatusBarItem, { field, article, articles, words }: Place): void {
  const place = vscode.l10n.t('article {0} of {1}', counted(article), counted(articles));
  const where = `${place} · ${plural(words, '{0} word', '{0} words')}`;
  entry.text = field ? `${field} · ${where}` : where;
  entry.tooltip = vscode.l10n.t(
    'Field and article at the cursor, and number of words in its text. Click to go to a field or an article.',
  );
  entry.show();
}
