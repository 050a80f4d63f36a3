/** The corpus view: its tree of all articles, its commands, and its counts. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import {
  type CorpusRow,
  type CorpusTotals,
  fileOf,
  NEXT_DAMAGED,
  type NextDamaged,
  type NextDamagedParams,
  stoppedCheck,
} from '../../../server/src/protocol';
import { showBriefly } from '../briefly';
import { articlesExist } from '../commands/articleContext';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import { setContext } from '../commands/setContext';
import type { LanguageServer } from '../connection/languageClient';
import type { ActiveArticle } from '../editing/activeArticle';
import { askCorpus } from './askCorpus';
import type { CorpusFilter } from './filter';
import { needCorpus } from './obstacle';
import { MoreRow, opening, TreeRow } from './rows';
import { RowsProvider } from './rowsProvider';
import { ViewMessage } from './viewMessage';

export function showCorpus(
  context: vscode.ExtensionContext,
  commands: Commands,
  article: ActiveArticle,
  server: LanguageServer,
  filter: CorpusFilter,
): void {
  const tree = new RowsProvider(context, server, filter);
  const view = vscode.window.createTreeView('article.corpus', { treeDataProvider: tree, showCollapseAll: true });
  const message = new ViewMessage(view, filter);
  const progress = new CheckProgress();
  context.subscriptions.push(
    view,
    server.onCorpusChanged((totals) => {
      // The rows first: VS Code shows the first change at once, and later ones after 200 ms.
      if (totals.rowsChanged) tree.refresh();
      message.follow(totals);
      fill(view, totals);
      progress.show(totals.isChecking);
    }),
  );
  commands.registerCommand('article.checkCorpus', () => {
    needCorpus();
    return server.checkCorpus(true);
  });
  commands.registerCommand('article.stopCheckingCorpus', async () => {
    await server.checkCorpus(false);
  });
  commands.registerCommand('article.groupByMonth', () => tree.choose({ grouping: 'month' }));
  commands.registerCommand('article.groupByProblem', () => tree.choose({ grouping: 'problem' }));
  commands.registerCommand('article.groupByFile', () => tree.choose({ grouping: 'file' }));
  commands.registerCommand('article.sortAscending', () => tree.choose({ order: 'ascending' }));
  commands.registerCommand('article.sortDescending', () => tree.choose({ order: 'descending' }));
  commands.registerCommand('article.sortByProblems', () => tree.choose({ order: 'problems' }));
  commands.registerCommand('article.showMoreRows', (row?: MoreRow) => tree.showMore(row ?? selectedMoreRow(view)));
  commands.registerCommand('article.openRow', (row?: TreeRow) => open((row ?? selectedRow(view)).content));
  commands.registerCommand('article.openRowToSide', (row?: TreeRow) =>
    open((row ?? selectedRow(view)).content, vscode.ViewColumn.Beside),
  );
  commands.registerCommand('article.openRowAsFields', (row?: TreeRow) => {
    const { uri, article } = (row ?? selectedRow(view)).content;
    return vscode.commands.executeCommand('article.openAsFields', vscode.Uri.parse(fileOf(uri ?? '')), article?.index);
  });
  commands.registerCommand('article.copyRowPath', (row?: TreeRow) => {
    const { uri } = (row ?? selectedRow(view)).content;
    return vscode.commands.executeCommand('copyFilePath', vscode.Uri.parse(fileOf(uri ?? '')));
  });
  commands.registerCommand('article.showRowRule', (row?: TreeRow) =>
    vscode.commands.executeCommand('article.showRule', row?.content.name),
  );
  commands.registerCommand('article.fixRow', (row?: TreeRow) =>
    vscode.commands.executeCommand('article.fixCorpus', (row ?? selectedRow(view)).content.uri),
  );
  commands.registerCommand('article.filterCorpus', (where?: string) => {
    needCorpus();
    return where === undefined ? filter.edit() : filter.set(where);
  });
  commands.registerCommand('article.clearFilter', () => filter.clear());
  commands.registerCommand('article.revealInCorpus', () => reveal(view, tree, filter, article));
  commands.registerCommand('article.nextFileWithProblems', () => nextFileWithProblems(server));
}

/** The selected row, for key bindings: VS Code passes a row only from menus. */
function selectedRow({ selection: [row] }: vscode.TreeView<TreeRow | MoreRow>): TreeRow {
  if (row instanceof TreeRow && row.uri) return row;
  throw new Refusal(vscode.l10n.t('Select a file or an article in the corpus view first.'));
}

function selectedMoreRow({ selection: [row] }: vscode.TreeView<TreeRow | MoreRow>): MoreRow {
  if (row instanceof MoreRow) return row;
  throw new Refusal(vscode.l10n.t('Select a row such as “… 500 more” in the corpus view first.'));
}

function fill(
  view: vscode.TreeView<unknown>,
  { articles, problems, damaged, isChecking, wasStopped }: CorpusTotals,
): void {
  const tooltip = plural(
    problems,
    '{0} problem in {1}',
    '{0} problems in {1}',
    plural(damaged, '{0} file', '{0} files'),
  );
  view.badge = problems > 0 ? { value: problems, tooltip } : undefined;
  if (articles > 0) articlesExist();
  setContext('article.corpusChecked', !isChecking && !wasStopped);
  setContext('article.corpusChecking', isChecking);
}

/** The moving line at the top of the view, while files are being checked. */
class CheckProgress {
  private end: (() => void) | undefined;

  show(isChecking: boolean): void {
    if (isChecking === (this.end !== undefined)) return;
    this.end?.();
    this.end = undefined;
    if (!isChecking) return;
    const ended = new Promise<void>((resolve) => {
      this.end = resolve;
    });
    void vscode.window.withProgress({ location: { viewId: 'article.corpus' } }, () => ended);
  }
}

async function open(place: Pick<CorpusRow, 'uri' | 'position'>, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  const [uri, options] = opening(place);
  await vscode.commands.executeCommand('vscode.open', uri, { ...options, viewColumn });
}

async function reveal(
  view: vscode.TreeView<TreeRow | MoreRow>,
  tree: RowsProvider,
  filter: CorpusFilter,
  article: ActiveArticle,
): Promise<void> {
  needCorpus();
  const row = await tree.rowOf(await article.editor());
  if (!row && filter.where !== undefined)
    throw new Refusal(vscode.l10n.t('The filter of the corpus view does not show this article. Clear the filter.'));
  if (!row)
    throw new Refusal(vscode.l10n.t('This article has no row, because its file does not belong to the corpus.'));
  await view.reveal(row, { select: true, focus: true });
}

async function nextFileWithProblems(server: LanguageServer): Promise<void> {
  needCorpus();
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const params: NextDamagedParams = uri === undefined ? {} : { uri };
  const { place, wasStopped } = await askCorpus<NextDamagedParams, NextDamaged>(server, NEXT_DAMAGED, params);
  if (place) await open(place);
  else if (wasStopped) throw new Refusal(stoppedCheck());
  else showBriefly(vscode.l10n.t('No other file has problems.'));
}
