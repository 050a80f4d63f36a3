import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { articleText } from '../../server/core/articles.ts';
import { temporaryFolder } from '../../temporary.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { Workbench } from './workbench.ts';

const FILES = 4000;
const nameOf = (number: number) => `lf_${number}.txt`;
const healthy = (number: number) =>
  articleText([`${number}`, '2024-04-09', `Truce number ${number}`, `Talks ${number} went on. `.repeat(60)]);
const lostFullStop = (number: number) => healthy(number).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
/** The values end in additional white space, which an editor that trims would remove. */
const MENDABLE = [500, 1500, 2500, 3500];
const OPEN = 2500;
const IMPOSSIBLE_DATE = 3000;

function textOf(number: number): string {
  if (number === IMPOSSIBLE_DATE) return healthy(number).replace('2024-04-09', '2024-02-30');
  return MENDABLE.includes(number) ? lostFullStop(number) : healthy(number);
}

describe('a corpus of 4,000 files in the packaged extension', () => {
  const folder = path.join(temporaryFolder(), 'corpus');
  let workbench: Workbench;

  before(async function () {
    if (!embeddedEditorRunsHere) this.skip();
    fs.mkdirSync(folder);
    for (let number = 1; number <= FILES; number++) fs.writeFileSync(path.join(folder, nameOf(number)), textOf(number));
    const settings = {
      'files.trimTrailingWhitespace': true,
      'files.insertFinalNewline': true,
      'files.trimFinalNewlines': true,
    };
    workbench = await Workbench.open({ folder, settings });
  });
  after(() => workbench?.close());

  const onDisk = (number: number) => fs.readFileSync(path.join(folder, nameOf(number)), 'utf8');
  const counted = (wanted: RegExp) =>
    workbench.until(
      `the problem count ${wanted}`,
      () => workbench.problemCount(),
      (count) => wanted.test(count),
    );
  const problemFiles = async () => {
    const rows = await workbench.rows('.markers-panel-container');
    return rows.flatMap((row) => / (?:in|of) file (lf_\d+\.txt)/.exec(row ?? '')?.[1] ?? []).sort();
  };
  const answer = async (button: string) => {
    const box = workbench.page.locator('.monaco-dialog-box');
    await box.getByRole('button', { name: button }).click();
    await box.waitFor({ state: 'hidden' });
  };

  it('checks typed text from the first moment', async () => {
    await workbench.openFile(nameOf(1));
    await workbench.goTo(1, healthy(1).indexOf('2024-04-09') + 1);
    await workbench.page.keyboard.type('9');
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });

  it('lists exactly the damaged files in the Problems panel', async () => {
    await counted(/Errors: 5\b/);
    await workbench.run('Problems: Focus on Problems View');
    const damaged = [...MENDABLE, IMPOSSIBLE_DATE].map(nameOf).sort();
    await workbench.until('the files', problemFiles, (files) => files.join() === damaged.join());
  });

  it('finds an article by words of its title', async () => {
    await workbench.press('Control+T', workbench.page.locator('.quick-input-widget'));
    await workbench.page.keyboard.type('2718 truce');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Truce number 2718' })
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator(`.tab.active[data-resource-name="${nameOf(2718)}"]`).waitFor();
  });

  it('exports all articles into the file that the dialog names', async () => {
    const { page } = workbench;
    await workbench.start('Article: Export Corpus…');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'JSON Lines' }).waitFor();
    await page.keyboard.press('Enter');
    const target = path.join(folder, 'corpus.jsonl');
    const box = page.locator('.quick-input-widget:visible input[type=text]');
    await workbench.until(
      'the file dialog',
      () => box.inputValue(),
      (value) => value === target,
    );
    await box.press('Enter');
    await page
      .locator('.notification-list-item-message', { hasText: 'Exported 4,000 articles from 4,000 files' })
      .waitFor();
    assert.lengthOf(fs.readFileSync(target, 'utf8').split('\n'), FILES + 1);
    assert.lengthOf(fs.readdirSync(folder), FILES + 1);
  });

  it('fixes all after a preview: closed files byte for byte on disk, an open one in its editor', async () => {
    await workbench.openFile(nameOf(OPEN));
    await workbench.run('Article: Fix All Safe Problems in Corpus…');
    await workbench.page.locator('.tab.active', { hasText: 'Safe Fixes (4 files)' }).waitFor();
    await workbench.page.locator('.multiDiffEntry .char-insert').first().waitFor();
    for (const number of MENDABLE) {
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: nameOf(number) }).waitFor();
      assert.equal(onDisk(number), lostFullStop(number));
    }
    await workbench.page.locator('.quick-input-widget input[type=text]').press('Enter');
    await workbench.page.locator('.monaco-dialog-box').waitFor();
    await answer('Apply');
    await workbench.page.locator('.tab', { hasText: 'Safe Fixes' }).waitFor({ state: 'detached' });
    await counted(/Errors: 1\b/);
    for (const number of MENDABLE) assert.equal(onDisk(number), number === OPEN ? textOf(number) : healthy(number));
    await workbench.page.locator(`.tab.dirty[data-resource-name="${nameOf(OPEN)}"]`).waitFor();
  });

  it('saves the open file without losing a byte', async () => {
    await workbench.openFile(nameOf(OPEN));
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator(`.tab.dirty[data-resource-name="${nameOf(OPEN)}"]`).waitFor({ state: 'detached' });
    assert.equal(onDisk(OPEN), healthy(OPEN));
  });

  it('restores the bytes of the files on disk', async () => {
    await workbench.start('Article: Restore Files Fixed in Corpus…');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '3 files' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await counted(/Errors: 4\b/);
    for (const number of MENDABLE) assert.equal(onDisk(number), number === OPEN ? healthy(number) : textOf(number));
  });

  it('removes a problem when it is fixed', async () => {
    await workbench.openFile(nameOf(500));
    await workbench.run('Article: Fix All Safe Problems in File');
    await counted(/Errors: 3\b/);
  });
});
