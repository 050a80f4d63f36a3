import { assert } from 'chai';
import type { Chart } from '../../../../server/src/corpus/charts/chart';
import { drawn } from '../../../../server/src/corpus/charts/drawing';
import { pageOf } from '../../../../server/src/corpus/charts/page';
import { Repeats } from '../../../../server/src/corpus/overview/repeats';
import { reportSections } from '../../../../server/src/corpus/overview/report';
import { ArticleFigures } from '../../../../server/src/corpus/statistics/articleFigures';
import { statsOf } from '../../../../server/src/corpus/statistics/statistics';

/** The sections for articles of these days, all with one number. */
function sectionsFor(days: readonly string[], codes: readonly string[] = []) {
  const figures = new ArticleFigures();
  for (const date of days) figures.addArticle({ date, number: '1', digest: date, words: 100 });
  for (const code of codes) figures.addProblem({ code, severity: 'warning' });
  return reportOn(figures);
}

function reportOn(figures: ArticleFigures) {
  const stats = statsOf(figures, { files: 1, leftAlone: 1, nearGroups: undefined });
  return reportSections({ figures, stats, repeats: new Repeats(), notArticles: [{ name: 'notes & co.txt' }] });
}

/** What the bars and gaps of a chart say when the mouse is on them. */
function barsOf(chart: Chart | undefined): string[] {
  const svg = chart ? drawn(chart).svg : '';
  return [...svg.matchAll(/<title>([^<]*)<\/title><rect class="(\w+)"/g)].map(([, title, kind]) => `${kind} ${title}`);
}

const BARS = [
  { label: 'a', value: 10 },
  { label: '<b>', value: 0 },
  { label: 'c', value: 1 },
];
const COLUMNS: Chart = { form: 'columns', title: '"T"', counts: 'articles', bars: BARS };

describe('the figures of a report', () => {
  it('part the words of articles by a sign that is in no number of any language', () => {
    const figures = new ArticleFigures();
    for (const words of [1200, 1201]) figures.addArticle({ date: '2024-01-01', number: '1', digest: '', words });
    const [section] = reportOn(figures);
    const [label, spread] = section?.table.rows[4] ?? [];
    assert.deepEqual([label, spread], ['Words of an article: smallest, median, largest', '1,200 · 1,200.5 · 1,201']);
  });
});

describe('a chart', () => {
  it('has a bar for each value, in proportion, and its figure', () => {
    assert.deepEqual(barsOf(COLUMNS), ['bar a: 10 articles', 'bar c: 1 article']);
    const shaded: Chart = { ...COLUMNS, shadesGaps: true };
    assert.deepEqual(barsOf(shaded), ['bar a: 10 articles', 'gap &lt;b&gt;: 0 articles', 'bar c: 1 article']);
    const { svg } = drawn(shaded);
    const heights = [...svg.matchAll(/class="bar"[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));
    assert.deepEqual(heights, [190, 19]);
    assert.include(svg, 'role="img" aria-label="&quot;T&quot;"');
    assert.lengthOf(barsOf({ ...COLUMNS, form: 'rows' }), 3);
  });

  it('stacks the parts of a bar, and names them', () => {
    const parts = [
      { name: 'error', value: 2 },
      { name: 'warning', value: 0 },
      { name: 'hint', value: 8 },
    ] as const;
    const { svg } = drawn({ ...COLUMNS, form: 'rows', counts: 'problems', bars: [{ label: 'a', value: 10, parts }] });
    assert.include(svg, '<title>a: 10 problems (2 errors, 8 hints)</title>');
    const boxes = [...svg.matchAll(/class="bar (\w+)" x="([\d.]+)" y="28" width="([\d.]+)"/g)];
    assert.deepEqual(
      boxes.map(([, name, x, width]) => [name, Number(x), Number(width)]),
      [
        ['error', 190, 92],
        ['warning', 282, 0],
        ['hint', 282, 368],
      ],
    );
  });

  it('says in words what the colours of its bars mean', () => {
    const parts = [
      { name: 'error', value: 2 },
      { name: 'warning', value: 0 },
      { name: 'information', value: 8 },
    ] as const;
    const { svg } = drawn({ ...COLUMNS, form: 'rows', counts: 'problems', bars: [{ label: 'a', value: 10, parts }] });
    const legend = [...svg.matchAll(/<rect class="bar (\w+)" [^>]*\/><text [^>]*>(\w+)/g)].map(([, bar, word]) => [
      bar,
      word,
    ]);
    assert.deepEqual(legend, [
      ['error', 'error'],
      ['information', 'information'],
    ]);
  });

  it('has round whole numbers at its side, up to the first one that no bar exceeds', () => {
    const scaleTo = (value: number) =>
      [...drawn({ ...COLUMNS, bars: [{ label: 'a', value }] }).svg.matchAll(/text-anchor="end">([\d,]+)/g)].map(
        ([, tick]) => tick,
      );
    assert.deepEqual(scaleTo(1), ['0', '1']);
    assert.deepEqual(scaleTo(22), ['0', '5', '10', '15', '20', '25']);
    assert.deepEqual(scaleTo(204), ['0', '50', '100', '150', '200', '250']);
    assert.deepEqual(scaleTo(100_000), ['0', '20,000', '40,000', '60,000', '80,000', '100,000']);
  });

  it('shows one article among very many, with its figure where there is room', () => {
    const { svg } = drawn({ ...COLUMNS, bars: [...BARS, { label: 'd', value: 100_000 }] });
    assert.match(svg, /<title>c: 1 article<\/title><rect class="bar" [^>]*height="3"/);
    const figures = (chart: Chart) =>
      [...drawn(chart).svg.matchAll(/<text [^>]*text-anchor="middle">([\d,]+)</g)].map(([, figure]) => figure);
    assert.deepEqual(figures({ ...COLUMNS, bars: [...BARS, { label: 'd', value: 100_000 }] }), ['10', '1', '100,000']);
    const many = Array.from({ length: 40 }, () => ({ label: 'a', value: 1000 }));
    assert.isEmpty(figures({ ...COLUMNS, bars: many }));
  });

  it('cuts off no label', () => {
    const bars = Array.from({ length: 44 }, () => ({ label: '2024-06-17', value: 1 }));
    const { svg, width } = drawn({ ...COLUMNS, bars });
    const last = Math.max(...[...svg.matchAll(/<text x="([\d.]+)[^>]*>2024/g)].map(([, x]) => Number(x)));
    assert.isAtMost(last + 5 * 6.6, width);
  });

  it('labels no more bars than there is room for', () => {
    const bars = Array.from({ length: 168 }, (_, i) => ({ label: `2010-${i}`, value: i }));
    const labels = [...drawn({ ...COLUMNS, bars }).svg.matchAll(/<text x="(\d+)[^>]*>2010/g)].map(([, x]) => Number(x));
    assert.isAtLeast(labels.length, 10);
    assert.isAtLeast((labels[1] ?? 0) - (labels[0] ?? 0), 60);
  });

  it('has buttons for a script: as large as the place of the bar, one of them in the order of the Tab key', () => {
    const bars = BARS.map((bar) => ({ ...bar, where: 'title ~ "x"', days: ['2024-01-01', '2024-01-31'] as const }));
    const { svg } = drawn({ ...COLUMNS, bars }, 'buttons');
    assert.include(svg, 'role="group"');
    assert.deepEqual(svg.match(/tabindex="-?\d"/g), ['tabindex="0"', 'tabindex="-1"', 'tabindex="-1"']);
    assert.include(
      svg,
      'aria-label="&lt;b&gt;: 0 articles" data-where="title ~ &quot;x&quot;" data-first="2024-01-01" data-last="2024-01-31">',
    );
    assert.lengthOf(svg.match(/class="hit"[^>]* width="214.03" height="206"/g) ?? [], 3);
    const many = Array.from({ length: 1000 }, (_, i) => ({ label: `${i}`, value: i }));
    assert.equal(drawn({ ...COLUMNS, bars: many }, 'buttons').width, 4077.9);
    assert.equal(drawn({ ...COLUMNS, bars: many }).width, 720);
  });
});

describe('the sections of a report', () => {
  it('name what is missing, in a chart, a table and a sentence', () => {
    const [figures, days, weekdays] = sectionsFor(['2024-01-01', '2024-01-03', '2024-01-03', 'soon']);
    const figure = (what: string) => figures?.table.rows.find(([name]) => name === what)?.[1];
    assert.deepEqual(figure('Articles without a valid date'), { text: 1, where: 'date = none' });
    assert.equal(figure('Articles with the same number'), '1 group with 4 articles');
    assert.deepEqual(barsOf(days?.chart), [
      ...['bar 2024-01-01: 1 article', 'gap 2024-01-02: 0 articles', 'bar 2024-01-03: 2 articles'],
    ]);
    assert.equal(
      days?.sentence,
      '1 day of 3 has no article and is shaded. 1 article without a valid date is not shown.',
    );
    assert.include(weekdays?.sentence, 'No article is of a Tuesday, Thursday, Friday, Saturday or Sunday.');
  });

  it('are those of the overview, with one list of all that repeats', () => {
    const sections = sectionsFor(['2024-01-01'], ['empty-field']);
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['figures', 'time', 'weekdays', 'words', 'problems', 'numbers', 'gaps', 'repeats', 'not-articles'],
    );
    assert.deepEqual(sections[4]?.table.rows, [[{ text: 'empty-field', where: 'rule = empty-field' }, 1, 0, 1, 0, 0]]);
    assert.deepEqual(sections.at(-1)?.table.rows, [['notes & co.txt']]);
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
    assert.equal(count(/<section>/g), 9);
    assert.equal(count(/<svg /g), 5);
    assert.equal(count(/<table /g), 7);
    const open: string[] = [];
    for (const [, end, name = '', rest] of page.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
      if (name === 'meta' || rest?.endsWith('/')) continue;
      if (end) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.isEmpty(open);
  });
});
