import { assert } from 'chai';
import { barChart, rowChart } from '../../../../server/src/corpus/charts/barChart';
import { pageOf } from '../../../../server/src/corpus/charts/page';
import { sectionsOf } from '../../../../server/src/corpus/charts/sections';
import { ArticleFigures } from '../../../../server/src/corpus/statistics/articleFigures';
import { statsOf } from '../../../../server/src/corpus/statistics/statistics';

/** The sections for articles of these days, all with one number. */
function sectionsFor(days: readonly string[], codes: readonly string[] = []) {
  const figures = new ArticleFigures();
  for (const date of days) figures.addArticle({ date, number: '1', digest: date, words: 100 });
  for (const code of codes) figures.addProblem(code);
  return sectionsOf(statsOf(figures, { files: 1, leftAlone: 0, nearGroups: undefined }));
}

/** What the bars and gaps of a chart say when the mouse is on them. */
function barsOf(svg = ''): string[] {
  return [...svg.matchAll(/<rect class="(\w+)"[^>]*><title>([^<]*)/g)].map(([, kind, title]) => `${kind} ${title}`);
}

describe('a chart', () => {
  it('has a bar for each value, in proportion, and its figure', () => {
    const bars = [
      { label: 'a', value: 10 },
      { label: '<b>', value: 0 },
      { label: 'c', value: 5 },
    ];
    assert.deepEqual(barsOf(barChart({ title: '"T"', bars })), ['bar a: 10', 'bar c: 5']);
    const shaded = barChart({ title: '"T"', bars, shadesGaps: true });
    assert.deepEqual(barsOf(shaded), ['bar a: 10', 'gap &lt;b&gt;: 0', 'bar c: 5']);
    const heights = [...shaded.matchAll(/class="bar"[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));
    assert.deepEqual(heights, [190, 95]);
    assert.include(shaded, 'aria-label="&quot;T&quot;"');
    assert.deepEqual(barsOf(rowChart({ title: 'T', bars })), ['bar a: 10', 'bar &lt;b&gt;: 0', 'bar c: 5']);
  });

  it('labels no more bars than there is room for', () => {
    const bars = Array.from({ length: 168 }, (_, i) => ({ label: `month ${i}`, value: i }));
    assert.lengthOf([...barChart({ title: '', bars }).matchAll(/<text[^>]*>month/g)], 12);
  });
});

describe('the sections of a report', () => {
  it('name what is missing, in a chart, a table and a sentence', () => {
    const [figures, months, weekdays] = sectionsFor(['2024-01-01', '2024-03-04', '2024-03-05', 'soon']);
    const figure = (what: string) => figures?.table.rows.find(([name]) => name === what)?.[1];
    assert.equal(figure('Articles without a valid date'), '1');
    assert.equal(figure('Articles with the same number'), '1 group with 4 articles');
    assert.deepEqual(barsOf(months?.chart), ['bar 2024-01: 1', 'gap 2024-02: 0', 'bar 2024-03: 2']);
    assert.equal(
      months?.sentence,
      '1 month of 3 has no article, and is shaded. 1 article without a valid date is not shown.',
    );
    assert.deepEqual(months?.table.rows[1], ['2024-02', '0', '', '', '']);
    assert.include(weekdays?.sentence, 'No article is of a Wednesday or Thursday or Friday or Saturday or Sunday.');
  });

  it('have years in the chart of a long time, and months in its table', () => {
    const [, years] = sectionsFor(['1990-01-01', '2023-12-31']);
    assert.equal(years?.title, 'Articles by year');
    assert.lengthOf(barsOf(years?.chart), 34);
    assert.lengthOf(years?.table.rows ?? [], 34 * 12);
  });

  it('are also made of no article', () => {
    const page = pageOf('Corpus', sectionsFor([]));
    assert.include(page, 'The corpus has 0 articles in 1 file.');
    assert.notMatch(page, /NaN|Infinity/);
  });
});

describe('the page of a report', () => {
  const page = pageOf('<script>alert(1)</script>', sectionsFor(['2024-01-01'], ['invalid-date', 'invalid-date']));

  it('has no script, and nothing from outside', () => {
    assert.include(page, `content="default-src 'none'; style-src 'unsafe-inline'"`);
    assert.notMatch(page, /<script|<link|<img|<iframe|\bon\w+=|\bsrc=|\bhref=|url\(|@import/i);
    assert.deepEqual([...new Set(page.match(/https?:[^"]*/g))], ['http://www.w3.org/2000/svg']);
    assert.include(page, '<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
  });

  it('has a table and a sentence for each chart, and each tag has its end', () => {
    const count = (pattern: RegExp) => [...page.matchAll(pattern)].length;
    assert.equal(count(/<section>/g), 5);
    assert.equal(count(/<svg /g), 4);
    assert.equal(count(/<table /g), 5);
    const open: string[] = [];
    for (const [, end, name = '', rest] of page.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
      if (name === 'meta' || rest?.endsWith('/')) continue;
      if (end) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.isEmpty(open);
  });
});
