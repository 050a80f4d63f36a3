/** The rows of the corpus view, by month, by problem or by file. Only the rows that a person opens are requested. */
import * as vscode from 'vscode';
import {
  CORPUS_ROWS,
  CORPUS_ROWS_TO,
  type CorpusChoice,
  type CorpusRow,
  type CorpusRowPlace,
  type CorpusRows,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  type Grouping,
  type Order,
} from '../../../server/src/protocol';
import { setContext } from '../commands/setContext';
import { type LanguageServer, plain } from '../connection/languageClient';
import { findingsByCode } from '../problems/rulePages';
import { askCorpus } from './askCorpus';
import type { CorpusFilter } from './filter';
import { MoreRow, moreItem, TreeRow, treeItem } from './rows';

/** How many rows are loaded at a time. */
const PAGE = 500;
/** Workspace state: grouping and order of the corpus. */
const CHOICE = 'article.corpus.choice';

interface Choice {
  readonly grouping: Grouping;
  readonly order: Order;
}

/** Which of the rows in a row are loaded. */
interface Loaded {
  readonly from: number;
  readonly to: number;
}

export class RowsProvider implements vscode.TreeDataProvider<TreeRow | MoreRow> {
  private readonly changes = new vscode.EventEmitter<TreeRow | MoreRow | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private choice: Choice;
  /** The rows that VS Code has: it needs the same object for the same row. */
  private readonly rows = new Map<string, TreeRow>();
  /** Which rows are loaded, by the id of their parent; the outermost rows have the empty id. */
  private readonly loaded = new Map<string, Loaded>();
  private readonly finds: ReadonlyMap<string, string>;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
    private readonly filter: CorpusFilter,
  ) {
    this.finds = findingsByCode(context.extension);
    this.choice = { grouping: 'month', order: 'ascending', ...context.workspaceState.get<Partial<Choice>>(CHOICE) };
    this.applyChoice();
    filter.onDidChange(() => this.begin());
  }

  /** Shows other rows, from the first on. */
  private begin(): void {
    this.rows.clear();
    this.loaded.clear();
    this.refresh();
  }

  refresh(row?: TreeRow): void {
    this.changes.fire(row);
  }

  async choose(choice: Partial<Choice>): Promise<void> {
    this.choice = { ...this.choice, ...choice };
    this.applyChoice();
    this.begin();
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

  getTreeItem(row: TreeRow | MoreRow): vscode.TreeItem {
    return row instanceof TreeRow ? treeItem(row, this.finds) : moreItem(row);
  }

  getParent({ parent }: TreeRow | MoreRow): TreeRow | undefined {
    return parent;
  }

  async getChildren(parent?: TreeRow | MoreRow): Promise<(TreeRow | MoreRow)[]> {
    if (parent instanceof MoreRow || !vscode.workspace.workspaceFolders) return [];
    const { from, to } = this.loadedIn(parent);
    const path = parent?.content.path ?? [];
    const params: CorpusRowsParams = { ...this.chosen, path, from, to };
    const answer = await this.server.request<CorpusRowsParams, CorpusRows>(CORPUS_ROWS, params);
    if (!answer) return [];
    const rows: (TreeRow | MoreRow)[] = answer.rows.map((content) => this.rowFor(content, parent));
    if (from > 0) rows.unshift(new MoreRow(parent, 'before', from));
    if (to < answer.total) rows.push(new MoreRow(parent, 'after', answer.total - to));
    return rows;
  }

  /** The row of the article at the cursor, after loading the rows around it; undefined if there is none. */
  async rowOf({ document, selection }: vscode.TextEditor): Promise<TreeRow | undefined> {
    const params: CorpusRowsToParams = {
      ...this.chosen,
      uri: document.uri.toString(),
      position: plain(selection.active),
    };
    type Steps = readonly CorpusRowPlace[] | null;
    const steps = await askCorpus<CorpusRowsToParams, Steps>(this.server, CORPUS_ROWS_TO, params);
    let row: TreeRow | undefined;
    for (const { row: content, index } of steps ?? []) {
      this.load(row, index);
      row = this.rowFor(content, row);
    }
    return row;
  }

  private get chosen(): CorpusChoice {
    const { where } = this.filter;
    return { ...this.choice, ...(where !== undefined && { where }) };
  }

  /** Loads the row with an index in its parent, if it is not loaded. */
  private load(parent: TreeRow | undefined, index: number): void {
    const { from, to } = this.loadedIn(parent);
    if (index >= from && index < to) return;
    const first = index - (index % PAGE);
    this.loaded.set(parent?.id ?? '', { from: first, to: first + PAGE });
    this.refresh(parent);
  }

  private loadedIn(parent: TreeRow | undefined): Loaded {
    return this.loaded.get(parent?.id ?? '') ?? { from: 0, to: PAGE };
  }

  private rowFor(content: CorpusRow, parent: TreeRow | undefined): TreeRow {
    const { grouping } = this.choice;
    const id = [grouping, ...content.path].join('\n');
    const row = this.rows.get(id) ?? new TreeRow(id, grouping, content, parent);
    row.content = content;
    this.rows.set(id, row);
    return row;
  }

  private applyChoice(): void {
    setContext('article.corpusGrouping', this.choice.grouping);
    setContext('article.corpusOrder', this.choice.order);
  }
}
