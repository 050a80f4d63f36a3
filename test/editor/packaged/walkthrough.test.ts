import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { Workbench } from './workbench.ts';

const STEPS = [
  'Open the sample corpus',
  'See what is damaged',
  'Fix a problem with Ctrl+.',
  'Find your way',
  'Export for the study',
];

describe('the walkthrough', () => {
  let workbench: Workbench;
  let page: Locator;

  before(async function () {
    if (!embeddedEditorRunsHere) this.skip();
    workbench = await Workbench.open();
    page = workbench.page.locator('.gettingStartedContainer');
    await workbench.openWalkthrough('Your First Article');
  });
  after(() => workbench?.close());

  it('has five steps, each with a picture and a button', async () => {
    const steps = page.locator('.step-title');
    await steps.nth(STEPS.length - 1).waitFor();
    assert.deepEqual(await steps.allInnerTexts(), STEPS);
    for (const step of STEPS) {
      await select(step);
      assert.isAtLeast(await page.locator('.getting-started-step.expanded .monaco-button').count(), 1, step);
      assert.notInclude(await page.locator('.getting-started-step.expanded').innerText(), '*', step);
    }
    const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
    await picture.getByText('A table with a row for each article').waitFor({ state: 'attached' });
  });

  it('does not count the first step as done when no folder is chosen, unlike one whose button comes later', async () => {
    await press('Open the sample corpus', 'Open Sample Corpus');
    await box().locator('input[type=text]').waitFor();
    await workbench.page.keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
    await press('Find your way', 'Show Outline');
    await done('Find your way').waitFor();
    assert.equal(await done('Open the sample corpus').count(), 0);
  });

  it('has buttons that run their commands', async () => {
    await press('See what is damaged', 'Show Articles');
    await workbench.page.locator('.sidebar .title-label', { hasText: 'Articles' }).waitFor();
    await press('See what is damaged', 'Show Problems');
    await workbench.page.locator('.markers-panel').waitFor();
    await press('Find your way', 'Show Outline');
    await workbench.page.locator('.outline-pane').waitFor();
    await press('Export for the study', 'Export Corpus');
    await workbench.page.locator('.quick-input-widget:visible').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('copies the samples to a new folder, opens it, and goes on there', async () => {
    await press('Open the sample corpus', 'Open Sample Corpus');
    await box().locator('input[type=text]').waitFor();
    await box().getByRole('button', { name: 'Make article-samples Here' }).click();
    await workbench.page.locator('.explorer-folders-view', { hasText: '2024-02' }).waitFor();
    await page.locator('.step-title', { hasText: STEPS[1] as string }).waitFor();
    assert.isTrue(fs.existsSync(path.join(workbench.folder, 'article-samples/README.md')));
    await done('Open the sample corpus').waitFor();
  });

  it('opens an article for its outline', async () => {
    await press('Find your way', 'Show Outline');
    await workbench.page.locator('.outline-pane .monaco-list-row', { hasText: 'Council votes' }).first().waitFor();
  });

  const box = () => workbench.page.locator('.quick-input-widget:visible');
  /** The tick of a step that is done. */
  const done = (step: string) => page.locator('.getting-started-step', { hasText: step }).locator('.complete.codicon');

  async function select(step: string): Promise<void> {
    const row = page.locator('.getting-started-step', { hasText: step });
    if (!(await row.getAttribute('class'))?.includes('expanded')) await row.click();
    await page.locator('.getting-started-step.expanded', { hasText: step }).waitFor();
  }

  async function press(step: string, button: string): Promise<void> {
    await select(step);
    await page.locator('.getting-started-step.expanded .monaco-button', { hasText: button }).click();
  }
});
