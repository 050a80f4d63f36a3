import { assert } from 'chai';
import { ArticleFigures } from '../../../../server/src/corpus/statistics/articleFigures';
import { spreadOf } from '../../../../server/src/corpus/statistics/spread';
import { type Stats, statsOf } from '../../../../server/src/corpus/statistics/statistics';
import { eraOf, monthsBetween, weekdayOf } from '../../../../server/src/corpus/statistics/time';

type Counted = readonly [date: string, number: string, text: string, words: number];

function figuresOf(articles: readonly Counted[]): ArticleFigures {
  const figures = new ArticleFigures();
  for (const [date, number, digest, words] of articles) figures.addArticle({ date, number, digest, words });
  return figures;
}

/** The figures of articles with these days, numbers, texts and words. */
function stats(...articles: readonly Counted[]): Stats {
  const figures = figuresOf(articles);
  for (const code of 'bacc') figures.addProblem({ code, severity: 'error' });
  return statsOf(figures, { files: 3, leftAlone: 1, nearGroups: undefined });
}

describe('the figures of a corpus', () => {
  it('are counts of articles, words, days and what is repeated', () => {
    const found = stats(
      ['2023-12-31', '1', 'x', 0],
      ['2024-02-30', '2', 'x', 7],
      ['2024-02-29', '3', 'x', 12],
      ['2024-02-01', '3', 'y', 1],
    );
    assert.deepEqual(found, {
      files: 3,
      articles: 4,
      words: 20,
      first: '2023-12-31',
      last: '2024-02-29',
      months: { '2023-12': 1, '2024-01': 0, '2024-02': 2 },
      problems: { c: 2, a: 1, b: 1 },
      leftAlone: 1,
      undated: 1,
      weekdays: { Monday: 0, Tuesday: 0, Wednesday: 0, Thursday: 2, Friday: 0, Saturday: 0, Sunday: 1 },
      wordsOfArticle: { min: 0, median: 4, max: 12 },
      wordsByMonth: {
        '2023-12': { min: 0, median: 0, max: 0 },
        '2024-01': null,
        '2024-02': { min: 1, median: 6.5, max: 12 },
      },
      articlesByWords: { '0': 1, '1-2': 1, '3-5': 0, '6-10': 1, '11-20': 1 },
      sameNumber: { groups: 1, articles: 2 },
      sameText: { groups: 1, articles: 3 },
      nearlySameText: null,
    });
    assert.deepEqual(Object.keys(found.problems), ['c', 'a', 'b']);
  });

  it('count each article of a day', () => {
    const { weekdays, months, wordsByMonth } = stats(['2024-02-29', '1', 'x', 1], ['2024-02-29', '2', 'y', 3]);
    assert.equal(weekdays.Thursday, 2);
    assert.deepEqual([months, wordsByMonth], [{ '2024-02': 2 }, { '2024-02': { min: 1, median: 2, max: 3 } }]);
  });

  it('are also known of no article', () => {
    const found = statsOf(figuresOf([]), { files: 0, leftAlone: 0, nearGroups: [] });
    assert.deepInclude(found, { articles: 0, first: null, last: null, months: {}, wordsOfArticle: null });
    assert.deepInclude(found, { articlesByWords: {}, wordsByMonth: {}, nearlySameText: { groups: 0, articles: 0 } });
  });

  it('are the same when they are counted in several places', () => {
    const articles: Counted[] = [
      ['2023-12-31', '1', 'x', 0],
      ['', '2', 'x', 7],
      ['2024-02-29', '2', 'y', 12],
    ];
    const joined = figuresOf([]);
    for (const each of articles) joined.add(structuredClone(figuresOf([each])));
    assert.deepEqual({ ...joined }, { ...figuresOf(articles) });
  });

  it('count each article once in the ranges of words', () => {
    const words = [0, 1, 2, 3, 5, 6, 10, 11, 20, 21, 50, 51, 100, 101, 999, 12_345];
    const { articlesByWords } = stats(...words.map((count): Counted => ['', '', '', count]));
    assert.equal(
      Object.values(articlesByWords).reduce((a, b) => a + b),
      words.length,
    );
    assert.equal(articlesByWords['51-100'], 2);
    assert.equal(articlesByWords['10001-20000'], 1);
  });
});

describe('the spread of numbers', () => {
  it('has the middle one, or the mean of the two in the middle, as its median', () => {
    assert.deepEqual(spreadOf([10, 9, 100]), { min: 9, median: 10, max: 100 });
    assert.deepEqual(spreadOf([10, 2]), { min: 2, median: 6, max: 10 });
    assert.isNull(spreadOf([]));
  });
});

describe('time', () => {
  it('has all months from one day to another', () => {
    assert.deepEqual(monthsBetween('2023-11-30', '2024-02-01'), ['2023-11', '2023-12', '2024-01', '2024-02']);
    assert.deepEqual(monthsBetween('2024-02-01', '2024-02-28'), ['2024-02']);
    assert.lengthOf(monthsBetween('0001-01-01', '9999-12-31'), 9999 * 12);
  });

  it('knows weekdays in the Gregorian calendar', () => {
    assert.equal(weekdayOf('2023-10-07'), 'Saturday');
    assert.equal(weekdayOf('1969-07-20'), 'Sunday');
    assert.equal(weekdayOf('0099-01-01'), 'Thursday');
  });
});

describe('the days of a corpus that are together', () => {
  it('are all of them, also where years have no article', () => {
    const days = [
      ['2024-04-09', 2],
      ['1950-01-01', 1],
      ['1999-01-01', 0],
    ] as const;
    assert.deepEqual(eraOf(days), { first: '1950-01-01', last: '2024-04-09', far: 0 });
    assert.isUndefined(eraOf([]));
  });

  it('are the greatest group of those with a hundred years or more between them', () => {
    const days = [
      ['1024-04-09', 1],
      ['2023-10-07', 1],
      ['2024-04-09', 3],
      ['2123-04-09', 1],
      ['2999-04-09', 4],
    ] as const;
    assert.deepEqual(eraOf(days), { first: '2023-10-07', last: '2123-04-09', far: 5 });
  });
});
