/** The corpus view: a tree of all articles, by month, by problem or by file, of which only what is opened is asked for. */
import * as vscode from 'vscode';
import {
  CORPUS_ROWS,
  CORPUS_ROWS_TO,
  type CorpusRow,
  type CorpusRowPlace,
  type CorpusRows,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  type CorpusTotals,
  fileOf,
  type Grouping,
  NEXT_DAMAGED,
  type NextDamagedParams,
  type Order,
  type ProblemPlace,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { patiently } from '../commands/patiently';
import { Refusal } from '../commands/refusal';
import { type LanguageServer, plain } from '../connection/languageClient';
import type { ActiveArticle } from '../editing/activeArticle';
import { findingsByCode } from '../problems/rulePages';
import { count, sayBriefly } from '../wording';
import { needCorpus } from './obstacle';
import { MoreRow, moreItem, opening, Row, treeItem } from './rows';

/** How many rows are loaded at a time. */
const PAGE = 500;
/** Workspace state: how the person wants to see the corpus. */
const CHOICE = 'article.corpus.choice';

interface Choice {
  readonly grouping: Grouping;
  readonly order: Order;
}

export function showCorpus(
  context: vscode.ExtensionContext,
  commands: Commands,
  article: ActiveArticle,
  server: LanguageServer,
): void {
  const tree = new CorpusRowsProvider(context, server);
  const view = vscode.window.createTreeView('article.corpus', { treeDataProvider: tree, showCollapseAll: true });
  context.subscriptions.push(
    view,
    server.onCorpusChanged((totals) => {
      // The rows first: VS Code acts on the first change at once, and 200 ms later on those that follow.
      if (totals.rowsChanged) tree.refresh();
      fill(view, totals);
    }),
  );
  commands.registerCommand('article.checkCorpus', () => {
    needCorpus();
    return server.checkCorpus(true);
  });
  commands.registerCommand('article.stopCheckingCorpus', async () => {
    await server.checkCorpus(false);
    sayBriefly('Files that have not been checked yet stay unchecked.');
  });
  commands.registerCommand('article.groupByMonth', () => tree.choose({ grouping: 'month' }));
  commands.registerCommand('article.groupByProblem', () => tree.choose({ grouping: 'problem' }));
  commands.registerCommand('article.groupByFile', () => tree.choose({ grouping: 'file' }));
  commands.registerCommand('article.sortAscending', () => tree.choose({ order: 'ascending' }));
  commands.registerCommand('article.sortDescending', () => tree.choose({ order: 'descending' }));
  commands.registerCommand('article.sortByProblems', () => tree.choose({ order: 'problems' }));
  commands.registerCommand('article.showMoreRows', (row?: MoreRow) => tree.showMore(row ?? selectedMoreRow(view)));
  commands.registerCommand('article.openRow', (row?: Row) => open((row ?? selectedRow(view)).content));
  commands.registerCommand('article.openRowToSide', (row?: Row) =>
    open((row ?? selectedRow(view)).content, vscode.ViewColumn.Beside),
  );
  commands.registerCommand('article.openRowAsFields', (row?: Row) => {
    const { uri, article } = (row ?? selectedRow(view)).content;
    return vscode.commands.executeCommand('article.openAsFields', vscode.Uri.parse(fileOf(uri ?? '')), article?.index);
  });
  commands.registerCommand('article.copyRowPath', (row?: Row) => {
    const { uri } = (row ?? selectedRow(view)).content;
    return vscode.commands.executeCommand('copyFilePath', vscode.Uri.parse(fileOf(uri ?? '')));
  });
  commands.registerCommand('article.revealInCorpus', () => reveal(view, tree, article));
  commands.registerCommand('article.nextFileWithProblems', () => nextFileWithProblems(server));
}

/** For a key that somebody has bound: VS Code hands over a row from menus only. */
function selectedRow({ selection: [row] }: vscode.TreeView<Row | MoreRow>): Row {
  if (row instanceof Row && row.uri) return row;
  throw new Refusal('Select a file or an article in the corpus view first.');
}

function selectedMoreRow({ selection: [row] }: vscode.TreeView<Row | MoreRow>): MoreRow {
  if (row instanceof MoreRow) return row;
  throw new Refusal('Select a row in the corpus view first that stands for more rows.');
}

function fill(view: vscode.TreeView<unknown>, { articles, files, problems, damaged, isChecking }: CorpusTotals): void {
  const found = `${count(articles, 'article')} in ${count(files, 'file')}`;
  view.message = articles > 0 ? found : isChecking ? 'Looking for articles…' : '';
  view.badge =
    problems > 0
      ? { value: problems, tooltip: `${count(problems, 'problem')} in ${count(damaged, 'file')}` }
      : undefined;
  setContext('article.corpusChecked', !isChecking);
  setContext('article.corpusChecking', isChecking);
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

async function open(place: Pick<CorpusRow, 'uri' | 'position'>, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  const [uri, options] = opening(place);
  await vscode.commands.executeCommand('vscode.open', uri, { ...options, viewColumn });
}

async function reveal(
  view: vscode.TreeView<Row | MoreRow>,
  tree: CorpusRowsProvider,
  article: ActiveArticle,
): Promise<void> {
  needCorpus();
  const row = await tree.rowOf(await article.editor());
  if (!row) throw new Refusal('There is no row for this article: its file does not belong to the corpus.');
  await view.reveal(row, { select: true, focus: true });
}

async function nextFileWithProblems(server: LanguageServer): Promise<void> {
  needCorpus();
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const params: NextDamagedParams = uri === undefined ? {} : { uri };
  const found = await askCorpus<NextDamagedParams, ProblemPlace | null>(server, NEXT_DAMAGED, params);
  if (found) await open(found);
  else sayBriefly('No other file has problems.');
}

/** An answer that comes when all files have been read; how far that is, the server says. */
function askCorpus<P extends object, R>(server: LanguageServer, method: string, params: P): Promise<R> {
  return patiently('Waiting until all articles have been read', (token) => server.answer<P, R>(method, params, token));
}

/** The loaded part of the rows in a row. */
interface Loaded {
  readonly from: number;
  readonly to: number;
}

class CorpusRowsProvider implements vscode.TreeDataProvider<Row | MoreRow> {
  private readonly changes = new vscode.EventEmitter<Row | MoreRow | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private choice: Choice;
  /** The rows that VS Code has got: it wants the same object for the same row. */
  private readonly rows = new Map<string, Row>();
  /** By the row's id, empty for the outermost rows. */
  private readonly loaded = new Map<string, Loaded>();
  private readonly finds: ReadonlyMap<string, string>;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
  ) {
    this.finds = findingsByCode(context.extension);
    this.choice = { grouping: 'month', order: 'ascending', ...context.workspaceState.get<Partial<Choice>>(CHOICE) };
    this.tellChoice();
  }

  refresh(row?: Row): void {
    this.changes.fire(row);
  }

  async choose(choice: Partial<Choice>): Promise<void> {
    this.choice = { ...this.choice, ...choice };
    this.rows.clear();
    this.loaded.clear();
    this.tellChoice();
    this.refresh();
    await this.context.workspaceState.update(CHOICE, this.choice);
  }

  showMore({ parent, side }: MoreRow): void {
    const { from, to } = this.loadedIn(parent);
    this.loaded.set(
      parent?.id ?? '',
      side === 'after' ? { from, to: to + PAGE } : { from: Math.max(0, from - PAGE), to },
    );
    this.refresh(parent);
  }

  getTreeItem(row: Row | MoreRow): vscode.TreeItem {
    return row instanceof Row ? treeItem(row, this.finds) : moreItem(row);
  }

  getParent({ parent }: Row | MoreRow): Row | undefined {
    return parent;
  }

  async getChildren(parent?: Row | MoreRow): Promise<(Row | MoreRow)[]> {
    if (parent instanceof MoreRow || !vscode.workspace.workspaceFolders) return [];
    const { from, to } = this.loadedIn(parent);
    const path = parent?.content.path ?? [];
    const params: CorpusRowsParams = { ...this.choice, path, from, to };
    const answer = await this.server.request<CorpusRowsParams, CorpusRows>(CORPUS_ROWS, params);
    if (!answer) return [];
    const rows: (Row | MoreRow)[] = answer.rows.map((content) => this.rowFor(content, parent));
    if (from > 0) rows.unshift(new MoreRow(parent, 'before', from));
    if (to < answer.total) rows.push(new MoreRow(parent, 'after', answer.total - to));
    return rows;
  }

  /** The row of the article at the cursor, among rows that are loaded; undefined where there is none. */
  async rowOf({ document, selection }: vscode.TextEditor): Promise<Row | undefined> {
    const params: CorpusRowsToParams = {
      ...this.choice,
      uri: document.uri.toString(),
      position: plain(selection.active),
    };
    type Steps = readonly CorpusRowPlace[] | null;
    const steps = await askCorpus<CorpusRowsToParams, Steps>(this.server, CORPUS_ROWS_TO, params);
    let row: Row | undefined;
    for (const { row: content, index } of steps ?? []) {
      this.load(row, index);
      row = this.rowFor(content, row);
    }
    return row;
  }

  /** Sees to it that the row with an index is among those that are loaded in its parent. */
  private load(parent: Row | undefined, index: number): void {
    const { from, to } = this.loadedIn(parent);
    if (index >= from && index < to) return;
    const first = index - (index % PAGE);
    this.loaded.set(parent?.id ?? '', { from: first, to: first + PAGE });
    this.refresh(parent);
  }

  private loadedIn(parent: Row | undefined): Loaded {
    return this.loaded.get(parent?.id ?? '') ?? { from: 0, to: PAGE };
  }

  private rowFor(content: CorpusRow, parent: Row | undefined): Row {
    const { grouping } = this.choice;
    const id = [grouping, ...content.path].join('\n');
    const row = this.rows.get(id) ?? new Row(id, grouping, content, parent);
    row.content = content;
    this.rows.set(id, row);
    return row;
  }

  private tellChoice(): void {
    setContext('article.corpusGrouping', this.choice.grouping);
    setContext('article.corpusOrder', this.choice.order);
  }
}
