/** tree-sitter-article: the parser in the project is that of the table, and reads anything without an error of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { Language, type Node, Parser, Query } from 'web-tree-sitter';
import { root } from '../../scripts/generate/index';
import { FIELDS, fieldRank, markerText } from '../../server/src/core/format';
import { scanMarkers } from '../../server/src/core/markers/scanner';
import { anyDocument, articleText } from '../server/core/articles';

const FOLDER = path.join(root, 'tree-sitter-article');
const read = (file: string) => fs.readFileSync(path.join(FOLDER, file), 'utf8');
const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks 🕊 failed.']);

describe('tree-sitter-article', () => {
  let parser: Parser;
  let language: Language;

  before(async () => {
    await Parser.init();
    language = await Language.load(path.join(FOLDER, 'tree-sitter-article.wasm'));
    parser = new Parser();
    parser.setLanguage(language);
  });

  const treeOf = (text: string) => parser.parse(text)?.rootNode as Node;

  it('was made from the grammar', () => {
    const grammar = read('src/grammar.json');
    const sources = read('src/parser.c');
    for (const { marker, kind } of FIELDS) {
      for (const side of ['start', 'end'] as const) assert.include(grammar, `"${markerText(marker, side)}"`);
      assert.include(sources, `"${kind}_field"`);
    }
    const names = [...read('grammar.js').matchAll(/^ {4}(\w+): \(/gm)].map(([, name]) => name);
    assert.sameMembers(names, Object.keys(JSON.parse(grammar).rules));
    assert.equal(language.name, 'article');
  });

  it('has a node for each field of the table', () => {
    const fields = treeOf(HEALTHY).namedChildren[0]?.namedChildren.map((field) =>
      field?.namedChildren.map((node) => `${node?.type} ${node?.text}`),
    );
    const values = ['1986', '2024-04-09', 'Truce', 'Talks 🕊 failed.'];
    assert.deepEqual(
      fields,
      FIELDS.map(({ marker, kind }, at) => [
        `start_marker ${markerText(marker, 'start')}`,
        `${kind} ${values[at]}`,
        `end_marker ${markerText(marker, 'end')}`,
      ]),
    );
  });

  it('finds each START of the format in any document, and no error', () => {
    fc.assert(
      // To tree-sitter, U+0000 is no character.
      fc.property(
        anyDocument.map((text) => text.replaceAll('\0', ' ')),
        (text) => {
          const tree = treeOf(text);
          assert.isFalse(tree.hasError, tree.toString());
          const starts = [...scanMarkers(text)].filter(
            ({ side, letters }) => side === 'start' && fieldRank(letters) !== -1,
          );
          const found = tree.descendantsOfType('start_marker').map((node) => node?.startIndex);
          const places = starts.map(({ end, letters }) => end - markerText(letters, 'start').length);
          // With the beginning of a marker stuck to it, as in `T-E-X-F-N-S-T-A-R-T.`, it is that of a user-defined field here.
          assert.includeMembers(
            found,
            places.filter((at) => text[at - 1] !== '-'),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has colours for markers, values, and what is wrong', () => {
    const query = new Query(language, read('queries/highlights.scm'));
    const text = HEALTHY.replace('2024-04-09', '9 April').replace('failed.', 'failed. T-I-T-L-E-E-N-D.');
    const shown = query
      .captures(treeOf(text))
      .filter(({ name }) => !/spell/.test(name))
      .map(({ name, node }) => `${name}: ${node.text}`);
    assert.includeMembers(shown, [
      'keyword: T-E-X-T-S-T-A-R-T.',
      'constant.numeric: 1986',
      'error: 9 April',
      'markup.heading: Truce',
      'error: T-I-T-L-E-E-N-D.',
      'keyword: T-E-X-T-E-N-D.',
    ]);
  });

  it('folds articles and fields', () => {
    const query = new Query(language, read('queries/folds.scm'));
    const folds = query.captures(treeOf(HEALTHY)).map(({ node }) => node.type);
    assert.deepEqual(folds, ['article', ...FIELDS.map(({ kind }) => `${kind}_field`)]);
    new Query(language, read('queries/injections.scm'));
  });
});
