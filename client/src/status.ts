/** The language status item: what was found in the file in the active editor. */
import * as vscode from 'vscode';
import {
  type DocumentParams,
  MOST_PROBLEMS,
  MOST_SYMBOLS,
  SOURCE,
  SUMMARY,
  type Summary,
} from '../../server/src/protocol';
import { isRealDocument, LANGUAGE } from './documents';
import type { LanguageServer } from './languageClient';
import { Pause } from './pause';
import { count } from './wording';

/** VS Code colours, wraps and folds nothing in a file of more bytes (`editor.largeFileOptimizations`). */
const LARGE_FILE = 20 * 1024 * 1024;
/** VS Code folds no more places in a file (`editor.foldingMaximumRegions`). */
const MOST_FOLDS = 5000;
/** Symbols of a whole article, and places to fold in it: itself and its fields. */
const PARTS = 5;
/** How long typing must pause before the numbers are counted again, in milliseconds. */
const PAUSE = 200;

export function showStatus(context: vscode.ExtensionContext, server: LanguageServer): void {
  const item = vscode.languages.createLanguageStatusItem('article.status', { language: LANGUAGE });
  item.name = 'Article';
  item.command = { title: 'Show Problems', command: 'workbench.actions.view.problems' };

  const refresh = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE || !isRealDocument(document)) return;
    const summary = await server.ask<DocumentParams, Summary>(SUMMARY, document, {});
    if (summary && vscode.window.activeTextEditor?.document === document) fill(item, document, summary);
  };
  const pause = new Pause(refresh, PAUSE);
  context.subscriptions.push(
    item,
    pause,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidOpenTextDocument(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) pause.call();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) pause.call();
    }),
  );
  void refresh();
}

function fill(item: vscode.LanguageStatusItem, document: vscode.TextDocument, summary: Summary): void {
  const { articles, words } = summary;
  // What VS Code shows, so that a problem on a marker that is being typed is not counted before it appears.
  const problems = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === SOURCE).length;
  const found =
    problems === 0
      ? 'no problems'
      : problems > MOST_PROBLEMS
        ? `over ${MOST_PROBLEMS} problems`
        : count(problems, 'problem');
  item.text = `${count(articles, 'article')} · ${count(words, 'word')} · ${found}`;
  item.severity = problems === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  item.detail = [
    lengthOf(document) > LARGE_FILE &&
      'VS Code itself colours, wraps and folds nothing in files over 20 MB. Problems and outline work.',
    document.lineCount > 1 &&
      articles * PARTS > MOST_FOLDS &&
      'VS Code folds 5,000 places in a file: articles before their fields.',
    articles * PARTS > MOST_SYMBOLS && 'The outline of so many articles leaves their fields out.',
    summary.settingsFile &&
      `Rules are set by ${vscode.workspace.asRelativePath(vscode.Uri.parse(summary.settingsFile))}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
