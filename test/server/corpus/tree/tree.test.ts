import { assert } from 'chai';
import { finished } from '../../../../server/src/core/steps';
import type { CorpusIndex } from '../../../../server/src/corpus/index/corpusIndex';
import { chosenIn, readFilter } from '../../../../server/src/corpus/query/filter';
import type { CorpusRow, Grouping, Order } from '../../../../server/src/corpus/tree/rows';
import { CorpusTree } from '../../../../server/src/corpus/tree/tree';
import { article, BAD_DAY } from '../../core/articles';
import { indexed } from '../indexed';

/** An index of files, and the tree of it, or of those articles of it that a filter shows. */
function corpusOf(texts: Readonly<Record<string, string>>, where?: string): { index: CorpusIndex; tree: CorpusTree } {
  const { index, files, problems, problemsOf } = indexed(texts);
  const chosen = where === undefined ? undefined : finished(chosenIn(readFilter(where), files, problemsOf));
  return { index, tree: new CorpusTree(files, problems, chosen) };
}

/** The rows that a person sees who opens everything, with what is said beside them. */
function drawn(
  tree: CorpusTree,
  grouping: Grouping,
  order: Order = 'ascending',
  path: readonly string[] = [],
): string[] {
  return tree
    .rows(grouping, order, path, 0, 1000)
    .rows.flatMap((row) => [
      `${'  '.repeat(path.length)}${shown(row)}`,
      ...(row.expands ? drawn(tree, grouping, order, row.path) : []),
    ]);
}

function shown({ kind, name, article: found, articles, problems, severity, position }: CorpusRow): string {
  const label = kind === 'article' ? `${found?.number} in ${name}` : name || '(none)';
  const place = position ? ` at ${position.line}:${position.character}` : '';
  return `${label}: ${articles}${problems > 0 ? `, ${problems} (${severity})` : ''}${place}`;
}

describe('tree of the corpus', () => {
  const files = {
    'lf_10.txt': article(10, '2024-04-09'),
    'lf_2.txt': article(2, '2024-04-09'),
    'lf_3.txt': article(3, '2024-03-31'),
    'bad.txt': article(4, BAD_DAY),
    'two.txt': `${article(3, '2024-04-10')}\n${article(6, '9 April')}\n`,
    'sub/bom.txt': `\ufeff${article(7, '2024-03-31')}`,
  };

  it('has months and days, and last what has no valid date', () => {
    assert.deepEqual(drawn(corpusOf(files).tree, 'month'), [
      '2024-03: 2, 2 (warning)',
      '  2024-03-31: 2, 2 (warning)',
      '    3 in lf_3.txt: 1, 1 (warning) at 0:1',
      '    7 in sub/bom.txt: 1, 1 (information) at 0:1',
      '2024-04: 3, 1 (warning)',
      '  2024-04-09: 2',
      '    2 in lf_2.txt: 1 at 0:1',
      '    10 in lf_10.txt: 1 at 0:1',
      '  2024-04-10: 1, 1 (warning)',
      '    3 in two.txt: 1, 1 (warning) at 0:1',
      '(none): 2, 2 (error)',
      '  4 in bad.txt: 1, 1 (error) at 0:1',
      '  6 in two.txt: 1, 1 (error) at 1:1',
    ]);
  });

  it('has the problems, the most serious first, and opens each at its place', () => {
    const date = article(4, BAD_DAY).indexOf(BAD_DAY);
    const number = article(3, BAD_DAY).indexOf('3');
    assert.deepEqual(drawn(corpusOf(files).tree, 'problem'), [
      'invalid-date: 2, 2 (error)',
      `  4 in bad.txt: 1, 1 (error) at 0:${date}`,
      `  6 in two.txt: 1, 1 (error) at 1:${date}`,
      'duplicate-number: 2, 2 (warning)',
      `  3 in lf_3.txt: 1, 1 (warning) at 0:${number}`,
      `  3 in two.txt: 1, 1 (warning) at 0:${number}`,
      'byte-order-mark: 1, 1 (information)',
      '  7 in sub/bom.txt: 1, 1 (information) at 0:0',
    ]);
  });

  it('has the files, numbers in their names by value, and opens those of several articles', () => {
    assert.deepEqual(drawn(corpusOf(files).tree, 'file'), [
      'bad.txt: 1, 1 (error) at 0:1',
      'lf_2.txt: 1 at 0:1',
      'lf_3.txt: 1, 1 (warning) at 0:1',
      'lf_10.txt: 1 at 0:1',
      'sub/bom.txt: 1, 1 (information) at 0:1',
      `two.txt: 2, 2 (error) at 0:${article(3, BAD_DAY).indexOf('3')}`,
      '  3 in two.txt: 1, 1 (warning) at 0:1',
      '  6 in two.txt: 1, 1 (error) at 1:1',
    ]);
  });

  it('has only what a filter shows, in each grouping', () => {
    const shownBy = (where: string, grouping: Grouping) => drawn(corpusOf(files, where).tree, grouping);
    assert.deepEqual(shownBy('date = 2024-04-10', 'month'), [
      '2024-04: 1, 1 (warning)',
      '  2024-04-10: 1, 1 (warning)',
      '    3 in two.txt: 1, 1 (warning) at 0:1',
    ]);
    assert.deepEqual(shownBy('date = none', 'file'), [
      'bad.txt: 1, 1 (error) at 0:1',
      'two.txt: 1, 1 (error) at 1:1', // One article of two, so there is nothing to expand.
    ]);
    assert.deepEqual(shownBy('number = 3', 'file'), [
      'lf_3.txt: 1, 1 (warning) at 0:1',
      'two.txt: 1, 1 (warning) at 0:1',
    ]);
    assert.deepEqual(shownBy('rule = duplicate-number && file ~ two', 'problem'), [
      'duplicate-number: 1, 1 (warning)',
      `  3 in two.txt: 1, 1 (warning) at 0:${article(3, BAD_DAY).indexOf('3')}`,
    ]);
    assert.deepEqual(shownBy('problems = 0 && words > 0', 'file'), ['lf_2.txt: 1 at 0:1', 'lf_10.txt: 1 at 0:1']);
    for (const grouping of ['month', 'problem', 'file'] as const) assert.isEmpty(shownBy('title ~ peace', grouping));
    // A problem of the file as a whole is one of each of its articles.
    const ofFile = corpusOf({ 'two.txt': `\ufeff${article(1)}${article(2)}` }, 'rule = byte-order-mark').tree;
    assert.equal(ofFile.rows('file', 'ascending', [], 0, 9).rows[0]?.articles, 2);
  });

  it('has no row for an article that a filter does not show, and one for a file without articles if it asks for problems', () => {
    const { index, tree } = corpusOf(files, 'number = 6');
    const two = index.get('file:///corpus/two.txt');
    const steps = (line: number) => two && tree.rowsTo('file', 'ascending', two, { line, character: 40 });
    assert.isUndefined(steps(0));
    assert.deepEqual(
      steps(1)?.map(({ row }) => shown(row)),
      ['two.txt: 1, 1 (error) at 1:1'],
    );
    const empty = { 'empty.txt': '\ufeffNothing.' };
    assert.lengthOf(drawn(corpusOf(empty, 'rule = byte-order-mark').tree, 'problem'), 4);
    assert.isEmpty(drawn(corpusOf(empty, 'words < 9').tree, 'problem'));
  });

  it('can begin with the last, or with those that have the most problems', () => {
    const { tree } = corpusOf(files);
    const names = (grouping: Grouping, order: Order) =>
      tree.rows(grouping, order, [], 0, 10).rows.map(({ name }) => name);
    assert.deepEqual(names('month', 'descending'), ['2024-04', '2024-03', '']);
    assert.deepEqual(names('month', 'problems'), ['2024-03', '', '2024-04']);
    assert.deepEqual(names('file', 'descending').slice(0, 2), ['two.txt', 'sub/bom.txt']);
    assert.deepEqual(names('file', 'problems').slice(0, 3), ['two.txt', 'bad.txt', 'lf_3.txt']);
  });

  it('gives every row exactly once, page by page, and as many articles and problems as the index has', () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, i) => [
        `lf_${i}.txt`,
        article(i % 200, i % 40 === 0 ? BAD_DAY : `20${10 + (i % 9)}-01-${10 + (i % 20)}`).repeat(i % 3 ? 1 : 2),
      ]),
    );
    const { index, tree } = corpusOf(many);
    const leaves = (grouping: Grouping, path: readonly string[]): CorpusRow[] => {
      const rows: CorpusRow[] = [];
      for (let total = 1; rows.length < total; ) {
        const page = tree.rows(grouping, 'descending', path, rows.length, rows.length + 7);
        assert.isAtMost(page.rows.length, 7);
        rows.push(...page.rows);
        total = page.total;
      }
      return rows.flatMap((row) => {
        if (!row.expands) return row;
        const below = leaves(grouping, row.path);
        assert.equal(sum(below, 'articles'), row.articles, row.name);
        assert.equal(sum(below, 'problems'), row.problems, row.name);
        return below;
      });
    };
    const problems = index.inOrder.reduce((all, { uri, count }) => all + count + index.across(uri).length, 0);
    for (const grouping of ['month', 'file', 'problem'] as const) {
      const all = leaves(grouping, []);
      assert.lengthOf(new Set(all.map(({ path }) => path.join('\n'))), all.length);
      if (grouping !== 'problem') assert.equal(sum(all, 'articles'), index.articles);
      assert.equal(sum(all, 'problems'), problems);
    }
  });

  it('leads to each article, and says which row of its siblings each step is', () => {
    const { index, tree } = corpusOf(files);
    const steps = (grouping: Grouping, name: string, line = 0) => {
      const file = index.get(`file:///corpus/${name}`);
      const found = file && tree.rowsTo(grouping, 'ascending', file, { line, character: 40 });
      for (const { row, index: place } of found ?? []) {
        const [same] = tree.rows(grouping, 'ascending', row.path.slice(0, -1), place, place + 1).rows;
        assert.deepEqual(same, row);
      }
      return found?.map(({ row, index: place }) => `${place} ${shown(row)}`);
    };
    assert.deepEqual(steps('month', 'lf_10.txt'), [
      '1 2024-04: 3, 1 (warning)',
      '0 2024-04-09: 2',
      '1 10 in lf_10.txt: 1 at 0:1',
    ]);
    assert.deepEqual(steps('month', 'two.txt', 1), ['2 (none): 2, 2 (error)', '1 6 in two.txt: 1, 1 (error) at 1:1']);
    assert.deepEqual(steps('file', 'two.txt', 1)?.at(-1), '1 6 in two.txt: 1, 1 (error) at 1:1');
    assert.deepEqual(steps('problem', 'two.txt', 1)?.[0], '0 invalid-date: 2, 2 (error)');
    assert.isUndefined(steps('problem', 'lf_2.txt'));
  });

  it('lists a file without any article by its problem', () => {
    const { tree } = corpusOf({ 'empty.txt': '\ufeffNothing.' });
    assert.deepEqual(drawn(tree, 'month'), []);
    assert.deepEqual(drawn(tree, 'problem').slice(-1), ['  empty.txt: 0, 1 (information) at 0:0']);
  });
});

function sum(rows: readonly CorpusRow[], what: 'articles' | 'problems'): number {
  return rows.reduce((total, row) => total + row[what], 0);
}
