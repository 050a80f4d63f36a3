/** What a report on a corpus shows: each part with a title, a sentence, a chart and its table. */
import { counted, plural } from '../counted';
import type { Stats } from '../statistics/statistics';
import { type Bar, barChart, rowChart } from './barChart';

export interface Section {
  readonly title: string;
  /** What the chart shows, in one sentence or two. */
  readonly sentence: string;
  /** SVG; undefined if a table is enough. */
  readonly chart: string | undefined;
  readonly table: Table;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** With more months than this, the chart has years. */
const MOST_MONTHS = 240;

/** The sections of a report, in their order. */
export function sectionsOf(stats: Stats): readonly Section[] {
  return [figures(stats), byTime(stats), byWeekday(stats), byWords(stats), byRule(stats)];
}

function figures(stats: Stats): Section {
  const { files, leftAlone, articles, words, first, last, undated, wordsOfArticle } = stats;
  const { sameNumber, sameText, nearlySameText } = stats;
  const groups = ({ groups: count, articles: all }: Stats['sameText']) =>
    count === 0 ? 'none' : `${plural(count, 'group')} with ${plural(all, 'article')}`;
  const rows: [string, string][] = [
    ['Files', counted(files)],
    ['Files left alone, because they are not articles', counted(leftAlone)],
    ['Articles', counted(articles)],
    ['Words', counted(words)],
    ['Words of an article: smallest, median, largest', wordsOfArticle ? spread(wordsOfArticle) : 'none'],
    ['First day', first ?? 'none'],
    ['Last day', last ?? 'none'],
    ['Articles without a valid date', counted(undated)],
    ['Articles with the same number', groups(sameNumber)],
    ['Articles with the same text', groups(sameText)],
    ['Articles with nearly the same text', nearlySameText ? groups(nearlySameText) : 'not looked for'],
  ];
  return {
    title: 'Figures',
    sentence: `The corpus has ${plural(articles, 'article')} in ${plural(files, 'file')}.`,
    chart: undefined,
    table: { head: ['what', 'figure'], rows },
  };
}

function byTime({ months, wordsByMonth, undated }: Stats): Section {
  const all = Object.entries(months);
  const gaps = all.filter(([, count]) => count === 0).length;
  const isLong = all.length > MOST_MONTHS;
  const unit = isLong ? 'year' : 'month';
  const without =
    undated === 0
      ? ''
      : ` ${plural(undated, 'article')} without a valid date ${undated === 1 ? 'is' : 'are'} not shown.`;
  return {
    title: `Articles by ${unit}`,
    sentence: `${gaps === 0 ? 'Each month has articles' : `${plural(gaps, 'month')} of ${counted(all.length)} ${gaps === 1 ? 'has' : 'have'} no article, and ${isLong ? 'a year without any is' : gaps === 1 ? 'is' : 'are'} shaded`}.${without}`,
    chart: barChart({
      title: `Articles by ${unit}`,
      bars: isLong ? yearsOf(all) : all.map(barOf),
      shadesGaps: true,
    }),
    table: {
      head: ['month', 'articles', 'words: smallest', 'median', 'largest'],
      rows: all.map(([month, count]) => {
        const words = wordsByMonth[month];
        const figures = words ? [words.min, words.median, words.max].map(shownNumber) : ['', '', ''];
        return [month, counted(count), ...figures];
      }),
    },
  };
}

function yearsOf(months: readonly [string, number][]): Bar[] {
  const years = new Map<string, number>();
  for (const [month, count] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count);
  return [...years].map(barOf);
}

function byWeekday({ weekdays }: Stats): Section {
  const all = Object.entries(weekdays);
  const none = all.filter(([, count]) => count === 0).map(([weekday]) => weekday);
  const missing = none.length === 0 || none.length === all.length ? '' : ` No article is of a ${none.join(' or ')}.`;
  return {
    title: 'Articles by weekday',
    sentence: `A scraper that misses weekends leaves a gap here.${missing}`,
    chart: barChart({ title: 'Articles by weekday', bars: all.map(barOf), shadesGaps: true }),
    table: { head: ['weekday', 'articles'], rows: all.map(([weekday, count]) => [weekday, counted(count)]) },
  };
}

function byWords({ articlesByWords, wordsOfArticle }: Stats): Section {
  const all = Object.entries(articlesByWords);
  const bars = all.map(([range, value]) => ({ label: `to ${counted(Number(range.split('-').at(-1)))}`, value }));
  const median = wordsOfArticle
    ? ` Half of the articles have ${shownNumber(wordsOfArticle.median)} words or fewer.`
    : '';
  return {
    title: 'Articles by words',
    sentence: `The scale is logarithmic; very short articles are often pages that could not be scraped.${median}`,
    chart: barChart({ title: 'Articles by the number of their words', bars }),
    table: { head: ['words', 'articles'], rows: all.map(([words, count]) => [words, counted(count)]) },
  };
}

function byRule({ problems }: Stats): Section {
  const all = Object.entries(problems);
  const sum = all.reduce((count, [, one]) => count + one, 0);
  return {
    title: 'Problems by rule',
    sentence:
      sum === 0
        ? 'There are no problems.'
        : `There ${sum === 1 ? 'is' : 'are'} ${plural(sum, 'problem')}; article-format check names each.`,
    chart: sum === 0 ? undefined : rowChart({ title: 'Problems by rule', bars: all.map(barOf) }),
    table: { head: ['rule', 'problems'], rows: all.map(([code, count]) => [code, counted(count)]) },
  };
}

function barOf([label, value]: [string, number]): Bar {
  return { label, value };
}

function spread({ min, median, max }: NonNullable<Stats['wordsOfArticle']>): string {
  return [min, median, max].map(shownNumber).join(', ');
}

/** A median may end in .5. */
function shownNumber(value: number): string {
  return counted(Math.floor(value)) + (value % 1 === 0 ? '' : '.5');
}
