/** Other languages than English: no text is outside of the files for translators, and each of these is whole. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { keysOf, localizedFiles, messagesAtLoad, textsOutside } from '../../scripts/generate/bundles';
import { bundleFiles, manifestTextFiles, pageFiles, root } from '../../scripts/generate/index';
import { WEEKDAYS } from '../../server/src/corpus/statistics/time';

/** The properties of package.json that people read. */
const READ = ['title', 'shortTitle', 'category', 'label', 'name', 'contextualTitle', 'contents', 'altText'];
const DESCRIPTIONS = ['description', 'markdownDescription', 'enumDescriptions', 'patternErrorMessage'];

/** Texts of sources that look like messages, but are none. */
const NO_MESSAGES: Readonly<Record<string, readonly string[]>> = {
  // Names: of the language, which VS Code does not translate, and of the output.
  'client/src/node.ts': ['Article'],
  'client/src/browser.ts': ['Article'],
  'client/src/connection/languageClient.ts': ['Article'],
  // The name of a form of files.
  'client/src/corpus/export.ts': ['JSON Lines'],
  // HTML and style sheets.
  'client/src/annotations/decorations.ts': ['none; border-width: 0 0 0 2px; padding: 0 2px 0 3px'],
  'client/src/corpus/overview/page.ts': ['default-src', '<!DOCTYPE'],
  'client/webview/sections.ts': ['button, summary, .mark'],
  // Names of keys.
  'client/webview/brush.ts': ['Shift', 'Enter', 'Escape', 'Home', 'End'],
  // No person sees it: the page is part of the extension.
  'client/webview/overview.ts': ['The page has no ….'],
  // What only the command line and the pages of rules say.
  'server/src/core/fileFindings.ts': ['iconv -f WINDOWS-1252', 'Convert it in VS Code'],
  'server/src/core/repair/accidents.ts': [
    'A text was cut off',
    'A cut took',
    'A part of',
    'A mark,',
    'A label',
    'A marker was',
    'A marker of another field',
    'The white',
    'The same was',
  ],
  'server/src/corpus/rules/near-duplicate.ts': ['Talks about', 'Of 4,000 generated'],
  // The name of a folder.
  'server/src/disk/copies/stateFolder.ts': ['Local'],
  // Keys of maps and states.
  'server/src/core/damage/unmatchedMarkers.ts': ['(end | start) …'],
  // What is in the files of a corpus, in queries, in tables for programs, and in the settings of other programs.
  'server/src/core/text/placeholder.ts': ['Error in'],
  'server/src/corpus/statistics/time.ts': WEEKDAYS,
  'server/src/corpus/charts/sections.ts': WEEKDAYS,
  'server/src/corpus/charts/headings.ts': [
    'words: smallest',
    'words: median',
    'words: largest',
    'numbers used',
    'similarity',
    'first',
    'second',
  ],
  'server/src/corpus/targets/target.ts': ['no TEXT field', 'empty text', 'no valid date'],
  'server/src/corpus/targets/corenlp.ts': ['no valid date', '# For Stanford', 'Articles for Stanford'],
  'server/src/corpus/targets/huggingFace.ts': ['- config_name', 'data_files', 'dtype'],
  // The name of the language, which VS Code does not translate.
  'server/src/lsp/corpus/writing/exportContent.ts': ['Article'],
  'server/src/lsp/corpus/writing/fixContent.ts': ['version …', 'Article'],
  // An error of the client's program.
  'server/src/lsp/features/editCommand.ts': ['There is no command'],
  // Names of programs, and calls of the command line.
  'server/src/corpus/targets/list.ts': ['Stanford CoreNLP', 'Label Studio', 'Hugging Face'],
  'server/src/corpus/query/fields.ts': ['article-format '],
  'server/src/corpus/text/foreignBytes.ts': ['Word', 'Excel'],
  // HTML and SVG.
  'server/src/corpus/charts/drawing.ts': ['<', 'bar …'],
  'server/src/corpus/charts/files.ts': ['<', 'class='],
  'server/src/corpus/overview/markup.ts': ['<'],
};

/** One word for one thing: the terms of the project in each language. All of a translation must use them. */
const WORDS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  es: {
    article: /artículo/,
    'byte order mark': /marca de orden de bytes/,
    chart: /gráfico/,
    column: /columna/,
    corpus: /corpus/,
    'corpus view': /vista del corpus/,
    damage: /dañ/,
    duplicate: /duplicad/,
    field: /campo/,
    'fields view': /vista de campos/,
    file: /archivo/,
    filter: /filtr/,
    folder: /carpeta/,
    headline: /titular/,
    'language server': /servidor de lenguaje/,
    layout: /disposici/,
    'left out': /omit/,
    marker: /marcador/,
    outline: /esquema/,
    overview: /resumen/,
    'read-only': /de solo lectura/,
    row: /fila/,
    rule: /regla/,
    sample: /ejemplo|muestra/,
    sentence: /oraci/,
    setting: /opci|configuración/,
    table: /tabla/,
    title: /título/,
    unsaved: /sin guardar/,
    value: /valor/,
    'white space': /espacios? en blanco/,
    word: /palabra/,
  },
};

describe('package.json', () => {
  const { contributes } = JSON.parse(read('package.json'));

  it('has no text that people read: each is in package.nls.json', () => {
    const shown = textsBelow(contributes, (property) => [...READ, ...DESCRIPTIONS].includes(property));
    assert.isAtLeast(shown.length, 100);
    assert.deepEqual(
      shown.filter((text) => !/^%[^%]+%$/.test(text)),
      [],
    );
  });

  it('has the same keys in every language, and a text for each', () => {
    const english = JSON.parse(read('package.nls.json'));
    assert.isAtLeast(manifestTextFiles.length, 2);
    for (const file of manifestTextFiles) {
      const texts: Record<string, string> = JSON.parse(read(file));
      assert.deepEqual(Object.keys(texts), Object.keys(english), file);
      assert.deepEqual(emptyIn(texts), [], `${file} has no text for these.`);
      for (const [key, text] of Object.entries(texts)) assert.deepEqual(marksIn(text), marksIn(english[key]), key);
    }
  });
});

describe('translations', () => {
  it('name files that exist', () => {
    const files = manifestTextFiles.flatMap((file) =>
      Object.values<string>(JSON.parse(read(file))).filter((text) => text.startsWith('./')),
    );
    assert.isAtLeast(files.length, 12);
    for (const file of files) assert.isTrue(fs.existsSync(path.join(root, file)), file);
  });

  for (const file of [
    ...bundleFiles,
    ...pageFiles,
    ...manifestTextFiles.filter((name) => name !== 'package.nls.json'),
  ]) {
    it(`of ${file} use one word for one thing`, () => {
      const language = file.split('.').at(-2) ?? '';
      const english: Record<string, string> = file.startsWith('l10n/') ? {} : JSON.parse(read('package.nls.json'));
      for (const [key, text] of Object.entries<string>(JSON.parse(read(file)))) {
        for (const [word, its] of Object.entries(WORDS[language] ?? {})) {
          if (new RegExp(`\\b${word}s?\\b`, 'i').test(prose(english[key] ?? key)))
            assert.match(text, new RegExp(its, 'i'), key);
        }
      }
    });
  }
});

describe('messages', () => {
  for (const file of localizedFiles(root)) {
    // VS Code has its language before it loads an extension; the server learns it from its client.
    if (file.startsWith('server/'))
      it(`of ${file} are made when they are said`, () => assert.deepEqual(messagesAtLoad(read(file)), []));

    it(`of ${file} are all for translators`, () => {
      const known = NO_MESSAGES[file] ?? [];
      const outside = textsOutside(read(file));
      assert.deepEqual(
        outside.filter((text) => !known.some((beginning) => text.startsWith(beginning))),
        [],
      );
      for (const text of known)
        assert.isTrue(
          outside.some((found) => found.startsWith(text)),
          `${text} is not there.`,
        );
    });
  }

  for (const file of [...bundleFiles, ...pageFiles]) {
    it(`are all in ${file}, and fill in the same`, () => {
      const texts: Record<string, string> = JSON.parse(read(file));
      assert.isAtLeast(Object.keys(texts).length, 50);
      assert.deepEqual(emptyIn(texts), [], 'There is no text for these.');
      for (const [key, text] of Object.entries(texts)) assert.deepEqual(marksIn(text), marksIn(englishOf(key)), key);
    });
  }

  it('are what calls of t and of plural name; a language has all its plurals', () => {
    const source = `say(vscode.l10n.t('Saved {0}.', name), l10n.t('Done.')); plural(n, '{0} file', '{0} files', t('no'))`;
    assert.deepEqual(keysOf(source, 'de'), ['Saved {0}.', 'Done.', '{0} file', '{0} files']);
    assert.deepEqual(keysOf(source, 'es'), ['Saved {0}.', 'Done.', '{0} file', '{0} files', '{0} files/many']);
  });

  it('are made too early if that is when the module is loaded', () => {
    const early = `const A = l10n.t('A'); const B = { c: [l10n.t('B')] }; class C { static c = plural(n, 'C', 'D') }`;
    assert.deepEqual(messagesAtLoad(early), ['A', 'B', 'C', 'D']);
    const later = `const a = () => l10n.t('A'); const b = { get b() { return l10n.t('B'); } }; class C { c = l10n.t('C') }`;
    assert.deepEqual(messagesAtLoad(later), []);
  });

  it('cannot be put together', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source.
    for (const text of ['`Saved ${name}.`', "'Saved ' + name", 'text']) {
      assert.throws(() => keysOf(`l10n.t(${text})`, 'es'), 'A message must be one text');
    }
  });

  it('are outside if no call names them, with one word or more', () => {
    assert.deepEqual(
      textsOutside("say('Restart'); say(l10n.t('Restart now')); say(l10n.t('{0}', one ? 'is it' : ''))"),
      ['Restart', 'is it'],
    );
  });
});

/** The texts in properties that `isRead` says, in any depth. */
function textsBelow(value: unknown, isRead: (property: string) => boolean, reads = false): string[] {
  if (typeof value === 'string') return reads ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([property, content]) =>
    textsBelow(content, isRead, isRead(property) || (reads && Array.isArray(value))),
  );
}

function emptyIn(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(texts).filter((key) => texts[key] === '');
}

/** The message of a key: `many` and its like are no part of it. */
function englishOf(key: string): string {
  return key.replace(/\/(?:zero|two|few|many)$/, '');
}

/** What a translation must keep: what is filled in, code, links and icons, in any order. */
function marksIn(text: string): readonly string[] {
  return (text.match(/\{\d\}|`[^`]*`|\]\([^)]*\)|\$\([^)]*\)|\$\{\w+\}/g) ?? []).sort();
}

/** A text without what no language translates: code, quotations, links, names of settings, and words in capitals. */
function prose(text: string): string {
  return text.replace(/`[^`]*`|“[^”]*”|"[^"]*"|\]\([^)]*\)|\w+(?:\.\w+)+|\b[A-Z]{2,}\b/g, '');
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
