/** The language status item: what was found in the file in the active editor. */
import * as vscode from 'vscode';
import { SUMMARY, type Summary, type SummaryParams } from '../../server/src/protocol';
import { isRealDocument, LANGUAGE } from './documents';
import type { LanguageServer } from './languageClient';

/** VS Code colours, wraps and folds nothing in a file of more bytes (`editor.largeFileOptimizations`). */
const LARGE_FILE = 20 * 1024 * 1024;
/** How long typing must pause before the numbers are counted again, in milliseconds. */
const PAUSE = 200;

export function showStatus(context: vscode.ExtensionContext, server: LanguageServer): void {
  const item = vscode.languages.createLanguageStatusItem('article.status', { language: LANGUAGE });
  item.name = 'Article';
  item.command = { title: 'Show Problems', command: 'workbench.actions.view.problems' };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = async () => {
    clearTimeout(timer);
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE || !isRealDocument(document)) return;
    const summary = await ask(server, document);
    if (summary && vscode.window.activeTextEditor?.document === document) fill(item, document, summary);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  };
  context.subscriptions.push(
    item,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidOpenTextDocument(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) soon();
    }),
  );
  void refresh();
}

async function ask(server: LanguageServer, document: vscode.TextDocument): Promise<Summary | null> {
  try {
    const client = await server.client();
    const params: SummaryParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    return await client.sendRequest<Summary | null>(SUMMARY, params);
  } catch {
    return null; // Stopped or restarting; the next event asks again.
  }
}

function fill(item: vscode.LanguageStatusItem, document: vscode.TextDocument, summary: Summary): void {
  const { articles, words, problems } = summary;
  const found = problems === 0 ? 'no problems' : count(problems, 'problem');
  item.text = `${count(articles, 'article')} · ${count(words, 'word')} · ${found}`;
  item.severity = problems === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  item.detail = [
    lengthOf(document) > LARGE_FILE &&
      'VS Code itself colours, wraps and folds nothing in files over 20 MB. Problems and outline work.',
    summary.settingsFile &&
      `Rules are set by ${vscode.workspace.asRelativePath(vscode.Uri.parse(summary.settingsFile))}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
