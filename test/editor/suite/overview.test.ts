import { assert } from 'chai';
import * as vscode from 'vscode';
import type { FromTab, ToTab } from '../../../client/src/corpus/overview/messages';
import { checkCorpus, leaveCorpus } from './checkedCorpus';
import { bytes, closeAll, languageOf, until, workspaceFile } from './editor';
import { answering, pick } from './person';
import { replaced } from './replaced';

/**
 * The tab of the overview, as it is: its page is loaded, and its script runs. No test can reach it from inside VS Code, so this one
 * listens to what the extension says to it, and says what the script would say.
 */
class Tab {
  private readonly acts = new vscode.EventEmitter<FromTab>();
  private readonly hears = new vscode.EventEmitter<void>();
  private readonly heard: ToTab[] = [];
  private panel: vscode.WebviewPanel | undefined;

  static async open(): Promise<Tab> {
    const tab = new Tab();
    const { createWebviewPanel } = vscode.window;
    const create = (...asked: Parameters<typeof createWebviewPanel>) => {
      tab.panel = createWebviewPanel.apply(vscode.window, asked);
      return tab.watched(tab.panel);
    };
    const window = vscode.window as { createWebviewPanel: unknown };
    window.createWebviewPanel = create;
    try {
      await vscode.commands.executeCommand('article.openOverview');
    } finally {
      window.createWebviewPanel = createWebviewPanel;
    }
    return tab;
  }

  private watched(panel: vscode.WebviewPanel): vscode.WebviewPanel {
    const { webview } = panel;
    webview.onDidReceiveMessage((message: FromTab) => this.acts.fire(message));
    const watched = new Proxy(webview, {
      get: (_, name) => {
        if (name === 'onDidReceiveMessage') return this.acts.event;
        if (name === 'postMessage')
          return (message: ToTab) => {
            this.heard.push(message);
            this.hears.fire();
            return webview.postMessage(message);
          };
        const value = Reflect.get(webview, name);
        return name === 'asWebviewUri' ? value.bind(webview) : value;
      },
      set: (_, name, value) => Reflect.set(webview, name, value),
    });
    return new Proxy(panel, {
      get: (_, name) => {
        const value = name === 'webview' ? watched : Reflect.get(panel, name);
        return typeof value === 'function' && name !== 'onDidDispose' && name !== 'onDidChangeViewState'
          ? value.bind(panel)
          : value;
      },
    });
  }

  act(message: FromTab): void {
    this.acts.fire(message);
  }

  /** Waits until the extension has said something like this. */
  hear<T>(found: (message: ToTab) => T | undefined | false): Promise<T> {
    return until(this.hears.event, () => {
      for (const message of this.heard.toReversed()) {
        const result = found(message);
        if (result !== undefined && result !== false) return result;
      }
      return undefined;
    });
  }

  /** Waits until a section is shown that has all of this, and gives its HTML. */
  section(id: string, ...content: string[]): Promise<string> {
    return this.hear((message) => {
      if (message.type !== 'show') return undefined;
      const html = message.sections.find((section) => section.id === id)?.html;
      return content.every((each) => html?.includes(each)) && html;
    });
  }
}

describe('the overview of the corpus', () => {
  let tab: Tab;

  before(async () => {
    await checkCorpus();
    tab = await Tab.open();
  });

  after(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.view.explorer');
    await leaveCorpus();
  });

  it('counts the articles of the index, as soon as its script runs', async () => {
    await tab.section('figures', '42 articles in 42 files');
    await tab.section('time', 'aria-label="2024-04-09: 40 articles"', '2 articles without a valid date are not shown.');
    await tab.section('problems', 'aria-label="invalid-date: 2 problems (2 errors)"');
  });

  it('leads from a bar to its articles, and back to all', async () => {
    const [, where = ''] =
      /data-where="(rule = invalid-date)"/.exec(await tab.section('problems', 'invalid-date')) ?? [];
    tab.act({ type: 'filter', where });
    await tab.hear((message) => message.type === 'filtered' && message.filter?.where === 'rule = invalid-date');
    await vscode.commands.executeCommand('article.groupByFile');
    const refused = async (name: string) => {
      // Beside the tab, because the page of a tab that is covered is gone.
      const viewColumn = vscode.ViewColumn.Two;
      const { document } = await vscode.window.showTextDocument(workspaceFile(name), { viewColumn });
      await languageOf(document, 'article');
      const messages: unknown[] = [];
      await answering({ showInformationMessage: (message) => messages.push(message) }, () =>
        vscode.commands.executeCommand('article.revealInCorpus'),
      );
      return messages.length > 0;
    };
    assert.isTrue(await refused('corpus/lf_3.txt'));
    assert.isFalse(await refused('corpus/lf_41.txt'));
    tab.act({ type: 'days', first: '2024-04-01', last: '2024-04-30' });
    await tab.hear(
      (message) => message.type === 'filtered' && message.filter?.where === 'date >= 2024-04-01 && date <= 2024-04-30',
    );
    assert.isFalse(await refused('corpus/lf_3.txt'));
    assert.isTrue(await refused('corpus/lf_41.txt'));
    tab.act({ type: 'clear' });
    assert.isFalse(await refused('corpus/lf_41.txt'));
    await vscode.commands.executeCommand('article.groupByMonth');
  });

  it('says how many bars are selected', async () => {
    tab.act({ type: 'selected', count: 2, first: '2024-04-09', last: '2024-04-10' });
    const text = await tab.hear((message) => message.type === 'say' && message.text);
    assert.equal(text, '2 bars selected: 2024-04-09 to 2024-04-10');
  });

  it('copies the figures, and saves a chart as SVG, PNG and CSV', async () => {
    tab.act({ type: 'copy', section: 'weekdays' });
    // There is no event when the clipboard changes, but the answers to a tab come in the order of its questions.
    const save = async (form: string) => {
      const target = workspaceFile(`chart.${form.toLowerCase()}`);
      const written = new Promise<void>((resolve) => {
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFile(''), '*'));
        const done = (uri: vscode.Uri) => {
          if (uri.path !== target.path) return;
          watcher.dispose();
          resolve();
        };
        watcher.onDidCreate(done);
        watcher.onDidChange(done);
      });
      await answering({ showQuickPick: pick(form), showSaveDialog: () => target }, async () => {
        tab.act({ type: 'save', section: 'weekdays' });
        await written;
      });
      return bytes(`chart.${form.toLowerCase()}`);
    };
    const csv = await save('CSV');
    assert.match(csv, /^weekday,articles\r\nMonday,0\r\nTuesday,40\r\n/);
    assert.equal(await vscode.env.clipboard.readText(), csv);
    assert.match(await save('SVG'), /^<svg [^>]*fill="#222222">\n<title>Articles by weekday/);
    assert.match(await save('PNG'), /^\ufffdPNG\r\n/);
    for (const form of ['csv', 'svg', 'png']) await vscode.workspace.fs.delete(workspaceFile(`chart.${form}`));
  });

  it('finds nearly the same texts on a click, and shows what differs between two of them', async () => {
    tab.act({ type: 'seek' });
    const html = await tab.section('near-texts', 'The 200 most similar pairs are listed.');
    const pair = Number(/data-pair="(\d+)"/.exec(html)?.[1]);
    tab.act({ type: 'compare', pair });
    const sides = await until(vscode.window.tabGroups.onDidChangeTabs, () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff && [input.original, input.modified];
    });
    const documents = await Promise.all(sides.map((uri) => vscode.workspace.openTextDocument(uri)));
    const texts = documents.map((document) => document.getText());
    for (const text of texts) assert.match(text, /^A truce [^\n]* easy\.\nWeek \d+ of talks [^\n]*\.\n/);
    assert.notEqual(texts[0], texts[1]);
    for (const document of documents)
      assert.equal(
        vscode.workspace.getConfiguration('editor', document).get('wordWrap'),
        'on',
        'nothing is out of sight',
      );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('follows the corpus, and lists nothing below a file that is no article', async () => {
    const bases: string[] = [];
    const { findFiles } = vscode.workspace;
    const restore = replaced(vscode.workspace, 'findFiles', (...asked: Parameters<typeof findFiles>) => {
      const [pattern] = asked;
      if (typeof pattern !== 'string') bases.push(pattern.baseUri.path);
      return findFiles.apply(vscode.workspace, asked);
    });
    const other = workspaceFile('corpus/figures.csv');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('a,b'));
    const added = workspaceFile('corpus/lf_50.txt');
    const text = await bytes('corpus/lf_3.txt');
    await vscode.workspace.fs.writeFile(added, new TextEncoder().encode(text.replace(' 3 ', ' 50 ')));
    await tab.section('figures', '43 articles in 43 files');
    await vscode.workspace.fs.delete(added);
    await tab.section('figures', '42 articles in 42 files');
    restore();
    assert.notInclude(bases, other.path);
    await vscode.workspace.fs.delete(other);
  });
});
