/** Drives the workbench by keyboard, with the packaged extension installed in the embedded editor. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { installExtension, packExtension } from '../../../scripts/vsix.ts';
import { temporaryFolder } from '../../temporary.ts';
import { installEmbeddedEditor } from '../embedded/install.ts';
import { codeExecutable } from '../embedded/paths.ts';
import { type Server, type ServerOptions, startBrowser, startServer } from '../embedded/server.ts';
import { workspace } from '../workspace.ts';

/** The settings that have the extension run in each host. */
export const HOSTS = {
  Node: {},
  'the web worker': { 'remote.extensionKind': { 'article-format.article-format': ['web'] } },
};

/** In milliseconds: how long a step may take on a slow machine, and after how long a key counts as lost, and a list as too old. */
const PATIENCE = 60_000;
const LOST = 5_000;
const LATE = 2_000;

/** How many characters of the actual value a failure shows. */
const MOST_SHOWN = 1000;

export class Workbench {
  private constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly temporary: string,
  ) {}

  /** Opens VS Code with the packaged extension, on a test folder or on `folder`. */
  static async open(
    options: Partial<ServerOptions> & {
      folder?: string;
      /** Further files of the test folder, which must exist before the editor starts. */
      files?: Record<string, string | Uint8Array>;
      viewport?: { width: number; height: number };
    } = {},
  ): Promise<Workbench> {
    installEmbeddedEditor();
    const temporary = temporaryFolder();
    const folder = options.folder ?? workspace(path.join(temporary, 'workspace'));
    for (const [name, content] of Object.entries(options.files ?? {})) {
      fs.writeFileSync(path.join(folder, name), content);
    }
    const folders = { userData: path.join(temporary, 'user'), extensions: path.join(temporary, 'extensions') };
    installExtension(codeExecutable, packExtension(), folders);
    const server = await startServer({ ...folders, ...options });
    const { browser, page } = await startBrowser(options.viewport);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(server.url({ folder }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page, folder, server, browser, temporary);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(this.temporary, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Reloads the page as soon as VS Code allows it: it first makes backups of unsaved changes. */
  async reload(): Promise<void> {
    for (let isHeldBack = true; isHeldBack; ) {
      const heldBack = this.page.waitForEvent('dialog').then(async (dialog) => {
        await dialog.dismiss();
        return true;
      });
      const loaded = this.page.waitForEvent('load').then(() => false);
      await this.page.evaluate(() => window.location.reload()).catch(() => {}); // The page may close before it answers.
      isHeldBack = await Promise.race([heldBack, loaded]);
      for (const event of [heldBack, loaded]) event.catch(() => {}); // Only one of the two happens.
    }
  }

  /** Waits until a text is in what VS Code keeps of the window. In a browser, it writes that every few seconds, and not at a reload. */
  async untilKept(text: string): Promise<void> {
    await this.until(
      `“${text}” to be kept`,
      () => this.page.evaluate(keptState),
      (kept) => kept.includes(text),
    );
  }

  /** Kills the extension host, and waits until our extension shows the place of the cursor in the next one. */
  async killExtensionHost(): Promise<void> {
    const place = this.page.locator('.statusbar-item', { hasText: /article \d+ of \d+/ });
    await place.waitFor();
    for (const id of this.server.extensionHosts()) process.kill(id, 'SIGKILL');
    await place.waitFor({ state: 'detached' });
    await place.waitFor();
  }

  /** Stops the language server in the middle of what it does, until the function that this gives is called. */
  pauseLanguageServer(): () => void {
    const ids = this.server.languageServers();
    for (const id of ids) process.kill(id, 'SIGSTOP');
    return () => {
      for (const id of ids) process.kill(id, 'SIGCONT');
    };
  }

  /** Runs a command by its title, once it is the first one in the palette. */
  async run(title: string): Promise<void> {
    await this.start(title);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command that may replace the palette by a list. */
  async start(title: string): Promise<void> {
    await this.choose(() => this.press('F1', this.quickInput()), `>${title}`, title);
  }

  /** Opens a walkthrough by its title. */
  async openWalkthrough(title: string): Promise<void> {
    await this.start('Welcome: Open Walkthrough');
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).click();
    await this.page.locator('.gettingStartedContainer', { hasText: title }).waitFor();
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.choose(() => this.press('Control+P', this.quickInput()), name, name);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(`.monaco-editor[data-uri$="/${name}"] .view-line`).first().waitFor();
  }

  /** Puts the cursor on a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const box = this.quickInput();
    await this.press('Control+G', box);
    await box.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Presses a key, in an element or where the focus is, until something is shown: VS Code loses keys while it redraws a
   * list or tree, and there is no event when it has finished.
   */
  async press(key: string, shown: Locator, element?: Locator): Promise<void> {
    await this.untilShown(shown, () => (element ? element.press(key) : this.page.keyboard.press(key)));
  }

  /**
   * Opens a list, and chooses a row of it by typing. Does so again if the list was made before the row existed, or if it was
   * closed, as VS Code does when a page in a tab takes the focus late. Types one character first: VS Code looks for rows only
   * when the text changes.
   */
  async choose(open: () => Promise<void>, text: string, row: string): Promise<void> {
    const found = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first();
    await this.untilShown(
      found,
      async () => {
        await open();
        for (const typed of [text.slice(0, 1), text]) {
          await this.quickInput()
            .fill(typed, { timeout: LOST })
            .catch(() => {}); // It may close meanwhile.
        }
      },
      LATE,
    );
    await this.page.keyboard.press('Enter');
  }

  /** Repeats an action until something is shown; `lost` is the time in milliseconds after which it counts as lost. */
  private async untilShown(shown: Locator, act: () => Promise<void>, lost = LOST): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (let isShown = false; !isShown; ) {
      await act();
      const timeout = Date.now() < deadline ? lost : 1;
      isShown = await shown.waitFor({ timeout }).then(
        () => true,
        (error: unknown) => {
          if (Date.now() >= deadline) throw error;
          return false;
        },
      );
    }
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type=text]');
  }

  /** The language shown in the status bar. */
  private language(): Promise<string | null> {
    return this.page.locator('#status\\.editor\\.mode').textContent();
  }

  /** Waits until the visible file has the Article language. */
  async untilArticle(): Promise<void> {
    await this.until(
      'the language',
      () => this.language(),
      (name) => name === 'Article',
    );
  }

  /** The visible lines, from top to bottom. */
  async lines(): Promise<string[]> {
    const found = await this.page
      .locator('.editor-instance .monaco-editor .view-line')
      .evaluateAll((lines) =>
        lines.map((line) => [Number.parseFloat((line as HTMLElement).style.top), line.textContent ?? ''] as const),
      );
    return found.sort(([a], [b]) => a - b).map(([, text]) => text.replaceAll('\u00a0', ' '));
  }

  /** The words that decorations draw before and after words of the text, in the order of the text. */
  drawnWords(): Promise<string[]> {
    return this.page.locator('.editor-instance .monaco-editor .view-line > span > span').evaluateAll((spans) => {
      const found = spans.flatMap((span) => {
        const { top, left } = span.getBoundingClientRect();
        return ['::before', '::after'].map((side) => ({ top, left, content: getComputedStyle(span, side).content }));
      });
      const drawn = found.filter(({ content }) => content.startsWith('"'));
      drawn.sort((a, b) => a.top - b.top || a.left - b.left);
      return drawn.map(({ content }) => JSON.parse(content));
    });
  }

  /** The forms of the lines that decorations of extensions draw under words, in the order of the text. */
  linesUnderWords(): Promise<string[]> {
    const decorations = '.editor-instance .monaco-editor .view-overlays .cdr[class*="TextEditorDecorationType"]';
    return this.page.locator(decorations).evaluateAll((marks) => {
      const found = marks.map((mark) => {
        const { top, left } = mark.getBoundingClientRect();
        return { top, left, form: getComputedStyle(mark).borderBottomStyle };
      });
      const lines = found.filter(({ form }) => form !== 'none');
      lines.sort((a, b) => a.top - b.top || a.left - b.left);
      return lines.map(({ form }) => form);
    });
  }

  /**
   * The grammar's scopes of the token at the cursor, innermost first, from VS Code's inspector, which shows them last, after
   * those of the semantic token.
   */
  async scopesAtCursor(): Promise<string[]> {
    await this.run('Developer: Inspect Editor Tokens and Scopes');
    const scopes = this.page.locator('.token-inspect-widget .tiw-metadata-scopes').last();
    await scopes.waitFor();
    const found = (await scopes.evaluate((list) => [...list.childNodes].map((node) => node.textContent ?? ''))).filter(
      Boolean,
    );
    await this.page.keyboard.press('Escape');
    await this.page.locator('.token-inspect-widget').waitFor({ state: 'hidden' });
    return found;
  }

  /** The labels of the rows of a list or tree for screen readers. */
  rows(list: string): Promise<(string | null)[]> {
    return this.page
      .locator(`${list} .monaco-list-row`)
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  }

  /** The problem counts in the status bar, such as `Errors: 1`. */
  async problemCount(): Promise<string> {
    return (await this.page.locator('#status\\.problems a').getAttribute('aria-label')) ?? '';
  }

  /** Calls `look` at every change of the page until it returns the wanted value. If it fails, a screenshot shows the page. */
  async until<T>(what: string, look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    let value = await look();
    while (!wanted(value)) {
      if (Date.now() > deadline) {
        const picture = path.join(os.tmpdir(), 'article-packaged-failure.png');
        await this.page.screenshot({ path: picture });
        throw new Error(
          `Waited in vain for ${what}; last seen ${JSON.stringify(value).slice(0, MOST_SHOWN)}. Picture: ${picture}`,
        );
      }
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      value = await look();
    }
    return value;
  }
}

/** What VS Code keeps of windows in the browser. Runs in the page. */
async function keptState(): Promise<string> {
  // A method, because the page does not know what tsx adds to named functions.
  const page = {
    done<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    },
  };
  const all: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await page.done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      all.push(JSON.stringify(await page.done(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return all.join('\n').replaceAll('\\', '');
}
