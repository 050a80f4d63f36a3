import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { Workbench } from './workbench.ts';

describe('the code of a problem opens the page of its rule', () => {
  let workbench: Workbench;

  before(async function () {
    if (!embeddedEditorRunsHere) this.skip();
    workbench = await Workbench.open({ restrictedMode: true });
  });
  after(() => workbench?.close());
  beforeEach(() => workbench.openFile('every-problem.txt'));
  afterEach(() => workbench.run('View: Close All Editors'));

  it('from the Problems panel', async () => {
    await workbench.run('Problems: Focus on Problems View');
    await follow(workbench.page.locator('.markers-panel a', { hasText: 'unmatched-start' }));
    await workbench.run('View: Toggle Panel Visibility');
  });

  it('from the hover', async () => {
    await workbench.goTo(1, 85);
    await workbench.run('Show or Focus Hover');
    await follow(workbench.page.locator('.monaco-hover a.code-link'));
  });

  it('from the problem shown in the text', async () => {
    await workbench.goTo(1);
    await workbench.run('Go to Next Problem in Files (Error, Warning, Info)');
    await follow(workbench.page.locator('.marker-widget a.code-link'));
  });

  it('by the command, which offers all rules', async () => {
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await workbench.start('Article: Show Rule');
    await rows.filter({ hasText: 'unmatched-start' }).click();
    await pageIsShown();
  });

  async function follow(link: Locator): Promise<void> {
    await link.first().click();
    await pageIsShown();
  }

  async function pageIsShown(): Promise<void> {
    await workbench.page.locator('.tab.active[data-resource-name="unmatched-start.md"]').waitFor();
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.locator('h1', { hasText: 'unmatched-start' }).waitFor();
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  }
});
