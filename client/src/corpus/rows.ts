/** The rows of the corpus view: labels, descriptions, tooltips and icons. */
import * as vscode from 'vscode';
import type { CorpusRow, Grouping, Severity } from '../../../server/src/protocol';
import { count } from '../wording';

/** A row of the tree. It stays the same object when its content changes. */
export class TreeRow {
  constructor(
    readonly id: string,
    readonly grouping: Grouping,
    public content: CorpusRow,
    readonly parent: TreeRow | undefined,
  ) {}

  /** The document that the row opens, if there is one. */
  get uri(): vscode.Uri | undefined {
    return this.content.uri === undefined ? undefined : vscode.Uri.parse(this.content.uri);
  }
}

/** A row in place of rows that are not loaded yet. */
export class MoreRow {
  constructor(
    readonly parent: TreeRow | undefined,
    readonly side: 'before' | 'after',
    readonly hidden: number,
  ) {}
}

const ICON: Record<Severity, vscode.ThemeIcon> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  hint: new vscode.ThemeIcon('lightbulb'),
};
/** The most severe problem of a row, in words. */
const SEVERITY: Record<Severity, string> = {
  error: 'with errors',
  warning: 'with warnings',
  information: 'with notes',
  hint: 'with hints',
};
const HEALTHY: Record<CorpusRow['kind'], string> = {
  month: 'calendar',
  day: 'calendar',
  problem: 'pass',
  file: 'file',
  article: 'note',
};

/** The tree item of a row. `finds` says what each rule finds, by its code. */
export function treeItem(row: TreeRow, finds: ReadonlyMap<string, string>): vscode.TreeItem {
  const { content, uri } = row;
  const item = new vscode.TreeItem(labelOf(row));
  item.id = row.id;
  item.description = descriptionOf(row, finds);
  // A plain string, because Markdown would turn text of an article into links.
  item.tooltip = [item.label, ...detailsOf(row, finds)].filter(Boolean).join('\n');
  // The icon alone says how severe a problem is.
  const severity = content.severity ? SEVERITY[content.severity] : 'no problems';
  item.accessibilityInformation = { label: joined([labelOf(row), item.description, severity]) };
  item.iconPath = content.severity ? ICON[content.severity] : new vscode.ThemeIcon(HEALTHY[content.kind]);
  item.contextValue = !uri ? 'group' : content.problems > 0 ? `${content.kind}-damaged` : content.kind;
  if (content.expands) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  else if (uri) item.command = { title: 'Open', command: 'vscode.open', arguments: opening(content) };
  return item;
}

export function moreItem(row: MoreRow): vscode.TreeItem {
  const item = new vscode.TreeItem(
    `… ${row.hidden.toLocaleString('en-US')} ${row.side === 'after' ? 'more' : 'before'}`,
  );
  item.tooltip = 'Show more rows.';
  item.contextValue = 'more';
  item.command = { title: 'Show More', command: 'article.showMoreRows', arguments: [row] };
  return item;
}

/** Arguments for `vscode.open`: the document, and the place of the cursor in it. */
export function opening({
  uri,
  position,
}: Pick<CorpusRow, 'uri' | 'position'>): [vscode.Uri, vscode.TextDocumentShowOptions] {
  const { line, character } = position ?? { line: 0, character: 0 };
  return [vscode.Uri.parse(uri ?? ''), { selection: new vscode.Range(line, character, line, character) }];
}

function labelOf({ content: { kind, name, article } }: TreeRow): string {
  if (kind === 'article' && article) return articleName(article);
  if (kind === 'month') return name === '' ? 'No valid date' : inWords(name, { month: 'long', year: 'numeric' });
  if (kind === 'day') return inWords(name, { weekday: 'long', day: 'numeric', month: 'long' });
  return kind === 'file' ? name.slice(name.lastIndexOf('/') + 1) : name;
}

function descriptionOf(row: TreeRow, finds: ReadonlyMap<string, string>): string {
  const { kind, name, article, articles, problems, codes } = row.content;
  if (kind === 'article') {
    const where = row.grouping === 'file' ? article?.date : name;
    return joined([where, row.grouping === 'problem' ? problems > 1 && count(problems, 'problem') : codes.join(', ')]);
  }
  if (kind === 'file') {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    const content = article ? oneLine(article.title) : articles > 1 && count(articles, 'article');
    return joined([folder, codes.join(', '), content]);
  }
  if (kind === 'problem') return joined([count(articles, 'article'), sentence(finds.get(name))]);
  return joined([count(articles, 'article'), problems > 0 && count(problems, 'problem')]);
}

function detailsOf({ content }: TreeRow, finds: ReadonlyMap<string, string>): (string | undefined)[] {
  const { kind, name, article, articles, problems, codes } = content;
  const found = problems > 0 ? `${count(problems, 'problem')}: ${codes.join(', ')}` : 'No problems';
  if (kind === 'problem') return [finds.get(name), `${count(problems, 'problem')} in ${count(articles, 'article')}`];
  if (kind === 'article') return [article?.date, name, found];
  if (kind === 'file') return [article ? articleName(article) : count(articles, 'article'), article?.date, name, found];
  return [count(articles, 'article'), found];
}

/** The first sentence of a description, without its full stop. */
function sentence(text = ''): string {
  return text.replace(/\.(?:\s.*)?$/s, '');
}

/** The display name of an article: its number and its title. */
export function articleName({ number, title }: { number: string; title: string }): string {
  return joined([oneLine(number), oneLine(title)]) || 'Article';
}

/** Text without line ends, and without characters that would reverse the text beside them. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** A day or a month in words. */
function inWords(date: string, options: Intl.DateTimeFormatOptions): string {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year ?? 0, month - 1, day);
  return time.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
}
