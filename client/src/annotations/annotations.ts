/** Shows in the editors what CoreNLP has found, if a person wants it, and says where there is something to show. */
import * as vscode from 'vscode';
import { ANNOTATIONS, type AnnotationsParams, type ShownAnnotations } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { setContext } from '../commands/setContext';
import { type LanguageServer, plain } from '../connection/languageClient';
import { isRealDocument, LANGUAGE } from '../documents';
import { Pause } from '../pause';
import { AnnotationDecorations } from './decorations';

/** How long typing and scrolling must pause before the server is asked, in milliseconds. */
const PAUSE = 150;

/** Workspace state: whether entities and sentences are shown. */
const SHOWN = 'article.annotations.shown';

export function showAnnotations(context: vscode.ExtensionContext, commands: Commands, server: LanguageServer): void {
  const decorations = new AnnotationDecorations();
  const note = new Note();
  const isShown = () => context.workspaceState.get(SHOWN, false);

  const refreshEditor = async (editor: vscode.TextEditor) => {
    if (!isArticle(editor)) return;
    const { version } = editor.document;
    const found = await annotationsOf(server, editor);
    if (editor.document.version !== version) return; // The change has started another refresh.
    if (found && isShown()) decorations.show(editor, found);
    else decorations.clear(editor);
    if (editor !== vscode.window.activeTextEditor) return;
    setContext('article.hasSentences', (found?.sentences.length ?? 0) > 0);
    note.show(found?.note);
  };
  const refresh = async () => {
    const { activeTextEditor: active, visibleTextEditors } = vscode.window;
    if (!active || !isArticle(active)) setContext('article.hasSentences', false);
    await Promise.all(visibleTextEditors.map(refreshEditor));
  };
  const pause = new Pause(refresh, PAUSE);
  const soon = () => pause.call();
  const set = async (isWanted: boolean) => {
    await context.workspaceState.update(SHOWN, isWanted);
    setContext('article.showsAnnotations', isWanted);
    await refresh();
  };
  setContext('article.showsAnnotations', isShown());
  commands.registerCommand('article.showAnnotations', () => set(true));
  commands.registerCommand('article.hideAnnotations', () => set(false));
  context.subscriptions.push(
    ...[decorations, note, pause],
    server.onAnnotationsChanged(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeVisibleTextEditors(soon),
    vscode.window.onDidChangeTextEditorVisibleRanges(soon),
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidChangeTextDocument(soon),
  );
  soon();
}

function isArticle({ document }: vscode.TextEditor): boolean {
  return document.languageId === LANGUAGE && isRealDocument(document);
}

/** What there is in the visible part of an editor; null if the server does not answer. */
async function annotationsOf(
  server: LanguageServer,
  { document, visibleRanges }: vscode.TextEditor,
): Promise<ShownAnnotations | null> {
  const [first] = visibleRanges;
  const last = visibleRanges.at(-1);
  if (!first || !last) return null;
  const range = { start: plain(first.start), end: plain(last.end) };
  return server.ask<AnnotationsParams, ShownAnnotations>(ANNOTATIONS, document, { range });
}

/** The language status item that says why results are not shown. */
class Note implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;

  show(note: string | undefined): void {
    if (note === this.item?.detail) return;
    this.dispose();
    if (note === undefined) return;
    this.item = vscode.languages.createLanguageStatusItem('article.annotations', { language: LANGUAGE });
    Object.assign(this.item, {
      name: vscode.l10n.t('Article: CoreNLP'),
      text: vscode.l10n.t('CoreNLP’s results are not shown'),
      detail: note,
    });
  }

  dispose(): void {
    this.item?.dispose();
    this.item = undefined;
  }
}
