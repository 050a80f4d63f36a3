/** VS Code in Spanish: what people read comes from all parts of the extension, in both hosts. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/generate/index.ts';
import { temporaryFolder } from '../../temporary.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { HOSTS, Workbench } from './workbench.ts';

for (const [host, settings] of Object.entries(HOSTS)) {
  describe(`in a Spanish editor, with the extension in ${host}`, () => {
    let workbench: Workbench;

    before(async function () {
      if (!embeddedEditorRunsHere) this.skip();
      const folder = path.join(temporaryFolder(), 'corpus');
      fs.cpSync(path.join(root, 'sample-corpus'), folder, { recursive: true });
      workbench = await Workbench.open({ folder, settings, language: 'es' });
    });
    after(() => workbench?.close());

    it('problems and their fixes are in Spanish', async () => {
      await workbench.openFile('article_108.txt');
      await workbench.run('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel', { hasText: 'Esto no es una fecha' }).waitFor();
      await workbench.run('View: Toggle Panel Visibility');
      await workbench.goTo(1, 56);
      const fix = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Escribir 2024-03-26' });
      await workbench.press('Control+.', fix);
      await workbench.page.keyboard.press('Escape');
    });

    it('a command has a Spanish title, and so has what it shows', async () => {
      await workbench.start('Artículo: Exportar corpus…');
      const row = workbench.page.locator('.quick-input-list .monaco-list-row', {
        hasText: 'No se cambia ningún valor.',
      });
      await row.waitFor();
      await workbench.page.keyboard.press('Escape');
    });

    it('so has the page of a rule', async () => {
      await workbench.start('Artículo: Mostrar regla');
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'unmatched-start' }).click();
      const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.getByText('Gravedad predeterminada').waitFor();
      await page.locator('a', { hasText: 'Todas las reglas' }).click();
      await page.getByText('Un archivo .articlerc.json establece lo mismo').waitFor();
      await workbench.run('View: Close All Editors');
    });

    it('the corpus view writes days and numbers of articles in Spanish', async () => {
      await workbench.run('Artículos: Focus on Corpus View');
      const view = workbench.page.locator('.tree-explorer-viewlet-tree-view');
      await view.locator('.message', { hasText: '12 artículos en 12 archivos' }).waitFor();
      await view.locator('.monaco-list-row', { hasText: 'febrero de 2024' }).waitFor();
    });

    it('so does the overview', async () => {
      await workbench.run('Artículo: Abrir el resumen del corpus');
      const tab = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await tab.locator('html[lang="es"] h1', { hasText: 'Resumen del corpus' }).waitFor();
      await tab.locator('[data-section="figures"]', { hasText: '12 artículos en 12 archivos' }).waitFor();
    });
  });
}
