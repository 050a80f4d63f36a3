import fs from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { assert } from 'chai';
import type { Frame, Locator } from 'playwright-core';
import { pageOf } from '../../../server/src/corpus/charts/page.ts';
import { Repeats } from '../../../server/src/corpus/overview/repeats';
import { reportSections } from '../../../server/src/corpus/overview/report.ts';
import { ArticleFigures } from '../../../server/src/corpus/statistics/articleFigures.ts';
import { statsOf } from '../../../server/src/corpus/statistics/statistics.ts';
import { temporaryFolder } from '../../temporary.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { Workbench } from './workbench.ts';

const TREE = '.customview-tree';

/** 620 articles, a hundred in each month, ten on each day. Every fiftieth has an impossible date, and one has a strange title. */
function corpus(folder: string): void {
  for (let number = 0; number < 620; number++) {
    const month = 1 + Math.floor(number / 100);
    const day = 10 + Math.floor((number % 100) / 10);
    const date = number % 50 === 7 ? `2024-02-3${Math.floor(number / 50)}` : `2024-0${month}-${day}`;
    const title = number === 0 ? '$(alert) [x](command:y) Truce' : `Truce ${number}`;
    fs.writeFileSync(
      path.join(folder, `lf_${number}.txt`),
      ` F-N-S-T-A-R-T. ${number} F-N-E-N-D.  D-A-T-E-S-T-A-R-T. ${date} D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks of ${number}. T-E-X-T-E-N-D. `,
    );
  }
}

describe('the corpus view of the packaged extension', () => {
  let workbench: Workbench;
  let folder: string;

  before(async function () {
    if (!embeddedEditorRunsHere) this.skip();
    folder = temporaryFolder();
    corpus(folder);
    fs.writeFileSync(path.join(folder, 'notes.txt'), 'Notes.');
    workbench = await Workbench.open({ folder });
  });
  after(() => workbench?.close());

  /** All visible rows from top to bottom: labels and descriptions. */
  const shown = () =>
    workbench.page.locator(`${TREE} .monaco-list-row`).evaluateAll((found) =>
      found
        .map((row) => {
          const parts = [...row.querySelectorAll('.label-name, .label-description')];
          const text = parts.map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')).join(' | ');
          return { top: Number.parseFloat((row as HTMLElement).style.top), text };
        })
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
  /** Waits until one row is shown and another one has disappeared. */
  const rows = (wanted: RegExp, unwanted?: RegExp) =>
    workbench.until(
      `a row ${wanted}${unwanted ? ` and none ${unwanted}` : ''}`,
      shown,
      (found) => found.some((row) => wanted.test(row)) && !found.some((row) => unwanted?.test(row)),
    );
  const row = (text: string, state = '') =>
    workbench.page.locator(`${TREE} .monaco-list-row${state}`, { hasText: text }).first();
  const press = (key: string, shown: Locator) =>
    workbench.press(key, shown, workbench.page.locator(`${TREE} .monaco-list`));
  /** A key that opens a row slowly may have been pressed twice, and then the focus is already in the row below. */
  const goTo = async (key: string, text: string) => {
    const wanted = row(text, '.focused');
    if (!(await wanted.isVisible())) await press(key, wanted);
  };
  /** Expands a row, and waits for the first row in it, which the server gives a little later. */
  const expand = async (text: string, first: string) => {
    await press('ArrowRight', row(text, '[aria-expanded="true"]'));
    await row(first).waitFor();
  };
  /** Opens the row's file, and waits until its editor has the focus; otherwise the editor would take it from the tree later. */
  const open = async (name: string) => {
    await press('Enter', workbench.page.locator(`.tab.active[data-resource-name="${name}"]`));
    await workbench.page.locator(`.monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  };

  it('is filled when it is shown, even if no article is open', async () => {
    await workbench.run('Articles: Focus on Corpus View');
    const months = ['January', 'February', 'March', 'April', 'May', 'June'].map(
      (month) => `${month} 2024 | 98 articles`,
    );
    const all = [...months, 'July 2024 | 19 articles', 'No valid date | 13 articles · 13 problems'];
    await workbench.until('all articles', shown, (found) => found.join('\n') === all.join('\n'));
    await workbench.page
      .locator('.tree-explorer-viewlet-tree-view .message', {
        hasText: '620 articles in 620 files · 1 file is not an article',
      })
      .waitFor();
    await workbench.page.locator('.activitybar .badge-content', { hasText: '13' }).waitFor();
  });

  it('goes by keyboard from month to day to article, and opens it', async () => {
    await goTo('Home', 'January 2024');
    await expand('January 2024', 'Wednesday 10 January');
    await goTo('ArrowDown', 'Wednesday 10 January');
    await expand('Wednesday 10 January', '0 · ');
    await rows(/^0 · \$\(alert\) \[x\]\(command:y\) Truce \| lf_0\.txt$/);
    for (const number of [0, 1, 2]) await goTo('ArrowDown', `${number} · `);
    await open('lf_2.txt');
  });

  it('offers the commands for an article in its context menu, and opens it as fields', async () => {
    const menu = workbench.page.locator('.context-view .action-label');
    await row('2 · Truce 2', '.focused').waitFor();
    await press('Shift+F10', menu.filter({ hasText: 'Copy Path' }));
    const labels = (await menu.allTextContents()).filter(Boolean);
    assert.deepEqual(labels, ['Open', 'Open to the Side', 'Open as Fields', 'Copy Path', 'Export File…']);
    await workbench.page.keyboard.press('Escape');
    await menu.first().waitFor({ state: 'detached' });
    await row('3 · Truce 3').hover();
    await row('3 · Truce 3').locator('.action-label[aria-label="Open as Fields"]').click();
    await workbench.page.locator('.tab.active[aria-label*="lf_3.txt (fields)"]').waitFor();
    await workbench.until(
      'a line for each marker',
      () => workbench.lines(),
      (lines) => lines.includes('T-I-T-L-E-S-T-A-R-T.'),
    );
  });

  it('shows text of an article verbatim', async () => {
    const strange = row('(command:y)');
    assert.equal(await strange.locator('.monaco-icon-label .codicon-alert').count(), 0);
    const label = (await strange.getAttribute('aria-label')) ?? '';
    assert.match(label, /^0 · \$\(alert\) \[x\]\(command:y\) Truce · lf_0\.txt · no problems/);
  });

  it('finds an article by its date and words of its title, and shows its text verbatim', async () => {
    await workbench.start('Article: Find Article…');
    const found = (name: string) => workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: name });
    await found('0 · $(alert) [x](command:y) Truce').waitFor();
    assert.equal(await found('(command:y)').locator('.codicon-alert').count(), 0);
    await workbench.page.keyboard.type('truce 2024-03-12 222');
    await found('There are more').waitFor({ state: 'detached' });
    await found('222 · Truce 222').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="lf_222.txt"]').waitFor();
  });

  it('opens the typed article even if Enter comes before anything was found', async () => {
    await workbench.start('Article: Find Article…');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Truce' }).first().waitFor();
    await workbench.page.keyboard.type('truce 2024-03-12 223');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="lf_223.txt"]').waitFor();
  });

  it('reveals the article in the editor, from the menu of the view', async () => {
    await workbench.openFile('lf_317.txt');
    await workbench.untilArticle();
    // The status bar shows the field after the extension has seen the article, and so after the menu's context key.
    await workbench.goTo(1, ' F-N-S-T-A-R-T. 317 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024'.length);
    await workbench.page.locator('.statusbar-item', { hasText: 'DATE · article 1 of 1' }).waitFor();
    await workbench.page.locator('.sidebar [aria-label*="More Actions"]').first().click();
    await workbench.page
      .locator('.context-view .action-item:not(.disabled) .action-label', { hasText: 'Reveal Current Article' })
      .click();
    await row('317 · Truce 317', '.focused').waitFor();
  });

  it('loads more rows on request', async () => {
    await workbench.run('Article: Group Corpus by File');
    await rows(/^lf_\d+\.txt \| Truce \d+$/);
    await goTo('End', '… 120 more');
    await press('Enter', row('lf_500.txt'));
    await goTo('End', 'lf_619.txt');
  });

  it('is grouped by problem; a fix removes the problem and its row', async () => {
    await workbench.run('Article: Group Corpus by Problem');
    await rows(
      /^invalid-date \| 13 articles · A date that is not in the form YYYY-MM-DD, or is not a day of the calendar$/,
    );
    assert.match((await row('invalid-date').getAttribute('aria-label')) ?? '', /· with errors/);
    await goTo('Home', 'invalid-date');
    const menu = workbench.page.locator('.context-view .action-item');
    await press('Shift+F10', menu.filter({ hasText: 'Show Rule' }));
    await menu.filter({ hasText: 'Show Rule' }).hover();
    await workbench.page.locator('.context-view .action-item.focused', { hasText: 'Show Rule' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'invalid-date.md' }).waitFor();
    await workbench.run('Articles: Focus on Corpus View');
    await goTo('Home', 'invalid-date');
    await expand('invalid-date', '7 · Truce 7');
    await goTo('ArrowDown', '7 · Truce 7');
    await open('lf_7.txt');
    await workbench.page.locator('.monaco-editor[data-uri$="/lf_7.txt"] .view-line').first().waitFor();
    await workbench.page.locator('.monaco-editor[data-uri$="/lf_7.txt"] .view-lines').click();
    await workbench.goTo(1, ` F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-30`.length + 1);
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.type('10');
    await rows(/^invalid-date \| 12 articles/);
    await rows(/^57 · Truce 57/, /^7 · /);
    await workbench.page.locator('.activitybar .badge-content', { hasText: '12' }).waitFor();
  });

  it('fixes the safe problems of one file, from the menu of its row, after a preview', async () => {
    const file = path.join(folder, 'lf_310.txt');
    const healthy = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, healthy.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D'));
    const { page } = workbench;
    await page.locator('.activitybar .badge-content', { hasText: '13' }).waitFor();
    await row('misspelled-marker').click();
    await row('310 · Truce 310').waitFor();
    await goTo('ArrowDown', '310 · Truce 310');
    const item = page.locator('.context-view .action-item', { hasText: 'Fix Safe Problems in This File…' });
    await press('Shift+F10', item);
    await item.hover();
    await item.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.multiDiffEntry .char-insert').first().waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lf_310.txt' }).waitFor();
    await page.locator('.quick-input-widget input[type=text]').press('Enter');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Apply' }).click();
    await page.locator('.activitybar .badge-content', { hasText: '12' }).waitFor();
    assert.equal(fs.readFileSync(file, 'utf8'), healthy);
  });

  /** The page in the tab of the overview. */
  const tab = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const message = (text: string) =>
    workbench.page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: text });

  it('shows the articles of a bar of the overview, by mouse and by keyboard', async () => {
    await workbench.run('Article: Open Corpus Overview');
    await tab().locator('[data-unit="month"]').click();
    const month = (name: string) => tab().locator(`[data-section="time"] .mark[aria-label^="2024-0${name}:"]`);
    // The figure above a bar belongs to it: 98 in January and in March. Playwright must not wait until it is a target itself.
    const figure = tab().locator('[data-section="time"] svg text', { hasText: '98' }).nth(1);
    await figure.click({ force: true });
    await message('98 of 620 articles').waitFor();
    await month('3').and(tab().locator('[aria-pressed="true"]')).waitFor();
    await month('3').press('ArrowRight');
    await workbench.page.keyboard.down('Shift');
    await month('4').press('Shift+ArrowRight');
    await tab().locator('[role="status"]', { hasText: '2 bars selected: 2024-04-01 to 2024-05-31' }).waitFor();
    await workbench.page.keyboard.up('Shift');
    await message('date >= 2024-04-01 && date <= 2024-05-31').waitFor();
    const pressed = tab().locator('[data-section="time"] .mark[aria-pressed="true"]');
    await pressed.nth(1).waitFor();
    assert.equal(await pressed.count(), 2);
    const [from, to] = [await month('1').boundingBox(), await month('2').boundingBox()];
    const at = (box: typeof from) => [(box?.x ?? 0) + 9, (box?.y ?? 0) + 9] as const;
    await workbench.page.mouse.move(...at(from));
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(...at(to));
    await workbench.page.mouse.up();
    await message('date >= 2024-01-01 && date <= 2024-02-29').waitFor();
    await month('2').click();
    await message('date >= 2024-02-01 && date <= 2024-02-29').waitFor(); // A bar among several is chosen, not cleared.
    await month('2').click();
    await message('620 articles in 620 files').waitFor();
    await month('2').click();
    await tab().locator('#filter button').click();
    await message('620 articles in 620 files').waitFor();
    await tab().locator('[data-section="not-articles"] button', { hasText: 'notes.txt' }).click();
    await workbench.page.locator('.tab.active[data-resource-name="notes.txt"]').waitFor();
    await workbench.run('Article: Open Corpus Overview');
  });

  it('stops looking for nearly the same texts when a person presses Cancel, and looks again when asked again', async () => {
    const { page } = workbench;
    const near = tab().locator('[data-section="near-texts"]');
    const seek = near.locator('[data-act="seek"]');
    const notification = page.locator('.notification-toast', { hasText: 'Finding nearly the same texts' });
    const next = tab()
      .locator('body')
      .evaluate(
        () =>
          new Promise<string>((resolve) => {
            window.addEventListener('message', ({ data }) => data.type === 'show' && resolve(JSON.stringify(data)));
          }),
      );
    const resume = workbench.pauseLanguageServer();
    await seek.click();
    await notification.locator('.monaco-button', { hasText: 'Cancel' }).click();
    resume();
    assert.include(await next, 'The button finds texts');
    await seek.click();
    await near.locator('p', { hasText: 'No two different texts were found' }).waitFor();
  });

  /** By its keys, because more than one command has *Color Theme* in its title. */
  async function openThemes(): Promise<void> {
    await workbench.page.locator('.tab.active').click();
    for (const key of ['Control+K', 'Control+T']) await workbench.page.keyboard.press(key);
  }

  it('has an overview and a report that people can use by keyboard and screen reader, also in high contrast', async () => {
    assert.deepEqual(await violationsIn(await frameOf(tab().locator('body'))), []);
    for (const [theme, ofBody] of [
      ['Light High Contrast', 'vscode-high-contrast-light'],
      ['Dark High Contrast', 'vscode-high-contrast:not(.vscode-high-contrast-light)'],
    ] as const) {
      await workbench.choose(openThemes, theme, theme);
      await tab().locator(`body.${ofBody}`).waitFor();
      assert.lengthOf(
        new Set(await fillsIn(tab().locator('svg').first())),
        4,
        'a colour for each severity, and none is missing',
      );
      assert.deepEqual(await violationsIn(await frameOf(tab().locator('body'))), [], theme);
    }
    const page = await workbench.page.context().newPage();
    const figures = new ArticleFigures();
    for (const date of ['2024-01-01', '2024-03-01', 'soon']) {
      figures.addArticle({ date, number: '1', digest: date, words: 9 });
      figures.addProblem({ code: 'invalid-date', severity: 'error' });
    }
    const stats = statsOf(figures, { files: 1, leftAlone: 0, nearGroups: undefined });
    const sections = reportSections({ figures, stats, repeats: new Repeats(), notArticles: [{ name: 'notes.txt' }] });
    await page.setContent(pageOf('Corpus: news', sections));
    assert.deepEqual(await violationsIn(page.mainFrame()), []);
    await page.setViewportSize({ width: 320, height: 800 });
    const [seen, needed] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    assert.equal(needed, seen, 'the page fits on a telephone');
    const labels = page.locator('svg text').first();
    assert.isAbove((await labels.boundingBox())?.height ?? 0, 8, 'and its labels can be read');
    const table = page.locator('details table').first();
    assert.isFalse(await table.isVisible());
    await page.emulateMedia({ media: 'print' });
    assert.isTrue(await table.isVisible(), 'on paper, all tables are there');
    await page.close();
  });
});

/** The commands of ours that the palette shows. */
async function offered({ page }: Workbench, category: string): Promise<string[]> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input[type=text]');
  await input.fill('>Developer: Reload Window');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Reload Window' }).waitFor();
  await input.fill(`>${category}`);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Reload Window' })
    .waitFor({ state: 'detached' });
  const labels = await page
    .locator('.quick-input-list .monaco-list-row')
    .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('Escape');
  return labels.filter((label) => label.startsWith(category));
}

/** What the Explorer's context menu of a file offers. */
async function menuOf({ page }: Workbench, name: string): Promise<string[]> {
  await page.keyboard.press('Control+Shift+E');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click({ button: 'right' });
  const items = page.locator('.context-view .action-label');
  await items.filter({ hasText: 'Rename' }).waitFor();
  const labels = await items.allTextContents();
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  return labels;
}

describe('the corpus view of the packaged extension, in a folder without articles', () => {
  it('says so, and what an article file is; which setting excludes files; and that no folder is open', async function () {
    if (!embeddedEditorRunsHere) this.skip();
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'notes.txt'), 'Notes.\n');
    fs.mkdirSync(path.join(folder, '.vscode'));
    const set = (settings: object) =>
      fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    const workbench = await Workbench.open({ folder });
    const says = (text: string, button: string) =>
      Promise.all([
        workbench.page.locator('.welcome-view-content', { hasText: text }).waitFor(),
        workbench.page.getByRole('button', { name: button, exact: true }).first().waitFor(),
      ]);
    try {
      await workbench.run('Articles: Focus on Corpus View');
      await says('There are no articles in this folder.', 'Check Again');
      await says('There are no articles in this folder.', 'Open Sample Corpus');
      const buttons = workbench.page.locator('.sidebar .title-actions .action-label');
      const titles = await buttons.evaluateAll((found) => found.map((button) => button.getAttribute('aria-label')));
      assert.deepEqual(titles, ['Collapse All', 'Views and More Actions...'], 'in the title of the view');
      // What makes articles where there are none.
      const names = (await offered(workbench, 'Article:')).map((label) => label.split(',')[0]);
      assert.sameMembers(names, ['Article: Import Articles…', 'Article: Open Sample Corpus'], 'in the palette');
      assert.notInclude(await menuOf(workbench, 'notes.txt'), 'Open as Fields');
      await workbench.run('Articles: Focus on Corpus View');
      set({ 'article.corpus.check': 'openFiles' });
      await says('The setting article.corpus.check says that only open files are checked.', 'Open Settings');
      set({ 'article.detection': 'off' });
      await says('The setting article.detection is off, so no file is examined.', 'Open Settings');
      const loaded = workbench.page.waitForEvent('load');
      await workbench.start('Workspaces: Close Workspace');
      await loaded;
      await workbench.page.locator('.activitybar [aria-label^="Articles"]').first().click();
      await says('Open a folder to see all its articles by month, by problem or by file.', 'Open Folder');
    } finally {
      await workbench.close();
    }
  });
});

/** The colours of bars, by severity, without black: that is the colour of a bar whose colour the theme does not have. */
async function fillsIn(chart: Locator): Promise<string[]> {
  const fills = await chart.evaluate((svg) =>
    ['error', 'warning', 'information', 'hint'].map((severity) => {
      const bar = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));
      bar.setAttribute('class', `bar ${severity}`);
      const { fill } = getComputedStyle(bar);
      bar.remove();
      return fill;
    }),
  );
  return fills.filter((fill) => fill !== 'rgb(0, 0, 0)');
}

async function frameOf(element: Locator): Promise<Frame> {
  const frame = await (await element.elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The tab has no page.');
  return frame;
}

/** What axe finds in a page: rule and element. */
async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    return (await checker.run(document, { iframes: false, resultTypes: ['violations'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
