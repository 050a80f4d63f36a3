/** `npm run pictures`: draws the icon, and takes the pictures of docs/images and the animated one again, from the packaged extension in the embedded editor. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Workbench } from '../test/editor/packaged/workbench.ts';
import { SEED } from '../test/editor/workspace.ts';
import { drawIcon } from './icon.ts';
import { takeTour } from './tour.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// A copy, because some pictures show files while they are edited.
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'article-pictures-'));
const samples = path.join(temporary, 'samples');
fs.cpSync(path.join(root, 'samples'), samples, { recursive: true });

await drawIcon();
await takeTour();
let workbench: Workbench;
await take(samples, { 'article.detection': 'off' }, [plain]);
await take(samples, {}, [overview, hovered, problems, quickFix, folded, fieldsView, completed, corpusView]);
await take(newsCorpus(), {}, [corpusOverview]);
await take(
  study(),
  { 'breadcrumbs.filePath': 'last', '[article]': { 'editor.wordWrap': 'bounded', 'editor.wordWrapColumn': 90 } },
  [corenlp],
);
await take(sampleCorpus(), {}, [spanish], 'es');
fs.rmSync(temporary, { recursive: true });

/** Takes some pictures in one window, whose texts of this extension are in a language. */
async function take(
  folder: string,
  settings: Record<string, unknown>,
  pictures: readonly (() => Promise<void>)[],
  language?: string,
): Promise<void> {
  workbench = await Workbench.open({
    ...{ folder, ...(language !== undefined && { language }) },
    viewport: { width: 1200, height: 720 },
    settings: {
      'window.title': path.basename(folder),
      'editor.minimap.enabled': false,
      // Only the tab that the picture is about.
      'workbench.editor.limit.enabled': true,
      'workbench.editor.limit.value': 1,
      'outline.collapseItems': 'alwaysExpand',
      // The fields view has no folder: its whole path, with the temporary folder, would be shown.
      'breadcrumbs.filePath': 'last',
      ...settings,
    },
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
  const seed = fs.readFileSync(path.join(samples, SEED), 'utf8');
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
  await workbench.run('View: Revert and Close Editor');
}

/** All articles of the folder, grouped by problem. */
async function corpusView(): Promise<void> {
  await workbench.openFile(SEED);
  await workbench.run('Articles: Focus on Corpus View');
  await workbench.run('Article: Group Corpus by Problem');
  await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'crossed-fields' }).first().waitFor();
  await picture('corpus');
}

/** The overview of a corpus, with the articles of one week in the corpus view. */
async function corpusOverview(): Promise<void> {
  await workbench.run('Articles: Focus on Corpus View');
  await workbench.run('Article: Open Corpus Overview');
  const tab = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await tab.locator('[data-section="time"] .mark[aria-label^="2023-12-04:"]').click();
  await workbench.page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: '2023-12-10' }).waitFor();
  await tab.locator('.mark[aria-pressed="true"]').waitFor();
  await workbench.page.mouse.move(0, 0);
  await tab.locator('[data-section="time"] h2').evaluate((title) => title.scrollIntoView());
  await picture('corpus-overview');
}

/** What CoreNLP has found: entities and sentences in the fields view, and the hover of a word. */
async function corenlp(): Promise<void> {
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile('truce.txt');
  await workbench.run('Article: Open as Fields');
  const lines = await workbench.until(
    'the fields',
    () => workbench.lines(),
    (found) => found[0] === 'F-N-S-T-A-R-T.',
  );
  await workbench.run('Article: Show Entities and Sentences');
  await workbench.until(
    'the sentences and entities',
    () => workbench.drawnWords(),
    (words) => words.includes('date'),
  );
  const text = lines.findIndex((line) => line.startsWith('Rebels agreed'));
  await workbench.goTo(text + 1, (lines[text] ?? '').indexOf('Tuesday') + 3);
  await workbench.run('Show or Focus Hover');
  await workbench.page.locator('.monaco-hover', { hasText: '2024-04-02' }).first().waitFor();
  await picture('corenlp');
}

/** The corpus view, the problems and the fixes of an article, in Spanish. */
async function spanish(): Promise<void> {
  await workbench.openFile('article_104.txt');
  await workbench.run('Artículos: Focus on Corpus View');
  await workbench.run('Artículo: Agrupar el corpus por problema');
  await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'unmatched-start' }).waitFor();
  await workbench.run('Problems: Focus on Problems View');
  await workbench.until(
    'the rows',
    () => workbench.rows('.markers-panel'),
    (rows) => rows.length > 5,
  );
  await workbench.page.locator('.monaco-editor .view-lines').first().click();
  await workbench.goTo(1, 85);
  await workbench.press(
    'Control+.',
    workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Insertar' }),
  );
  await picture('spanish');
}

function sampleCorpus(): string {
  const folder = path.join(temporary, 'article-samples');
  fs.cpSync(path.join(root, 'sample-corpus'), folder, { recursive: true });
  return folder;
}

/** Articles with the results of the real CoreNLP. */
function study(): string {
  const folder = path.join(temporary, 'study');
  fs.cpSync(path.join(root, 'test/fixtures/corenlp'), folder, { recursive: true });
  return folder;
}

/** A corpus of half a year: few articles on Sundays, none for some weeks, and some that are damaged or too short. */
function newsCorpus(): string {
  const corpus = path.join(temporary, 'news');
  fs.mkdirSync(corpus);
  let number = 0;
  for (let time = Date.UTC(2023, 9, 2); time < Date.UTC(2024, 3, 1); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const isMissing = date > '2024-01-05' && date < '2024-01-26';
    const count = isMissing ? 0 : new Date(time).getUTCDay() === 0 ? 1 : 3 + ((number * 7) % 5);
    for (let i = 0; i < count; i++) {
      number++;
      const words =
        number % 23 === 0 ? 'Page not found.' : `Talks of ${number} go on. `.repeat(10 + ((number * 31) % 60)).trim();
      const written = number % 37 === 0 ? date.slice(2) : date;
      const end = number % 29 === 0 ? '' : 'T-E-X-T-E-N-D. ';
      fs.writeFileSync(
        path.join(corpus, `lf_${number}.txt`),
        ` F-N-S-T-A-R-T. ${number} F-N-E-N-D.  D-A-T-E-S-T-A-R-T. ${written} D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce talks, day ${number} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. ${words} ${end}`,
      );
    }
  }
  return corpus;
}

/** Writes docs/images/NAME.png. */
async function picture(name: string): Promise<void> {
  const file = path.join(root, `docs/images/${name}.png`);
  await workbench.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(`wrote ${path.relative(root, file)}`);
}
