import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { packExtension } from '../../../scripts/vsix.ts';
import { embeddedEditorRunsHere } from '../embedded/install.ts';
import { SEED } from '../workspace.ts';
import { Workbench } from './workbench.ts';

const seed = fs.readFileSync(path.resolve(import.meta.dirname, '../../../samples', SEED), 'utf8');

/** An article with the result of the real CoreNLP beside it, which has read the file itself. */
const annotated = Object.fromEntries(
  ['own.txt', 'own.txt.json'].map((name) => [
    name,
    fs.readFileSync(path.resolve(import.meta.dirname, '../../fixtures/corenlp/corpus', name), 'utf8'),
  ]),
);

/** Words that occur only at the end of the real article. */
const LAST_WORDS = 'resuming negotiations. T-E-X-T-E-N-D.';

describe('the packaged extension', () => {
  let workbench: Workbench;

  before(function () {
    if (!embeddedEditorRunsHere) this.skip();
  });

  it('is small', () => {
    // Some 950 kB, of which 60 kB are Spanish, and 90 kB read Parquet: these are loaded only with such a table.
    assert.isBelow(fs.statSync(packExtension()).size, 1_000_000);
  });

  for (const restrictedMode of [false, true]) {
    describe(restrictedMode ? 'in Restricted Mode' : 'in a trusted folder', () => {
      before(async () => {
        workbench = await Workbench.open({ restrictedMode, files: annotated });
      });
      after(() => workbench?.close());

      it('recognises the real article by its content', async () => {
        await workbench.openFile(SEED);
        await workbench.untilArticle();
        assert.match(await workbench.problemCount(), /No Problems/);
      });

      it('colours markers and values', async () => {
        const scopes: string[][] = [];
        for (const column of [3, 18, 40, 53, 100, 200]) {
          await workbench.goTo(1, column);
          scopes.push((await workbench.scopesAtCursor()).slice(0, 1));
        }
        assert.deepEqual(scopes.flat(), [
          'keyword.control.start.article',
          'constant.numeric.file-number.article',
          'keyword.control.start.article',
          'entity.name.type.date.article',
          'markup.heading.title.article',
          'meta.paragraph.text.article',
        ]);
      });

      it('shows article and fields in outline and breadcrumbs', async () => {
        await workbench.run('Explorer: Focus on Outline View');
        await workbench.until(
          'the outline',
          () => workbench.rows('.outline-tree'),
          ([first]) => first?.includes('1986 · Can US pressure deliver Israel-Hamas truce in Gaza?') ?? false,
        );
        await workbench.goTo(1, 100);
        const crumbs = workbench.page.locator('.monaco-breadcrumbs .monaco-breadcrumb-item');
        await workbench.until(
          'the breadcrumbs',
          () => crumbs.allInnerTexts(),
          (found) => found.some((text) => text.includes('TITLE')),
        );
      });

      it('shows the problems of a broken file', async () => {
        await workbench.openFile('every-problem.txt');
        await workbench.until(
          'the count',
          () => workbench.problemCount(),
          (count) => count.includes('Errors: 9') && count.includes('Warnings: 7'),
        );
        await workbench.run('Problems: Focus on Problems View');
        await workbench.until(
          'the row of a problem',
          () => workbench.rows('.markers-panel'),
          (found) => found.some((row) => row?.includes('TITLE is opened here but not closed.')),
        );
        // VS Code paints it red when no bracket closes it, even if the END is only misspelled.
        assert.equal(await workbench.page.locator('.unexpected-closing-bracket').count(), 0);
        await workbench.run('View: Toggle Panel Visibility');
      });

      it('folds articles that span lines', async () => {
        await workbench.openFile('several-articles.txt');
        await workbench.run('Fold All');
        await workbench.until(
          'the fold',
          () => workbench.lines(),
          (lines) => lines.filter(Boolean).length <= 6,
        );
        await workbench.run('Unfold All');
      });

      it('shows its counts in the status bar', async () => {
        await workbench.openFile(SEED);
        const status = workbench.page.locator('#status\\.languageStatus');
        await workbench.until(
          'the status',
          async () => (await status.getAttribute('aria-label')) ?? '',
          (label) => label.includes('1 article · 1,082 words · no problems'),
        );
      });

      it('shows where the cursor is, and moves it with keys', async () => {
        await workbench.openFile('several-articles.txt');
        await workbench.goTo(1, 3);
        const entry = workbench.page.locator('[id="article-format.article-format.article.place"]');
        const says = (place: string) =>
          workbench.until(
            place,
            async () => (await entry.count()) > 0 && (await entry.innerText()),
            (text) => text !== false && text.startsWith(place),
          );
        await says('F-N · article 1 of 3');
        for (const field of ['F-N', 'DATE']) {
          await workbench.page.keyboard.press('Control+Alt+PageDown');
          await says(`${field} · article 1 of 3`);
        }
        await workbench.page.keyboard.press('Control+K');
        await workbench.page.keyboard.press('PageDown');
        await says('F-N · article 2 of 3');
        await workbench.page.keyboard.press('Control+Alt+PageUp');
        await says('TEXT · article 1 of 3');
      });

      it('draws the sentences and entities that CoreNLP has found, until they are hidden', async () => {
        await workbench.openFile('own.txt');
        await workbench.run('Article: Show Entities and Sentences');
        const names = ['1', '2', 'number', '3', '4', 'date', '5', '6', '7', '8', 'person', 'city', '9'];
        await workbench.until(
          'the indexes of sentences and the types of entities',
          () => workbench.drawnWords(),
          (words) => words.join() === names.join(),
        );
        assert.deepEqual(await workbench.linesUnderWords(), ['dotted', 'dotted', 'solid', 'dashed']);
        await workbench.run('Article: Hide Entities and Sentences');
        await workbench.until(
          'the text alone',
          async () => [...(await workbench.drawnWords()), ...(await workbench.linesUnderWords())],
          (left) => left.length === 0,
        );
      });
    });
  }

  describe('on a one-line file', () => {
    let longest: string;

    before(async () => {
      // Settings that users may have for all files; the defaults for articles must win.
      const settings = {
        'editor.emptySelectionClipboard': true,
        'editor.wordWrap': 'off',
        'editor.stopRenderingLineAfter': 10_000,
      };
      const words = 'It was never going to be easy. '.repeat(600);
      longest = seed.replace('A truce between', `${words}A truce between`);
      workbench = await Workbench.open({ settings, files: { 'longest.txt': longest } });
    });
    after(() => workbench?.close());

    it('wraps and draws the whole line', async () => {
      await workbench.openFile('longest.txt');
      await workbench.untilArticle();
      await workbench.page.keyboard.press('Control+End');
      await workbench.until(
        'its last words',
        () => workbench.lines(),
        (lines) => lines.join('').includes(LAST_WORDS),
      );
    });

    it('colours the end of the line', async () => {
      assert.equal((await workbench.scopesAtCursor()).at(-1), 'source.article');
      await workbench.page.keyboard.press('Control+Home');
      await workbench.goTo(1, longest.length - 3);
      assert.include(await workbench.scopesAtCursor(), 'keyword.control.end.article');
    });

    it('is not cut when nothing is selected', async () => {
      await workbench.goTo(1, 10);
      await workbench.page.keyboard.press('Control+X');
      await workbench.page.keyboard.type('x');
      const lines = await workbench.until(
        'the typed letter',
        () => workbench.lines(),
        (found) => found[0]?.includes('x') ?? false,
      );
      assert.match(lines[0] ?? '', /^ F-N-S-T-xA-R-T\./);
    });
  });

  describe('on unusual files', () => {
    before(async () => {
      workbench = await Workbench.open({
        settings: {
          'workbench.editorLargeFileConfirmation': 1024,
          // As if each article were too long for the grammar.
          '[article]': { 'editor.maxTokenizationLineLength': 100 },
        },
        files: {
          'separator.txt': seed.replace('Weeks of', 'Weeks\u2028of'),
          'latin1.txt': Buffer.concat([Buffer.from(seed.trimEnd()), Buffer.from([0x20, 0xe9, 0x0a])]),
          'damaged.txt': seed.replace('T-I-T-L-E-E-N-D.', ''),
          'broken.txt': seed.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D'),
          'huge.txt': `${seed}\n`.repeat(8000),
          '.articlerc.json': '{}',
        },
      });
    });
    after(() => workbench?.close());

    it('suppresses the question whether to remove line separators', async () => {
      await workbench.openFile('separator.txt');
      await workbench.untilArticle();
      assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
    });

    it('has room for all texts of the status item', async () => {
      await workbench.openFile('separator.txt');
      await workbench.untilArticle();
      const { page } = workbench;
      const note = page.locator('.hover-language-status .element', { hasText: 'Rules are set by .articlerc.json.' });
      await page.locator('#status\\.languageStatus').hover();
      await note.waitFor();
      // VS Code does not wrap there, and text that is cut off cannot be scrolled to.
      const cut = await page
        .locator('.hover-language-status > .element')
        .evaluateAll((rows) => rows.filter((row) => row.scrollWidth > 500).map((row) => row.textContent));
      assert.deepEqual(cut, []);
      await page.mouse.move(0, 0);
    });

    it('colours markers and values in a line that is too long for the grammar', async () => {
      await workbench.openFile('separator.txt');
      const parts = workbench.page.locator('.editor-instance .monaco-editor .view-line span span');
      const coloured = await workbench.until(
        'the colours',
        () => parts.allInnerTexts(),
        (texts) => texts.includes('D-A-T-E-S-T-A-R-T.'),
      );
      assert.includeMembers(coloured, ['F-N-S-T-A-R-T.', '1986', '2024-04-09', 'T-I-T-L-E-E-N-D.']);
    });

    it('restores every byte of a damaged file with Ctrl+. and Enter', async () => {
      await workbench.openFile('damaged.txt');
      await workbench.until(
        'the problem',
        () => workbench.problemCount(),
        (count) => count.includes('Errors: 1'),
      );
      await workbench.goTo(1, seed.indexOf('T-I-T-L-E-S-T-A-R-T.') + 3);
      const offered = workbench.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Insert' });
      await workbench.press('Control+.', offered);
      await workbench.page.keyboard.press('Enter');
      await workbench.until(
        'no problem',
        () => workbench.problemCount(),
        (count) => count.includes('No Problems'),
      );
      await workbench.page.keyboard.press('Control+S');
      const saved = async () => fs.readFileSync(path.join(workbench.folder, 'damaged.txt'), 'utf8');
      await workbench.until('the saved file', saved, (text) => text === seed);
    });

    it('warns before saving changes bytes that nobody edited', async () => {
      await workbench.openFile('latin1.txt');
      await workbench.until(
        'the problem',
        () => workbench.problemCount(),
        (count) => count.includes('Errors: 1'),
      );
      await workbench.goTo(1, 2);
      await workbench.page.keyboard.type('x');
      await workbench.page.getByText('would change bytes that you have not edited').first().waitFor();
      await workbench.page.keyboard.press('Control+Z');
    });

    it('fixes with a command as soon as the file is open, in one undo step', async () => {
      await workbench.openFile('broken.txt');
      await workbench.run('Article: Fix All Safe Problems in File');
      const isFixed = (wanted: boolean) =>
        workbench.until(
          wanted ? 'the fix' : 'the text as it was',
          () => workbench.lines(),
          (lines) => lines.join('').includes('T-I-T-L-E-E-N-D.') === wanted,
        );
      await isFixed(true);
      await workbench.page.keyboard.press('Control+Z');
      await isFixed(false);
    });

    it('reports that a file is not an article, and that a healthy file has nothing to fix', async () => {
      const notification = workbench.page.locator('.notifications-toasts .notification-list-item-message');
      await workbench.openFile('notes.txt');
      await workbench.run('Article: Fix All Safe Problems in File');
      await notification.filter({ hasText: 'This file was not recognised as an article.' }).waitFor();
      await workbench.openFile(SEED);
      await workbench.run('Article: Fix All Safe Problems in File');
      await notification.filter({ hasText: 'There is nothing to fix safely in this file.' }).waitFor();
      await workbench.run('Notifications: Clear All Notifications');
    });

    it('says why there is no support over 50 MB', async () => {
      await workbench.openFile('huge.txt');
      await workbench.page.getByText('Over 50 MB: no article support').waitFor();
      await workbench.openFile('separator.txt');
      await workbench.page.getByText('Over 50 MB: no article support').waitFor({ state: 'hidden' });
    });
  });
});
