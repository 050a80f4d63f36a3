/** The command that opens the overview of the corpus: a tab with charts and lists, each of which leads to its articles. */
import * as vscode from 'vscode';
import { plural } from '../../../../server/src/core/language';
import {
  COMPARE_NEAR_TEXTS,
  type ComparedPair,
  type CompareNearTextsParams,
  FIND_NEAR_TEXTS,
  type FindNearTextsParams,
  OVERVIEW,
  OVERVIEW_FILE,
  type Overview,
  type OverviewFile,
  type OverviewFileParams,
  type OverviewParams,
  stoppedCheck,
  type TimeUnit,
  whereBetween,
} from '../../../../server/src/protocol';
import { showBriefly } from '../../briefly';
import type { Commands } from '../../commands/commands';
import { Refusal } from '../../commands/refusal';
import type { LanguageServer } from '../../connection/languageClient';
import { askAtLength } from '../../connection/longRequests';
import { Pause } from '../../pause';
import { askCorpus } from '../askCorpus';
import type { CorpusFilter } from '../filter';
import { needCorpus } from '../obstacle';
import { opening } from '../rows';
import { ComparedTexts } from './comparedTexts';
import type { FromTab, Remembered, ToTab } from './messages';
import { pageFor, resourcesIn } from './page';
import { saveSection } from './saving';

/** The type of the tab. VS Code restores the tab, and starts the extension for it, by this name. */
const TYPE = 'article.overview';

/** How long the corpus must not change before the tab follows, in milliseconds. */
const PAUSE = 600;

export function offerOverview(
  context: vscode.ExtensionContext,
  commands: Commands,
  server: LanguageServer,
  filter: CorpusFilter,
): void {
  const compared = new ComparedTexts();
  compared.register(context);
  const services = { extension: context.extensionUri, commands, server, filter, compared };
  let open: OverviewTab | undefined;
  const show = (panel: vscode.WebviewPanel, state?: Remembered) => {
    open = new OverviewTab(panel, services, state?.unit as TimeUnit | undefined);
    open.onDidDispose(() => {
      open = undefined;
    });
  };
  commands.registerCommand('article.openOverview', () => {
    needCorpus();
    if (open) open.reveal();
    else show(vscode.window.createWebviewPanel(TYPE, vscode.l10n.t('Corpus Overview'), vscode.ViewColumn.Active));
  });
  // After a reload of the window, the tab is there again; its script remembers the rest.
  const restored = {
    deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state?: Remembered) => show(panel, state),
  };
  context.subscriptions.push(vscode.window.registerWebviewPanelSerializer(TYPE, restored));
}

interface Services {
  readonly extension: vscode.Uri;
  readonly commands: Commands;
  readonly server: LanguageServer;
  readonly filter: CorpusFilter;
  readonly compared: ComparedTexts;
}

class OverviewTab {
  private readonly pause = new Pause(() => this.show(), PAUSE);
  private isSeeking = false;
  /** Of a hidden tab, there is no page: VS Code makes a new one when it is shown, whose script then says that it is ready. */
  private page: 'none' | 'loading' | 'ready' = 'loading';
  private asking = new vscode.CancellationTokenSource();
  /** The last answer, for a page that is not ready when it comes. */
  private found: Overview | undefined;
  private drawn: (png: string | undefined) => void = () => {};

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly services: Services,
    private unit: TimeUnit | undefined,
  ) {
    const { extension, server, filter } = services;
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesIn(extension)] };
    const following = [
      this.panel.webview.onDidReceiveMessage((message: FromTab) => this.act(message)),
      this.panel.onDidChangeViewState(() => {
        if (!this.panel.visible) this.hide();
        else if (this.page === 'none') this.begin();
      }),
      server.onCorpusChanged(() => this.pause.call()),
      filter.onDidChange(() => this.showFilter()),
    ];
    this.panel.onDidDispose(() => {
      this.pause.dispose();
      this.asking.cancel();
      this.drawn(undefined);
      for (const each of following) each.dispose();
    });
    this.panel.webview.html = pageFor(this.panel.webview, extension);
    this.begin();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** The server counts while VS Code makes the page. */
  private begin(): void {
    this.page = 'loading';
    void this.show();
  }

  private hide(): void {
    this.page = 'none';
    this.found = undefined;
    this.asking.cancel();
    this.drawn(undefined);
  }

  private async act(message: FromTab): Promise<void> {
    try {
      await this.answer(message);
    } catch (error) {
      this.services.commands.showError(error);
    }
  }

  private async answer(message: FromTab): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.page = 'ready';
        await this.sayFound();
        await this.showFilter();
        return;
      case 'unit':
        this.unit = message.unit as TimeUnit;
        return this.show();
      case 'filter':
        return this.choose(message.where);
      case 'days':
        return this.choose(whereBetween(message.first, message.last));
      case 'clear':
        return this.services.filter.clear();
      case 'selected': {
        const { count, first, last } = message;
        const text = plural(count, '{0} bar selected: {1} to {2}', '{0} bars selected: {1} to {2}', first, last);
        return this.say({ type: 'say', text });
      }
      case 'open': {
        const { uri, line, character } = message;
        await vscode.commands.executeCommand('vscode.open', ...opening({ uri, position: { line, character } }));
        return;
      }
      case 'copy': {
        const { title, content } = await this.file(message.section, 'csv');
        await vscode.env.clipboard.writeText(content);
        showBriefly(vscode.l10n.t('Copied as CSV: {0}.', title));
        return;
      }
      case 'save':
        return saveSection({ file: (form) => this.file(message.section, form), png: (svg) => this.draw(svg) });
      case 'seek':
        return this.seek();
      case 'compare':
        return this.compare(message.pair);
      case 'drawn':
        this.drawn(message.png);
    }
  }

  /** Shows the articles of a query in the corpus view, without taking the focus. */
  private async choose(where: string): Promise<void> {
    await this.services.filter.set(where);
    await vscode.commands.executeCommand('article.corpus.focus', { preserveFocus: true });
  }

  /** Has texts looked for that are nearly the same, and shows what was found. */
  private async seek(): Promise<void> {
    if (this.isSeeking) return;
    this.isSeeking = true;
    try {
      await askAtLength<FindNearTextsParams, number | null>(
        this.services.server,
        vscode.l10n.t('Finding nearly the same texts'),
        FIND_NEAR_TEXTS,
        {},
      );
    } finally {
      this.isSeeking = false;
    }
    await this.show();
  }

  private async compare(pair: number): Promise<void> {
    const params: CompareNearTextsParams = { pair };
    const found = await askCorpus<CompareNearTextsParams, ComparedPair | null>(
      this.services.server,
      COMPARE_NEAR_TEXTS,
      params,
    );
    if (!found)
      throw new Refusal(vscode.l10n.t('An article of this pair has changed. Find nearly the same texts again.'));
    await this.services.compared.show(found);
  }

  /** Shows the corpus as it is now. What has changed while nobody sees it is shown later. */
  private async show(): Promise<void> {
    if (this.page === 'none') return;
    this.asking.cancel();
    this.asking = new vscode.CancellationTokenSource();
    const { token } = this.asking;
    try {
      const found = await this.services.server.answer<OverviewParams, Overview | null>(OVERVIEW, this.params, token);
      if (!found || token.isCancellationRequested) return; // A newer question is on its way.
      this.found = found;
      await this.sayFound();
    } catch (error) {
      if (!token.isCancellationRequested) this.services.commands.showError(error);
    }
  }

  private async sayFound(): Promise<void> {
    if (this.page !== 'ready' || !this.found) return;
    const { sections } = this.found;
    await this.say({ type: 'show', sections, note: noteOn(this.found) });
  }

  private async showFilter(): Promise<void> {
    if (this.page !== 'ready') return;
    const { where } = this.services.filter;
    const filter = where !== undefined && { where, sentence: vscode.l10n.t('The corpus view shows only: {0}', where) };
    await this.say({ type: 'filtered', ...(filter && { filter }) });
  }

  private async say(message: ToTab): Promise<void> {
    await this.panel.webview.postMessage(message);
  }

  private get params(): OverviewParams {
    return this.unit === undefined ? {} : { unit: this.unit };
  }

  private async file(section: string, form: OverviewFileParams['form']): Promise<OverviewFile> {
    const params: OverviewFileParams = { ...this.params, section, form };
    const file = await askCorpus<OverviewFileParams, OverviewFile | null>(this.services.server, OVERVIEW_FILE, params);
    if (!file) throw new Refusal(vscode.l10n.t('There is nothing in this part any more.'));
    return file;
  }

  /** An SVG as PNG, which only the tab can draw. */
  private draw(svg: string): Promise<string | undefined> {
    this.drawn(undefined);
    return new Promise((resolve) => {
      this.drawn = resolve;
      void this.say({ type: 'draw', svg });
    });
  }
}

/** Why the figures may not be those of all files; empty if they are. */
function noteOn({ isChecking, wasStopped }: Overview): string {
  if (isChecking) return vscode.l10n.t('Not all articles have been read yet. The figures will follow.');
  return wasStopped ? stoppedCheck() : '';
}
