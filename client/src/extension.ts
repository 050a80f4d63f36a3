/** What the extension adds to the editor, the same in both hosts. */
import * as vscode from 'vscode';
import { speak } from '../../server/src/core/language';
import { showAnnotations } from './annotations/annotations';
import { showBriefly } from './briefly';
import { followArticles } from './commands/articleContext';
import { Commands } from './commands/commands';
import { type ClientFactory, LanguageServer } from './connection/languageClient';
import { offerExport } from './corpus/export';
import { CorpusFilter } from './corpus/filter';
import { registerFindArticle } from './corpus/findArticle';
import { offerCorpusFixes } from './corpus/fixes';
import { offerImport } from './corpus/import';
import { offerOverview } from './corpus/overview/overview';
import { offerSampleCorpus } from './corpus/sampleCorpus';
import { showCorpus } from './corpus/view';
import { detectArticles } from './detection';
import { isRealDocument, LANGUAGE } from './documents';
import { ActiveArticle } from './editing/activeArticle';
import { registerCopying } from './editing/copy';
import { offerFixAll } from './editing/fixAll';
import { registerNavigation } from './editing/navigation';
import { registerWriting } from './editing/writing';
import { offerFieldsView } from './fieldsView/fieldsView';
import { showCursorPlace } from './notices/cursorPlace';
import { warnBeforeLossySave } from './notices/saveWarning';
import { showStatus } from './notices/status';
import { showTooLarge } from './notices/tooLarge';
import { warnOfTrimming } from './notices/trimWarning';
import { registerSettingsCommands } from './problems/changeSettings';
import { offerRulePages } from './problems/rulePages';

export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): void {
  speak(vscode.env.language, vscode.l10n.bundle);
  const server = new LanguageServer(context, createClient);
  const commands = new Commands(context, server);
  followArticles(context);
  const article = new ActiveArticle(server, detectArticles(context));
  commands.registerCommand('article.restartServer', async () => {
    await server.restart();
    showBriefly(vscode.l10n.t('The article language server has been restarted.'));
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
  offerImport(commands, server);
  const filter = new CorpusFilter(server);
  showCorpus(context, commands, article, server, filter);
  offerOverview(context, commands, server, filter);
  offerSampleCorpus(context, commands);
  registerFindArticle(commands, server);
  showAnnotations(context, commands, server);
  showTooLarge(context);
  onFirstArticle(context, () => {
    server.client().catch(() => {}); // start() has already shown the error.
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
