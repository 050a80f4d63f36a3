/** The commands that open the fields view of a file, or the file of a fields view, with the cursor at the same place. */
import * as vscode from 'vscode';
import {
  FIELDS_SCHEME,
  PIECE_AT,
  type PieceAtParams,
  type PiecePlace,
  POSITION_OF,
  type Position,
  type PositionOfParams,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import { type LanguageServer, plain } from '../connection/languageClient';
import { isRealDocument, LANGUAGE } from '../documents';
import { goTo } from '../editing/goTo';
import { nameOf } from '../uris';
import { FieldsFileSystem, openDocument, shownBy, viewOf } from './fileSystem';

export function offerFieldsView(context: vscode.ExtensionContext, commands: Commands, server: LanguageServer): void {
  const files = new FieldsFileSystem(server);
  const open = async (from: vscode.Uri, to: vscode.Uri, article?: number) => {
    await server.ready();
    if (!(await isSaved(from))) return;
    const place = article === undefined ? await placeAtCursor(server, from) : { article, piece: 0, offset: 0 };
    const editor = await show(to);
    if (editor && place) await moveTo(server, editor, place);
  };
  context.subscriptions.push(
    files,
    vscode.workspace.registerFileSystemProvider(FIELDS_SCHEME, files, { isCaseSensitive: true }),
  );
  commands.registerCommand('article.openAsFields', async (chosen?: vscode.Uri, article?: unknown) => {
    const uri = chosen ?? activeFile();
    if (uri.scheme === FIELDS_SCHEME) throw new Refusal(vscode.l10n.t('This is already the fields view.'));
    if (uri.scheme === 'untitled')
      throw new Refusal(vscode.l10n.t('Save this text first. The fields view needs a file.'));
    // The explorer passes all selected files as the second argument, not the index of an article.
    await open(uri, viewOf(uri), typeof article === 'number' ? article : undefined);
    const { readOnly } = await files.view(viewOf(uri));
    if (readOnly)
      void vscode.window.showInformationMessage(vscode.l10n.t('The fields view is read-only. {0}', readOnly));
  });
  commands.registerCommand('article.openAsFile', async (chosen?: vscode.Uri) => {
    const uri = chosen ?? activeFile();
    if (uri.scheme !== FIELDS_SCHEME) throw new Refusal(vscode.l10n.t('This is the file itself, not its fields view.'));
    await open(uri, shownBy(uri));
  });
}

/** The file of the active editor, or of the active tab if the editor is an output panel or similar. */
function activeFile(): vscode.Uri {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isRealDocument(document)) return document.uri;
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  if (input instanceof vscode.TabInputText) return input.uri;
  throw new Refusal(vscode.l10n.t('No file is open in the editor. Open one first.'));
}

/** Whether a document is saved. Asks to save it if it is not, because the other view would not show unsaved changes. */
async function isSaved(uri: vscode.Uri): Promise<boolean> {
  const document = openDocument(uri);
  if (!document?.isDirty) return true;
  const save = vscode.l10n.t('Save and Open');
  const question = vscode.l10n.t('{0} has unsaved changes. The other view shows the saved file.', nameOf(uri));
  return (await vscode.window.showWarningMessage(question, { modal: true }, save)) === save && document.save();
}

/** Shows a document. `openTextDocument` would keep it open for minutes after its editor was closed. */
async function show(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false } satisfies vscode.TextDocumentShowOptions);
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor && editor.document.languageId !== LANGUAGE) {
    await vscode.languages.setTextDocumentLanguage(editor.document, LANGUAGE);
  }
  return editor;
}

async function placeAtCursor(server: LanguageServer, uri: vscode.Uri): Promise<PiecePlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString() || editor.document.languageId !== LANGUAGE) return undefined;
  const position = plain(editor.selection.active);
  return (await server.ask<PieceAtParams, PiecePlace>(PIECE_AT, editor.document, { position })) ?? undefined;
}

async function moveTo(server: LanguageServer, editor: vscode.TextEditor, place: PiecePlace): Promise<void> {
  const found = await server.ask<PositionOfParams, Position>(POSITION_OF, editor.document, { place });
  if (found) goTo(editor, found);
}
