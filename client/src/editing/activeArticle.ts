/** The article that a command works on: the one in the active editor, once editor, language and server are ready. */
import * as vscode from 'vscode';
import type { DocumentParams } from '../../../server/src/protocol';
import { patiently } from '../commands/patiently';
import { Refusal, ServerRefusal } from '../commands/refusal';
import { type LanguageServer, NO_ANSWER, WAITING_FOR_SERVER } from '../connection/languageClient';
import { isReadOnly, isRealDocument, LANGUAGE } from '../documents';
import { isTooLarge, TOO_LARGE } from '../notices/tooLarge';

/** An answer about the article in an editor. */
export interface Asked<R> {
  readonly editor: vscode.TextEditor;
  /** About the text as it is now. */
  readonly answer: R;
}

export class ActiveArticle {
  constructor(
    private readonly server: LanguageServer,
    /** Resolves when the language of a document is decided. */
    private readonly detected: (document: vscode.TextDocument) => Promise<void>,
  ) {}

  /** The active editor, once it has an article. Throws a Refusal if it will have none. */
  editor(): Promise<vscode.TextEditor> {
    return patiently(
      vscode.l10n.t('Waiting for the editor'),
      (token) => this.editorOfArticle(token),
      new Refusal(NOT_OPENED),
    );
  }

  /** The same, for a command that changes the article: also throws a Refusal if the article cannot be edited. */
  async editableEditor(): Promise<vscode.TextEditor> {
    const editor = await this.editor();
    if (await isReadOnly(editor.document)) throw new Refusal(NOT_EDITABLE);
    return editor;
  }

  /**
   * The server's answer about the article in the active editor, or in `where`. Waits for the answer, and asks again
   * if the text changes meanwhile. Throws a Refusal if there will be no answer.
   */
  async ask<P extends DocumentParams, R>(
    method: string,
    paramsOf: (editor: vscode.TextEditor) => Omit<P, 'textDocument'>,
    where?: vscode.TextEditor,
  ): Promise<Asked<R>> {
    const editor = where ?? (await this.editor());
    const ask = async (token: vscode.CancellationToken): Promise<R> => {
      const { document } = editor;
      const textDocument = { uri: document.uri.toString() };
      for (;;) {
        const { version } = document;
        const isSame = () => document.version === version;
        const params = { ...paramsOf(editor), textDocument };
        const answer = await this.server.answer<object, R>(method, params, token).catch((error) => {
          if (isSame()) throw error;
        });
        if (document.isClosed)
          throw new Refusal(vscode.l10n.t('The file was closed in the meantime, so nothing was done.'));
        if (isSame()) return answer as R;
      }
    };
    return { editor, answer: await patiently(WAITING_FOR_SERVER, ask, new ServerRefusal(NO_ANSWER)) };
  }

  /**
   * Asks, and makes the change that the answer describes. If the text changes first, it asks again. `make` returns whether
   * VS Code has made the change.
   */
  async change<P extends DocumentParams, R>(
    method: string,
    paramsOf: (editor: vscode.TextEditor) => Omit<P, 'textDocument'>,
    make: (asked: Asked<R>) => Thenable<boolean>,
    where?: vscode.TextEditor,
  ): Promise<void> {
    const editor = where ?? (await this.editableEditor());
    for (;;) {
      const asked = await this.ask<P, R>(method, paramsOf, editor);
      if (asked.answer === null) throw new Refusal(NOT_KNOWN);
      const { version } = editor.document;
      if (await make(asked)) return;
      if (editor.document.version === version) throw new Refusal(NOT_EDITABLE);
    }
  }

  private async editorOfArticle(token: vscode.CancellationToken): Promise<vscode.TextEditor> {
    const editor = await activeEditor(token);
    const { document } = editor;
    await this.detected(document);
    if (document.languageId !== LANGUAGE) throw new Refusal(NO_ARTICLE);
    if (!isRealDocument(document))
      throw new Refusal(vscode.l10n.t('This is only a version of a file. Open the file itself.'));
    return editor;
  }
}

const NO_ARTICLE = vscode.l10n.t('This file was not recognised as an article. Set its language to Article.');
const NO_EDITOR = vscode.l10n.t('No article is open in the editor. Open one first.');
const NOT_EDITABLE = vscode.l10n.t('Nothing was changed: this file cannot be edited here.');
const NOT_KNOWN = vscode.l10n.t('The language server does not know this file. Close it and open it again.');
const NOT_OPENED = vscode.l10n.t('The editor did not open this file within a minute. Try again.');

/** The editor that a person means: the active one, or the one in the active tab if the active one is an output panel or similar. */
async function activeEditor(token: vscode.CancellationToken): Promise<vscode.TextEditor> {
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor && isRealDocument(activeTextEditor.document)) return activeTextEditor;
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  if (input instanceof vscode.TabInputText) return editorOf(input.uri, token);
  if (activeTextEditor) return activeTextEditor;
  throw new Refusal(NO_EDITOR);
}

/** The editor of a tab. When a window has just opened, it appears a moment after the tab. */
async function editorOf(uri: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.TextEditor> {
  if (await isTooLarge(uri)) throw new Refusal(TOO_LARGE);
  return new Promise((resolve) => {
    const look = () => {
      const { activeTextEditor, visibleTextEditors } = vscode.window;
      const isMeant = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
      const found = activeTextEditor && isMeant(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isMeant);
      if (!found) return;
      listener.dispose();
      resolve(found);
    };
    const listener = vscode.window.onDidChangeVisibleTextEditors(look);
    token.onCancellationRequested(() => listener.dispose());
    look();
  });
}
