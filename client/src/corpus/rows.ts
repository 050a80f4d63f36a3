/** The rows of the corpus view: labels, descriptions, tooltips and icons. */
import * as vscode from 'vscode';
import { counted, monthInWords, plural } from '../../../server/src/core/language';
import type { CorpusRow, Grouping, Severity } from '../../../server/src/protocol';

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
  error: vscode.l10n.t('with errors'),
  warning: vscode.l10n.t('with warnings'),
  information: vscode.l10n.t('with notes'),
  hint: vscode.l10n.t('with hints'),
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
  const severity = content.severity ? SEVERITY[content.severity] : vscode.l10n.t('no problems');
  item.accessibilityInformation = { label: joined([labelOf(row), item.description, severity]) };
  item.iconPath = content.severity ? ICON[content.severity] : new vscode.ThemeIcon(HEALTHY[content.kind]);
  item.contextValue = contextOf(row);
  if (content.expands) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  else if (uri) item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: opening(content) };
  return item;
}

/** What the menus of the row depend on. */
function contextOf({ content: { kind, problems }, uri }: TreeRow): string {
  if (!uri) return kind === 'problem' ? 'rule' : 'group';
  return problems > 0 ? `${kind}-damaged` : kind;
}

export function moreItem(row: MoreRow): vscode.TreeItem {
  const hidden = counted(row.hidden);
  const item = new vscode.TreeItem(
    row.side === 'after' ? vscode.l10n.t('… {0} more', hidden) : vscode.l10n.t('… {0} before', hidden),
  );
  item.tooltip = vscode.l10n.t('Show more rows.');
  item.contextValue = 'more';
  item.command = { title: vscode.l10n.t('Show More'), command: 'article.showMoreRows', arguments: [row] };
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
  if (kind === 'month') return name === '' ? vscode.l10n.t('No valid date') : monthInWords(name);
  if (kind === 'day') return dayOfMonth(name);
  return kind === 'file' ? name.slice(name.lastIndexOf('/') + 1) : name;
}

function descriptionOf(row: TreeRow, finds: ReadonlyMap<string, string>): string {
  const { kind, name, article, articles, problems, codes } = row.content;
  if (kind === 'article') {
    const where = row.grouping === 'file' ? article?.date : name;
    return joined([where, row.grouping === 'problem' ? problems > 1 && problemsIn(problems) : codes.join(', ')]);
  }
  if (kind === 'file') {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    const content = article ? oneLine(article.title) : articles > 1 && articlesIn(articles);
    return joined([folder, codes.join(', '), content]);
  }
  if (kind === 'problem') return joined([articlesIn(articles), sentence(finds.get(name))]);
  return joined([articlesIn(articles), problems > 0 && problemsIn(problems)]);
}

function detailsOf({ content }: TreeRow, finds: ReadonlyMap<string, string>): (string | undefined)[] {
  const { kind, name, article, articles, problems, codes } = content;
  const found = problems > 0 ? `${problemsIn(problems)}: ${codes.join(', ')}` : vscode.l10n.t('No problems');
  if (kind === 'problem')
    return [finds.get(name), plural(problems, '{0} problem in {1}', '{0} problems in {1}', articlesIn(articles))];
  if (kind === 'article') return [article?.date, name, found];
  if (kind === 'file') return [article ? articleName(article) : articlesIn(articles), article?.date, name, found];
  return [articlesIn(articles), found];
}

/** The first sentence of a description, without its full stop. */
function sentence(text = ''): string {
  return text.replace(/\.(?:\s.*)?$/s, '');
}

/** The display name of an article: its number and its title. */
export function articleName({ number, title }: { number: string; title: string }): string {
  return joined([oneLine(number), oneLine(title)]) || vscode.l10n.t('Article');
}

/** Text without line ends, and without characters that would reverse the text beside them. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** A day of a month that is known: `Tuesday 9 April`. */
function dayOfMonth(day: string): string {
  const { language } = vscode.env;
  const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Date(day).toLocaleDateString(/^en\b/i.test(language) ? 'en-GB' : language, form);
}

function problemsIn(count: number): string {
  return plural(count, '{0} problem', '{0} problems');
}

function articlesIn(count: number): string {
  return plural(count, '{0} article', '{0} articles');
}
