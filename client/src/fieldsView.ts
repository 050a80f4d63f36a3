/** The commands that open a file as its fields view and the view as its file, with the cursor at the same place. */
import * as vscode from 'vscode';
import {
  FIELDS_SCHEME,
  PIECE_AT,
  type PieceAtParams,
  type PiecePlace,
  POSITION_OF,
  type Position,
  type PositionOfParams,
} from '../../server/src/protocol';
import { LANGUAGE } from './documents';
import { FieldsFileSystem, openDocument, shownBy, viewOf } from './fieldsFileSystem';
import { goTo } from './goTo';
import type { LanguageServer } from './languageClient';
import { nameOf } from './uris';

export function offerFieldsView(context: vscode.ExtensionContext, server: LanguageServer): void {
  const files = new FieldsFileSystem(server);
  const open = async (from: vscode.Uri, to: vscode.Uri, article?: number) => {
    if (!(await isSaved(from))) return;
    const place = article === undefined ? await placeAtCursor(server, from) : { article, piece: 0, offset: 0 };
    const editor = await show(to);
    if (editor && place) await moveTo(server, editor, place);
  };
  context.subscriptions.push(
    files,
    vscode.workspace.registerFileSystemProvider(FIELDS_SCHEME, files, { isCaseSensitive: true }),
    vscode.commands.registerCommand('article.openAsFields', async (chosen?: vscode.Uri, article?: unknown) => {
      const uri = chosen ?? vscode.window.activeTextEditor?.document.uri;
      if (!uri || uri.scheme === FIELDS_SCHEME) return;
      // From a menu of the explorer, VS Code hands over all files that are selected there.
      await open(uri, viewOf(uri), typeof article === 'number' ? article : undefined);
      const { readOnly } = await files.view(viewOf(uri));
      if (readOnly) void vscode.window.showInformationMessage(`The fields view is read-only. ${readOnly}`);
    }),
    vscode.commands.registerCommand('article.openAsFile', async (chosen?: vscode.Uri) => {
      const uri = chosen ?? vscode.window.activeTextEditor?.document.uri;
      if (uri?.scheme === FIELDS_SCHEME) await open(uri, shownBy(uri));
    }),
  );
}

/** Whether a document has nothing unsaved, if need be after asking: the other form of it would not show that. */
async function isSaved(uri: vscode.Uri): Promise<boolean> {
  const document = openDocument(uri);
  if (!document?.isDirty) return true;
  const save = 'Save and Open';
  const question = `${nameOf(uri)} has changes that are not saved. The other form of it is made from the saved file.`;
  return (await vscode.window.showWarningMessage(question, { modal: true }, save)) === save && document.save();
}

/** Not by `openTextDocument`, which would keep the document open for minutes after its editor was closed. */
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
  const client = await server.client();
  const { code2ProtocolConverter: to } = client;
  const params: PieceAtParams = to.asTextDocumentPositionParams(editor.document, editor.selection.active);
  return (await client.sendRequest<PiecePlace | null>(PIECE_AT, params)) ?? undefined;
}

async function moveTo(server: LanguageServer, editor: vscode.TextEditor, place: PiecePlace): Promise<void> {
  const client = await server.client();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
  const params: PositionOfParams = { textDocument, place };
  const found = await client.sendRequest<Position | null>(POSITION_OF, params);
  if (found) goTo(editor, found);
}
