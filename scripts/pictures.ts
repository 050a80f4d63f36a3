/** `npm run pictures`: takes the pictures of docs/images anew, from the packaged extension in the embedded editor. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageExtension, Workbench } from '../test/editor/packaged/workbench.ts';
import { SEED } from '../test/editor/workspace.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const workbench = await Workbench.open(packageExtension(), {
  folder: path.join(root, 'samples'),
  viewport: { width: 1200, height: 720 },
  settings: { 'editor.minimap.enabled': false, 'outline.collapseItems': 'alwaysExpand' },
});
try {
  await overview();
  await problems();
  await quickFix();
  await folded();
} finally {
  await workbench.close();
}

/** The real article, its outline filled. */
async function overview(): Promise<void> {
  await workbench.openFile(SEED);
  await workbench.run('Explorer: Focus on Outline View');
  await workbench.until(
    'the outline',
    () => workbench.rows('.outline-tree'),
    (rows) => rows.length === 5,
  );
  await workbench.goTo(1, 60);
  await picture('overview');
}

/** The sample with every kind of problem, and the Problems panel. */
async function problems(): Promise<void> {
  await workbench.openFile('every-problem.txt');
  await workbench.until(
    'the problems',
    () => workbench.problemCount(),
    (count) => count.includes('Errors: 9'),
  );
  await workbench.run('Problems: Focus on Problems View');
  await workbench.until(
    'the rows',
    () => workbench.rows('.markers-panel'),
    (rows) => rows.length > 5,
  );
  await picture('problems');
  await workbench.run('View: Toggle Panel Visibility');
}

/** The way back from a lost marker. */
async function quickFix(): Promise<void> {
  await workbench.goTo(1, 80);
  await workbench.page.keyboard.press('Control+.');
  await workbench.page.locator('.action-widget .monaco-list-row').first().waitFor();
  await picture('quick-fix');
  await workbench.page.keyboard.press('Escape');
}

/** Several articles, folded. */
async function folded(): Promise<void> {
  await workbench.openFile('several-articles.txt');
  await workbench.run('Fold All Regions');
  await workbench.until(
    'the folds',
    () => workbench.lines(),
    (lines) => lines.length <= 6,
  );
  await workbench.goTo(1, 1);
  await picture('folded');
}

/** Waits until the page has drawn what it was told to, and writes docs/images/NAME.png. */
async function picture(name: string): Promise<void> {
  const file = path.join(root, `docs/images/${name}.png`);
  await workbench.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(`wrote ${path.relative(root, file)}`);
}
