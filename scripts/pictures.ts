/** `npm run pictures`: takes the pictures of docs/images again, from the packaged extension in the embedded editor. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Workbench } from '../test/editor/packaged/workbench.ts';
import { SEED } from '../test/editor/workspace.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// A copy, because some pictures show files while they are edited.
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'article-pictures-'));
const folder = path.join(temporary, 'samples');
fs.cpSync(path.join(root, 'samples'), folder, { recursive: true });

let workbench: Workbench;
await take({ 'article.detection': 'off' }, [plain]);
await take({}, [overview, hovered, problems, quickFix, folded, fieldsView, completed, corpusView]);
fs.rmSync(temporary, { recursive: true });

/** Takes some pictures in one window. */
async function take(settings: Record<string, unknown>, pictures: readonly (() => Promise<void>)[]): Promise<void> {
  workbench = await Workbench.open({
    folder,
    viewport: { width: 1200, height: 720 },
    settings: { 'editor.minimap.enabled': false, 'outline.collapseItems': 'alwaysExpand', ...settings },
  });
  try {
    for (const one of pictures) await one();
  } finally {
    await workbench.close();
  }
}

/** The real article as VS Code shows it without this extension: the same file as in `overview`. */
async function plain(): Promise<void> {
  await workbench.openFile(SEED);
  await workbench.goTo(1, 60);
  await picture('plain');
}

/** The real article with its outline. */
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

/** The quick fix for a lost marker. */
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
    (lines) => lines.filter(Boolean).length <= 6,
  );
  await workbench.goTo(1, 1);
  await picture('folded');
}

/** The hover on a marker, which describes its field. */
async function hovered(): Promise<void> {
  const seed = fs.readFileSync(path.join(folder, SEED), 'utf8');
  await workbench.goTo(1, seed.indexOf('T-E-X-T-S-T-A-R-T.') + 3);
  await workbench.run('Show or Focus Hover');
  await workbench.page.locator('.monaco-hover', { hasText: 'sentences' }).first().waitFor();
  await picture('hover');
  await workbench.page.keyboard.press('Escape');
}

/** A file with an article on each line, as fields: an article folds to its number. */
async function fieldsView(): Promise<void> {
  await workbench.openFile('every-problem.txt');
  await workbench.run('Article: Open as Fields');
  await workbench.until(
    'the fields',
    () => workbench.lines(),
    (lines) => lines[0] === 'F-N-S-T-A-R-T.' && lines[1] === '1',
  );
  await workbench.run('Fold All Regions');
  await workbench.goTo(26);
  await workbench.run('Unfold');
  await workbench.until(
    'the article that is not folded',
    () => workbench.lines(),
    (lines) => lines.includes('crossed-fields: this headline is closed as a date'),
  );
  await picture('fields');
  await workbench.run('View: Close All Editors');
}

/** The completions in an article that has a number and a date. */
async function completed(): Promise<void> {
  await workbench.openFile(SEED);
  await workbench.run('Article: New Article');
  await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.page.keyboard.press('Control+A');
  await workbench.page.keyboard.type('F-N-S-T-A-R-T. 1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  T');
  await workbench.page.keyboard.press('Control+Space');
  await workbench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await picture('completion');
  await workbench.page.keyboard.press('Escape');
}

/** All articles of the folder, grouped by problem. */
async function corpusView(): Promise<void> {
  await workbench.openFile(SEED);
  await workbench.run('Articles: Focus on Corpus View');
  await workbench.run('Article: Group Corpus by Problem');
  await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'crossed-fields' }).first().waitFor();
  await picture('corpus');
}

/** Writes docs/images/NAME.png. */
async function picture(name: string): Promise<void> {
  const file = path.join(root, `docs/images/${name}.png`);
  await workbench.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(`wrote ${path.relative(root, file)}`);
}
