/** The command that finds an article of the corpus by its number, words of its title, or its date. */
import * as vscode from 'vscode';
import {
  type CorpusMatch,
  type CorpusMatches,
  FIND_ARTICLES,
  type FindArticlesParams,
} from '../../server/src/protocol';
import { articleName, oneLine, opening } from './corpusRows';
import type { LanguageServer } from './languageClient';
import { Pause } from './pause';

/** How long typing must pause before the server is asked, in milliseconds. */
const PAUSE = 100;

interface Choice extends vscode.QuickPickItem {
  readonly match?: CorpusMatch;
}

export function registerFindArticle({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  subscriptions.push(vscode.commands.registerCommand('article.findArticle', () => findArticle(server)));
}

function findArticle(server: LanguageServer): void {
  const box = vscode.window.createQuickPick<Choice>();
  box.title = 'Find Article';
  box.placeholder = 'Number, words of the title, or date such as 2024-04';
  let asking = new vscode.CancellationTokenSource();
  /** What the list is the answer to. */
  let answered: string | undefined;
  const ask = async () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const query = box.value;
    box.busy = true;
    const found = await server.request<FindArticlesParams, CorpusMatches>(FIND_ARTICLES, { query }, token);
    if (token.isCancellationRequested) return; // A newer question will be answered.
    box.items = choices(found);
    box.busy = false;
    answered = query;
  };
  const pause = new Pause(ask, PAUSE);
  box.onDidChangeValue(() => pause.call());
  box.onDidAccept(async () => {
    let [chosen] = box.selectedItems;
    if (answered !== box.value) {
      // Enter came before the answer, whose first article is meant, not one of those that were found before.
      pause.dispose();
      await ask();
      chosen = answered === box.value ? box.items[0] : undefined;
    }
    const match = chosen?.match;
    if (!match) return;
    box.hide();
    await vscode.commands.executeCommand('vscode.open', ...opening(match));
  });
  box.onDidHide(() => {
    pause.dispose();
    asking.cancel();
    box.dispose();
  });
  box.show();
  void ask();
}

function choices(found: CorpusMatches | null): Choice[] {
  const rows = (found?.matches ?? []).map(
    (match): Choice => ({
      label: literal(articleName(match)),
      detail: literal([oneLine(match.date), match.file].filter(Boolean).join(' · ')),
      match,
      alwaysShow: true, // The server has found it; VS Code looks for other things.
    }),
  );
  if (rows.length === 0) return [{ label: 'No article of the corpus has all of this.', alwaysShow: true }];
  return found?.hasMore ? [...rows, { label: 'There are more. Type another word.', alwaysShow: true }] : rows;
}

/** VS Code draws an icon where a label has something like `$(alert)`. */
function literal(text: string): string {
  return text.replace(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi, '\\$&');
}
