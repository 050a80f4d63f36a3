import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { SEED } from '../workspace.ts';
import { Workbench } from './workbench.ts';

const seed = fs.readFileSync(path.resolve(import.meta.dirname, '../../../samples', SEED), 'utf8');
const TITLE = 'Can US pressure deliver Israel-Hamas truce in Gaza?';

describe('the fields view of the packaged extension', () => {
  let workbench: Workbench;

  before(async function () {
    if (!embeddedEditorRunsHere) this.skip();
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  const saved = async () => fs.readFileSync(path.join(workbench.folder, SEED), 'utf8');

  /** Waits for the line with the title, which is the eighth of the view. */
  const title = (wanted: string | RegExp) =>
    workbench.until(
      'the title',
      () => workbench.lines(),
      (lines) => (wanted instanceof RegExp ? wanted.test(lines[7] ?? '') : lines[7] === wanted),
    );

  const save = async (text: string) => {
    await workbench.page.keyboard.press('Control+S');
    await workbench.until('the saved file', saved, (content) => content === text);
  };

  it('opens with a button of the editor', async () => {
    await workbench.openFile(SEED);
    await workbench.untilArticle();
    await workbench.page.locator('.editor-actions a[aria-label*="Open as Fields"]').click();
    await title(TITLE);
    await workbench.page.locator(`.tab.active[aria-label*="${SEED} (fields)"]`).waitFor();
  });

  it('folds to its first line', async () => {
    await workbench.run('Fold All');
    await workbench.until(
      'the fold',
      () => workbench.lines(),
      (lines) => lines.filter(Boolean).join('|').startsWith('F-N-S-T-A-R-T.|1986') && lines.length < 5,
    );
    await workbench.run('Unfold All');
  });

  it('keeps unsaved changes when the window is reloaded', async () => {
    await workbench.goTo(8);
    await workbench.page.keyboard.type('Once more: ');
    await title(`Once more: ${TITLE}`);
    await workbench.reload();
    await title(`Once more: ${TITLE}`);
    await workbench.untilArticle();
    assert.equal(await saved(), seed);
    await workbench.goTo(8);
    await save(seed.replace(TITLE, `Once more: ${TITLE}`));
  });

  it('can be saved after the extensions’ process was killed', async () => {
    await workbench.goTo(8);
    await workbench.page.keyboard.type('Again. ');
    await workbench.killExtensionHost();
    await title(`Again. Once more: ${TITLE}`);
    await save(seed.replace(TITLE, `Again. Once more: ${TITLE}`));
  });

  it('asks which version to save when the file has changes in its own editor', async () => {
    await workbench.goTo(8);
    await workbench.page.keyboard.type('View. ');
    await workbench.page.locator(`.tab[data-resource-name="${SEED}"]`).first().click();
    await workbench.until(
      'the file',
      () => workbench.lines(),
      (lines) => lines[0]?.startsWith(' F-N-S-T-A-R-T. ') ?? false,
    );
    await workbench.goTo(1, 2);
    await workbench.page.keyboard.type('File ');
    await workbench.page.locator('.tab', { hasText: '(fields)' }).click();
    await title(/^View\. /);
    const before = await saved();
    await workbench.page.keyboard.press('Control+S');
    const box = workbench.page.locator('.monaco-dialog-box', { hasText: 'Which version do you want to save?' });
    await box.getByRole('button', { name: 'Cancel' }).click();
    await workbench.page.getByText('has changes in another editor').first().waitFor();
    assert.equal(await saved(), before);
    await title(/^View\. /);
    await workbench.page.keyboard.press('Control+S');
    await box.getByRole('button', { name: 'Save This View' }).click();
    await workbench.until('the saved file', saved, (content) => content.includes('T-I-T-L-E-S-T-A-R-T. View. '));
  });
});
