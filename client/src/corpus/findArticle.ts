/** The command that finds an article of the corpus by its number, words of its title, or its date. */
import * as vscode from 'vscode';
import {
  type CorpusMatch,
  type CorpusMatches,
  FIND_ARTICLES,
  type FindArticlesParams,
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

/** Resolves when the first list is there. */
function findArticle(commands: Commands, server: LanguageServer): Promise<void> {
  needCorpus();
  const box = vscode.window.createQuickPick<Choice>();
  box.title = 'Find Article';
  box.placeholder = 'Number, words of the title, or date such as 2024-04';
  let asking = new vscode.CancellationTokenSource();
  /** What the list is the answer to. */
  let answered: string | undefined;
  /** Not all articles had been read when that was answered. */
  let isPartial = false;
  const ask = async () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const query = box.value;
    box.busy = true;
    try {
      const found = await server.answer<FindArticlesParams, CorpusMatches>(FIND_ARTICLES, { query }, token);
      if (token.isCancellationRequested) return; // A newer question will be answered.
      fill(box, choices(found));
      isPartial = found.isChecking;
      box.busy = isPartial;
      answered = query;
    } catch (error) {
      if (token.isCancellationRequested) return;
      box.hide();
      commands.tell(error);
    }
  };
  const pause = new Pause(ask, PAUSE);
  const reading = server.onCorpusChanged(() => isPartial && answered === box.value && ask());
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
    reading.dispose();
    pause.dispose();
    asking.cancel();
    box.dispose();
  });
  box.show();
  return ask();
}

/** Keeps what the person has gone to among the rows, which may stand in another place now. */
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

function choices({ matches, hasMore, isChecking }: CorpusMatches): Choice[] {
  const rows = matches.map(
    (match): Choice => ({
      label: literal(articleName(match)),
      detail: literal([oneLine(match.date), match.file].filter(Boolean).join(' · ')),
      match,
      alwaysShow: true, // The server has found it; VS Code looks for other things.
    }),
  );
  const note = noteOn(rows.length, hasMore, isChecking);
  return note === undefined ? rows : [...rows, { label: note, alwaysShow: true }];
}

function noteOn(rows: number, hasMore: boolean, isChecking: boolean): string | undefined {
  if (hasMore) return 'There are more. Type another word.';
  if (isChecking) return 'Not all articles of the corpus have been read yet. Others may follow.';
  return rows === 0 ? 'No article of the corpus has all of this.' : undefined;
}

/** VS Code draws an icon where a label has something like `$(alert)`. */
function literal(text: string): string {
  return text.replace(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi, '\\$&');
}
