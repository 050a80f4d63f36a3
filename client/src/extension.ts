/** What the extension adds to the editor, the same in both hosts. */
import * as vscode from 'vscode';
import { registerSettingsCommands } from './changeSettings';
import { registerCopying } from './copy';
import { offerCorpusFixes } from './corpusFixes';
import { showCorpus } from './corpusView';
import { showCursorPlace } from './cursorPlace';
import { detectArticles } from './detection';
import { isRealDocument, LANGUAGE } from './documents';
import { offerExport } from './exportArticles';
import { offerFieldsView } from './fieldsView';
import { registerFindArticle } from './findArticle';
import { type ClientFactory, LanguageServer } from './languageClient';
import { registerNavigation } from './navigation';
import { offerRulePages } from './rulePages';
import { warnBeforeLossySave } from './saveWarning';
import { showStatus } from './status';
import { showTooLarge } from './tooLarge';
import { warnOfTrimming } from './trimWarning';
import { registerWriting } from './writing';

/** Applies the server's one action of that kind, without asking which. */
const FIX_ALL = { kind: 'source.fixAll.article', apply: 'first' };

export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): void {
  const server = new LanguageServer(context, createClient);
  context.subscriptions.push(
    vscode.commands.registerCommand('article.restartServer', () => server.restart()),
    vscode.commands.registerCommand('article.fixAll', () =>
      vscode.commands.executeCommand('editor.action.sourceAction', FIX_ALL),
    ),
    vscode.commands.registerCommand('article.checkCorpus', () => server.checkCorpus(true)),
    vscode.commands.registerCommand('article.stopCheckingCorpus', () => server.checkCorpus(false)),
    vscode.commands.registerCommand('article.showOutput', () => server.output.show()),
  );
  registerSettingsCommands(context);
  registerNavigation(context, server);
  registerCopying(context, server);
  registerWriting(context, server);
  warnBeforeLossySave(context);
  warnOfTrimming(context);
  offerRulePages(context);
  offerFieldsView(context, server);
  offerCorpusFixes(context, server);
  offerExport(context, server);
  showCorpus(context, server);
  registerFindArticle(context, server);
  detectArticles(context);
  showTooLarge(context);
  onFirstArticle(context, () => {
    server.client().catch(() => {}); // start() has told the user.
    showStatus(context, server);
    showCursorPlace(context, server);
  });
}

/** Runs `start` once, as soon as an article is open. */
function onFirstArticle(context: vscode.ExtensionContext, start: () => void): void {
  const isArticle = (document: vscode.TextDocument) => document.languageId === LANGUAGE && isRealDocument(document);
  if (vscode.workspace.textDocuments.some(isArticle)) {
    start();
    return;
  }
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isArticle(document)) return;
    waiting.dispose();
    start();
  });
  context.subscriptions.push(waiting);
}
