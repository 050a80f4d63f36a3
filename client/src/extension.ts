/** What the extension adds to the editor, the same in both hosts. */
import * as vscode from 'vscode';
import { ActiveArticle } from './activeArticle';
import { registerSettingsCommands } from './changeSettings';
import { Commands } from './commands';
import { registerCopying } from './copy';
import { offerCorpusFixes } from './corpusFixes';
import { showCorpus } from './corpusView';
import { showCursorPlace } from './cursorPlace';
import { detectArticles } from './detection';
import { isRealDocument, LANGUAGE } from './documents';
import { offerExport } from './exportArticles';
import { offerFieldsView } from './fieldsView';
import { registerFindArticle } from './findArticle';
import { offerFixAll } from './fixAll';
import { type ClientFactory, LanguageServer } from './languageClient';
import { registerNavigation } from './navigation';
import { offerRulePages } from './rulePages';
import { warnBeforeLossySave } from './saveWarning';
import { showStatus } from './status';
import { showTooLarge } from './tooLarge';
import { warnOfTrimming } from './trimWarning';
import { sayBriefly } from './wording';
import { registerWriting } from './writing';

export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): void {
  const server = new LanguageServer(context, createClient);
  const commands = new Commands(context, server);
  const article = new ActiveArticle(server, detectArticles(context));
  commands.registerCommand('article.restartServer', async () => {
    await server.restart();
    sayBriefly('The article language server has been restarted.');
  });
  commands.registerCommand('article.showOutput', () => server.output.show());
  registerSettingsCommands(commands);
  registerNavigation(commands, article);
  registerCopying(commands, article);
  registerWriting(commands, article, server);
  offerFixAll(commands, article);
  warnBeforeLossySave(context);
  warnOfTrimming(context);
  offerRulePages(context, commands);
  offerFieldsView(context, commands, server);
  offerCorpusFixes(context, commands, server);
  offerExport(commands, article, server);
  showCorpus(context, commands, article, server);
  registerFindArticle(commands, server);
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
