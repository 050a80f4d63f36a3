/** A table becomes articles by keyboard, from the palette to the files on disk, with what the VSIX brings to read it. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { parquetWriteFile } from 'hyparquet-writer';
import { article } from '../../server/cli/commandLine.ts';
import { temporaryFolder } from '../../temporary.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { HOSTS, Workbench } from './workbench.ts';

for (const [host, settings] of Object.entries(HOSTS)) {
  describe(`importing in the packaged extension, in ${host}`, () => {
    let folder: string;
    let workbench: Workbench;

    before(async function () {
      if (!embeddedEditorRunsHere) this.skip();
      folder = path.join(temporaryFolder(), 'study');
      fs.mkdirSync(path.join(folder, 'corpus'), { recursive: true });
      const rows = ['id;day;title;text;by', '7;9 de abril de 2024;A truce;Text 7.;N. N.', '8;soon;A;B.;N. N.'];
      fs.writeFileSync(path.join(folder, 'scraped.csv'), `\ufeff${rows.join('\r\n')}\r\n`);
      const columnData = Object.entries({ id: '9', date: '2024-04-09', title: 'A truce', text: 'Text 9.' }).map(
        ([name, value]) => ({ name, data: [value] }),
      );
      parquetWriteFile({ filename: path.join(folder, 'scraped.parquet'), columnData });
      workbench = await Workbench.open({ folder, settings: { ...settings, 'article.additionalFields': ['D-E-S-K'] } });
    });
    after(() => workbench?.close());

    const row = (text: string | RegExp) =>
      workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });

    /** Writes the name of a file or folder into VS Code’s own dialog, and confirms it when the dialog lists it, or what is in it. */
    async function open(what: 'Table' | 'Folder', name: string): Promise<void> {
      const dialog = workbench.page.locator('.quick-input-widget', { hasText: `Import Articles: ${what}` });
      const box = dialog.locator('input[type=text]');
      await workbench.until(
        'the file dialog',
        () => box.inputValue(),
        (value) => value === `${folder}/`,
      );
      await row('corpus').waitFor();
      await box.fill(path.join(folder, name));
      if (what === 'Table') await row(name).waitFor();
      else await row('corpus').waitFor({ state: 'detached' });
      await box.press('Enter');
    }

    /** Chooses a row of the list by keyboard. */
    async function choose(text: string): Promise<void> {
      await workbench.page.locator('.quick-input-widget:visible input[type=text]').fill(text);
      await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
      await workbench.page.keyboard.press('Enter');
    }

    it('shows how a CSV is read, takes the form of its dates, and says what it has left out', async () => {
      await workbench.start('Article: Import Articles…');
      await open('Table', 'scraped.csv');
      for (const text of [
        'number from id',
        'title from title',
        'desk not imported',
        'separator of the columns semicolons',
      ])
        await row(new RegExp(text.replaceAll(' ', '\\s*'))).waitFor();
      await row('No row makes an article').waitFor();
      await choose('form of the dates');
      await workbench.page.locator('.quick-input-widget', { hasText: 'Leave it empty for YYYY-MM-DD' }).waitFor();
      await workbench.page.keyboard.type('D de MMMM de YYYY');
      await workbench.page.keyboard.press('Enter');
      await row('Import 1 article').waitFor();
      await choose('desk');
      await choose('by');
      await row(/desk\s*from by/).waitFor();
      await choose('Import 1 article');
      await open('Folder', 'corpus/');
      const message = 'Imported 1 article from scraped.csv into corpus. 1 row left out.';
      await workbench.page.locator('.notification-list-item-message', { hasText: message }).waitFor();
      const written = article('7').replace('  T-E-X-T-S', '  D-E-S-K-S-T-A-R-T. N. N. D-E-S-K-E-N-D.  T-E-X-T-S');
      assert.equal(fs.readFileSync(path.join(folder, 'corpus/article_7.txt'), 'utf8'), written);
      await workbench.page.locator('.notifications-toasts').getByRole('button', { name: 'Show Which and Why' }).click();
      await workbench.page
        .locator('.view-line', { hasText: /such.as.“soon”/ })
        .first()
        .waitFor();
    });

    it('reads Parquet', async () => {
      await workbench.start('Article: Import Articles…');
      await open('Table', 'scraped.parquet');
      await choose('Import 1 article');
      await open('Folder', 'corpus/');
      const message = 'Imported 1 article from scraped.parquet into corpus.';
      await workbench.page.locator('.notification-list-item-message', { hasText: message }).waitFor();
      assert.equal(fs.readFileSync(path.join(folder, 'corpus/article_9.txt'), 'utf8'), article('9'));
    });
  });
}
