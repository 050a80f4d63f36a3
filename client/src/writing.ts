/** The commands that write something new: an article, or the markers of a field around the selection. */
import * as vscode from 'vscode';
import {
  NEW_ARTICLE,
  type NewArticle,
  type PlaceParams,
  WRAP,
  type Wrap,
  type WrapField,
  type WrapParams,
} from '../../server/src/protocol';
import { LANGUAGE } from './documents';
import { type LanguageServer, plain } from './languageClient';

export function registerWriting({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    registerCommand('article.newArticle', () => newDocument(server)),
    registerCommand('article.newArticleAfter', () => withEditor((editor) => insertArticle(server, editor))),
    registerCommand('article.wrap', () => withEditor((editor) => wrap(server, editor))),
  );
}

async function withEditor(run: (editor: vscode.TextEditor) => Promise<unknown>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === LANGUAGE) await run(editor);
}

/** An untitled document with an article to fill in. */
async function newDocument(server: LanguageServer): Promise<void> {
  // Or it would not have been told of the document when it is asked about it. A failure to start has been told.
  await server.client().catch(() => {});
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE });
  await insertArticle(server, await vscode.window.showTextDocument(document));
}

/** Behind the article at the cursor; the cursor goes to the first place to fill in. */
async function insertArticle(server: LanguageServer, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const article = await server.ask<PlaceParams, NewArticle>(NEW_ARTICLE, document, {
    position: plain(selection.active),
  });
  if (!article || document.version !== version) return;
  const { line, character } = article.position;
  await editor.insertSnippet(new vscode.SnippetString(article.snippet), new vscode.Position(line, character), {
    undoStopBefore: true,
    undoStopAfter: true,
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks which field the selection is to become, and says so when it can become none. */
async function wrap(server: LanguageServer, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const range = { start: plain(selection.start), end: plain(selection.end) };
  const answer = await server.ask<WrapParams, Wrap>(WRAP, document, { range });
  if (!answer) return;
  if (answer.refusal) {
    void vscode.window.showWarningMessage(answer.refusal);
    return;
  }
  const picks = answer.fields.map((field) => ({ label: field.name, description: field.doc, field }));
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: 'The field that the selection is to become' });
  if (!picked) return;
  if (document.version === version) await write(editor, picked.field);
  else void vscode.window.showWarningMessage('The text has changed in the meantime. Select it and try again.');
}

async function write(editor: vscode.TextEditor, { edits }: WrapField): Promise<void> {
  await editor.edit((builder) => {
    for (const { position, text } of edits)
      builder.insert(new vscode.Position(position.line, position.character), text);
  });
}
