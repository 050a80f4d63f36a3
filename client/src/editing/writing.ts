/** The commands that write a new article, or the markers of a field around the selection. */
import * as vscode from 'vscode';
import {
  NEW_ARTICLE,
  type NewArticle,
  type PlaceParams,
  WRAP,
  type Wrap,
  type WrapField,
  type WrapParams,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import { type LanguageServer, plain } from '../connection/languageClient';
import { LANGUAGE } from '../documents';
import type { ActiveArticle } from './activeArticle';

export function registerWriting(commands: Commands, article: ActiveArticle, server: LanguageServer): void {
  commands.registerCommand('article.newArticle', () => newDocument(article, server));
  commands.registerCommand('article.newArticleAfter', () => insertArticle(article));
  commands.registerCommand('article.wrap', () => wrap(article));
}

/** Opens an untitled document with an article to fill in. Waits for the server first, so that no empty document opens without it. */
async function newDocument(article: ActiveArticle, server: LanguageServer): Promise<void> {
  await server.ready();
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE });
  await insertArticle(article, await vscode.window.showTextDocument(document));
}

/** Inserts an article after the one at the cursor, and moves the cursor to the first place to fill in. */
async function insertArticle(article: ActiveArticle, where?: vscode.TextEditor): Promise<void> {
  await article.change<PlaceParams, NewArticle>(
    NEW_ARTICLE,
    ({ selection }) => ({ position: plain(selection.active) }),
    async ({ editor, answer: { snippet, position } }) => {
      mustBeVisible(editor);
      const at = new vscode.Position(position.line, position.character);
      const options = { undoStopBefore: true, undoStopAfter: true };
      const isInserted = await editor.insertSnippet(new vscode.SnippetString(snippet), at, options);
      if (isInserted) editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      return isInserted;
    },
    where,
  );
}

/** Asks which field to make of the selection. Throws a Refusal if it can become none. */
async function wrap(article: ActiveArticle): Promise<void> {
  const editor = await article.editableEditor();
  const rangeOf = ({ selection: { start, end } }: vscode.TextEditor) => ({ start: plain(start), end: plain(end) });
  const { answer } = await article.ask<WrapParams, Wrap>(WRAP, (asked) => ({ range: rangeOf(asked) }), editor);
  if (answer.refusal) throw new Refusal(answer.refusal);
  const { version } = editor.document;
  const picks = answer.fields.map((field) => ({ label: field.name, description: field.doc, field }));
  const picked = await vscode.window.showQuickPick(picks, {
    placeHolder: vscode.l10n.t('Choose the field for the selection'),
  });
  if (!picked) return;
  mustBeVisible(editor);
  if (editor.document.version !== version || !(await write(editor, picked.field))) {
    throw new Refusal(vscode.l10n.t('The text has changed in the meantime. Select it and try again.'));
  }
}

function write(editor: vscode.TextEditor, { edits }: WrapField): Thenable<boolean> {
  return editor.edit((builder) => {
    for (const { position, text } of edits)
      builder.insert(new vscode.Position(position.line, position.character), text);
  });
}

/** VS Code writes nothing through an editor that was closed or replaced by another one. */
function mustBeVisible(editor: vscode.TextEditor): void {
  if (vscode.window.visibleTextEditors.includes(editor)) return;
  throw new Refusal(vscode.l10n.t('The editor was closed in the meantime, so nothing was written.'));
}
