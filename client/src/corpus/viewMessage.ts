/** The sentence at the top of the corpus view: how many articles there are, or what its filter shows of them. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import { type CorpusTotals, stoppedCheck } from '../../../server/src/protocol';
import type { CorpusFilter } from './filter';

export class ViewMessage {
  private totals: CorpusTotals | undefined;
  /** How often the sentence has changed: an answer that comes late is not shown. */
  private changes = 0;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'message'>,
    private readonly filter: CorpusFilter,
  ) {
    filter.onDidChange(() => this.show());
  }

  follow(totals: CorpusTotals): void {
    this.totals = totals;
    void this.show();
  }

  private async show(): Promise<void> {
    const change = ++this.changes;
    const filtered = await this.filter.message();
    if (change !== this.changes) return;
    this.view.message = [this.totals?.wasStopped && stoppedCheck(), filtered ?? this.ofAll()].filter(Boolean).join(' ');
  }

  private ofAll(): string {
    if (!this.totals) return '';
    const { articles, files, notArticles, isChecking } = this.totals;
    if (articles > 0)
      return [
        plural(articles, '{0} article in {1}', '{0} articles in {1}', plural(files, '{0} file', '{0} files')),
        ...(notArticles > 0 ? [plural(notArticles, '{0} file is not an article', '{0} files are not articles')] : []),
      ].join(' · ');
    return isChecking ? vscode.l10n.t('Looking for articles…') : '';
  }
}
