/** Takes the animated picture of the README: a folder, its problems, a fix, a healthy file, a table. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Workbench } from '../test/editor/packaged/workbench.ts';
import { type Frame, writeAnimation } from './animation.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SIZE = { width: 1000, height: 600 };
const DAMAGED = 'article_104.txt';

/** Writes docs/images/tour.gif. */
export async function takeTour(): Promise<void> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'article-tour-'));
  const folder = path.join(temporary, 'article-samples');
  fs.cpSync(path.join(root, 'sample-corpus'), folder, { recursive: true });
  const workbench = await Workbench.open({
    folder,
    viewport: SIZE,
    settings: {
      'window.title': 'article-samples',
      'editor.minimap.enabled': false,
      'workbench.editor.limit.enabled': true,
      'workbench.editor.limit.value': 1,
    },
  });
  const frames: Frame[] = [];
  try {
    await walk(workbench, async (delay) => {
      const png = await workbench.page.screenshot({ animations: 'disabled', caret: 'hide' });
      frames.push({ png, delay });
    });
  } finally {
    await workbench.close();
    fs.rmSync(temporary, { recursive: true });
  }
  await writeAnimation(path.join(root, 'docs/images/tour.gif'), frames, SIZE);
  console.log('wrote docs/images/tour.gif');
}

/** `show` keeps what is on the screen, for some milliseconds. */
async function walk(workbench: Workbench, show: (delay: number) => Promise<void>): Promise<void> {
  const { page } = workbench;
  await workbench.openFile(DAMAGED);
  await workbench.until(
    'the problem',
    () => workbench.problemCount(),
    (count) => !count.includes('No Problems'),
  );
  await show(2000);
  await workbench.run('Articles: Focus on Corpus View');
  await workbench.run('Article: Group Corpus by Problem');
  await page.locator('.pane-body .monaco-list-row', { hasText: 'unmatched-start' }).first().waitFor();
  await show(2000);
  await workbench.openFile(DAMAGED);
  await workbench.goTo(1, 85);
  await show(1000);
  await workbench.press('Control+.', page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Insert' }));
  await show(2000);
  await page.keyboard.press('Enter');
  await workbench.until(
    'the healthy article',
    () => workbench.lines(),
    (lines) => lines.join('').includes('T-I-T-L-E-E-N-D.'),
  );
  await page.keyboard.press('Control+S');
  await page
    .locator('.pane-body .monaco-list-row', { hasText: 'unmatched-start' })
    .first()
    .waitFor({ state: 'detached' });
  await show(2000);
  await workbench.start('Article: Export Corpus…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'For Excel' }).first().waitFor();
  await show(1500);
  await page.keyboard.type('CSV for');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'CSV for spreadsheets' }).waitFor();
  await page.keyboard.press('Enter');
  const place = page.locator('.quick-input-widget:visible input[type=text]');
  await workbench.until(
    'the proposed name',
    () => place.inputValue(),
    (value) => value.endsWith('article-samples.csv'),
  );
  await page.keyboard.press('Enter');
  const done = page.locator('.notification-list-item-message', { hasText: 'Exported 12 articles' });
  await done.waitFor();
  await workbench.openFile('article-samples.csv');
  await show(3500);
}
