/** The filter of the corpus view: a query that chooses the articles that it shows, and the box in which a person writes one. */
import * as vscode from 'vscode';
import { counted, plural } from '../../../server/src/core/language';
import { FILTER_ARTICLES, type FilterAnswer, type FilterCounts, type FilterParams } from '../../../server/src/protocol';
import { Refusal } from '../commands/refusal';
import { setContext } from '../commands/setContext';
import type { LanguageServer } from '../connection/languageClient';

const EXAMPLE = 'date >= 2023-10-07 && words > 200 && title ~ "Gaza"';

export class CorpusFilter {
  private readonly changes = new vscode.EventEmitter<void>();
  /** Another filter is in force, or none any more. */
  readonly onDidChange = this.changes.event;
  private query: string | undefined;

  constructor(private readonly server: LanguageServer) {
    setContext('article.corpusFiltered', false);
  }

  /** The query in force; undefined if all articles are shown. */
  get where(): string | undefined {
    return this.query;
  }

  /** Shows only the articles that a query chooses. Throws a Refusal if it cannot be read. */
  async set(where: string): Promise<void> {
    const { error } = await this.ask(where);
    if (error) throw new Refusal(error.message);
    this.change(where);
  }

  clear(): void {
    this.change(undefined);
  }

  private change(where: string | undefined): void {
    this.query = where;
    setContext('article.corpusFiltered', where !== undefined);
    this.changes.fire();
  }

  /** Lets a person write a query; an empty one shows all articles. */
  async edit(): Promise<void> {
    const where = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Corpus View'),
      prompt: vscode.l10n.t('Articles to show, such as: {0}', EXAMPLE),
      value: this.query ?? '',
      ignoreFocusOut: true, // A query is long, and a person may look something up.
      validateInput: (written) => this.validate(written.trim()),
    });
    if (where === undefined) return;
    if (where.trim() === '') this.clear();
    else await this.set(where.trim());
  }

  private async validate(where: string): Promise<vscode.InputBoxValidationMessage | undefined> {
    if (where === '') return undefined;
    const { error, counts } = await this.ask(where);
    if (error) return { message: `${error.message}${placeIn(where, error.span)}`, severity: ERROR };
    return counts && { message: `${countsIn(counts)}.`, severity: INFO };
  }

  /** What the view says of the query in force; undefined if there is none. */
  async message(): Promise<string | undefined> {
    const { query } = this;
    if (query === undefined) return undefined;
    const { counts } = await this.ask(query);
    return counts && `${countsIn(counts)}: ${query}`;
  }

  private async ask(where: string): Promise<FilterAnswer> {
    return (await this.server.request<FilterParams, FilterAnswer>(FILTER_ARTICLES, { where })) ?? {};
  }
}

const { Error: ERROR, Info: INFO } = vscode.InputBoxValidationSeverity;

/** A box has no second line for a caret, so the place of an error is said. */
function placeIn(where: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return start === end ? '' : ` ${vscode.l10n.t('(At character {0}: “{1}”.)', start + 1, where.slice(start, end))}`;
}

function countsIn({ articles, all, undated, unnumbered }: FilterCounts): string {
  const not = [
    undated > 0 && plural(undated, '{0} has no valid date', '{0} have no valid date'),
    unnumbered > 0 && plural(unnumbered, '{0} has no number in digits', '{0} have no number in digits'),
  ].filter(Boolean);
  const compared = not.length > 0 ? ` (${not.join(', ')})` : '';
  return `${plural(all, '{1} of {0} article', '{1} of {0} articles', counted(articles))}${compared}`;
}
