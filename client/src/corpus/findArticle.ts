/** The command that finds an article of the corpus by its number, words of its title, or its date. */
import * as vscode from 'vscode';
import {
  type CorpusMatch,
  type CorpusMatches,
  FIND_ARTICLES,
  type FindArticlesParams,
  stoppedCheck,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { Pause } from '../pause';
import { needCorpus } from './obstacle';
import { articleName, oneLine, opening } from './rows';

/** How long typing must pause before the server is asked, in milliseconds. */
const PAUSE = 100;

interface Choice extends vscode.QuickPickItem {
  readonly match?: CorpusMatch;
}

export function registerFindArticle(commands: Commands, server: LanguageServer): void {
  commands.registerCommand('article.findArticle', () => findArticle(commands, server));
}

/** Resolves when the first list is shown. */
function findArticle(commands: Commands, server: LanguageServer): Promise<void> {
  needCorpus();
  const box = vscode.window.createQuickPick<Choice>();
  box.title = vscode.l10n.t('Find Article');
  box.placeholder = vscode.l10n.t('Number, words of the title, or date such as 2024-04');
  let asking = new vscode.CancellationTokenSource();
  /** The query that the list answers. */
  let answered: string | undefined;
  /** Whether not all articles had been read for that answer. */
  let isPartial = false;
  const ask = async () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const query = box.value;
    box.busy = true;
    try {
      const found = await server.answer<FindArticlesParams, CorpusMatches>(FIND_ARTICLES, { query }, token);
      if (token.isCancellationRequested) return; // A newer query is on its way.
      fill(box, choices(found));
      isPartial = found.isChecking;
      box.busy = isPartial;
      answered = query;
    } catch (error) {
      if (token.isCancellationRequested) return;
      box.hide();
      commands.showError(error);
    }
  };
  const pause = new Pause(ask, PAUSE);
  const reading = server.onCorpusChanged(() => isPartial && answered === box.value && ask());
  box.onDidChangeValue(() => pause.call());
  box.onDidAccept(async () => {
    let [chosen] = box.selectedItems;
    if (answered !== box.value) {
      // Enter came before the answer. It means the first article of that answer, not one of the previous list.
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
    reading.dispose();
    pause.dispose();
    asking.cancel();
    box.dispose();
  });
  box.show();
  return ask();
}

/** Replaces the rows and keeps the one that the person has selected, which may have moved. */
function fill(box: vscode.QuickPick<Choice>, items: readonly Choice[]): void {
  const [chosen] = box.activeItems;
  const isFirst = chosen === box.items[0];
  box.items = items;
  const same = isFirst ? undefined : items.find(({ match }) => match && isSame(match, chosen?.match));
  if (same) box.activeItems = [same];
}

function isSame(match: CorpusMatch, other: CorpusMatch | undefined): boolean {
  return match.uri === other?.uri && JSON.stringify(match.position) === JSON.stringify(other.position);
}

function choices({ matches, ...more }: CorpusMatches): Choice[] {
  const rows = matches.map(
    (match): Choice => ({
      label: literal(articleName(match)),
      detail: literal([oneLine(match.date), match.file].filter(Boolean).join(' · ')),
      match,
      alwaysShow: true, // The server has matched it; VS Code would filter in another way.
    }),
  );
  const note = noteOn(rows.length, more);
  return note === undefined ? rows : [...rows, { label: note, alwaysShow: true }];
}

function noteOn(rows: number, more: Omit<CorpusMatches, 'matches'>): string | undefined {
  const { hasMore, isChecking, wasStopped } = more;
  if (hasMore) return vscode.l10n.t('There are more matches. Type another word.');
  if (isChecking) return vscode.l10n.t('Not all articles of the corpus have been read yet. More may follow.');
  if (wasStopped) return stoppedCheck();
  return rows === 0 ? vscode.l10n.t('No article of the corpus matches all of this.') : undefined;
}

/** Escapes sequences such as `$(alert)`, which VS Code would show as icons. */
function literal(text: string): string {
  return text.replace(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi, '\\$&');
}
