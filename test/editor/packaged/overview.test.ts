/** The overview’s tab outlives a reload of the window, in both hosts. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../../scripts/generate/index.ts';
import { temporaryFolder } from '../../temporary.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { HOSTS, Workbench } from './workbench.ts';

for (const [host, settings] of Object.entries(HOSTS)) {
  describe(`the overview of the packaged extension, in ${host}`, () => {
    let workbench: Workbench;

    before(async function () {
      if (!embeddedEditorRunsHere) this.skip();
      const folder = path.join(temporaryFolder(), 'corpus');
      fs.cpSync(path.join(root, 'sample-corpus'), folder, { recursive: true });
      workbench = await Workbench.open({ folder, settings });
    });
    after(() => workbench?.close());

    /** The page in the tab of the overview. */
    const tab = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

    it('restores the overview when the window is reloaded, with its unit and where it was scrolled to', async () => {
      await workbench.openFile('article_108.txt'); // Where no article was seen yet, the command is not offered.
      await workbench.run('Article: Open Corpus Overview');
      const scrolled = () =>
        tab()
          .locator('body')
          .evaluate(() => Math.trunc(window.scrollY));
      await tab().locator('[data-unit="year"]').click();
      await tab().locator('[data-unit="year"][aria-pressed="true"]').waitFor();
      await tab()
        .locator('[data-section="problems"] h2')
        .evaluate((title) => title.scrollIntoView());
      const before = await workbench.until('the page to scroll', scrolled, (place) => place > 100);
      await workbench.untilKept(`"unit":"year","scroll":${before}`);
      await workbench.reload();
      await tab().locator('[data-unit="year"][aria-pressed="true"]').waitFor();
      await workbench.until('the place', scrolled, (place) => place === before);
      await workbench.run('Article: Open Corpus Overview');
      assert.equal(await workbench.page.locator('.tab', { hasText: 'Corpus Overview' }).count(), 1);
    });
  });
}
