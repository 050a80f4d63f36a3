/** What a report on a corpus shows: each part with a title, a sentence, a chart and its table. */
import { counted, plural } from '../counted';
import type { Stats } from '../statistics/statistics';
import { type Era, eraOf, FAR } from '../statistics/time';
import type { Bar, Chart } from './chart';
import { type Cell, shownFigure, type Table } from './table';

export interface Section {
  /** For programs. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in one sentence or two. */
  readonly sentence: string;
  /** Undefined if a table is enough. */
  readonly chart: Chart | undefined;
  readonly table: Table;
}

/** With more months than this, the chart has years. */
const MOST_MONTHS = 240;

/** The sections of a report, in their order. */
export function sectionsOf(stats: Stats): readonly Section[] {
  return [figures(stats), byTime(stats), byWeekday(stats), byWords(stats), byRule(stats)];
}

/** The figures that need no chart. */
export function figures(stats: Stats): Section {
  const { files, leftAlone, articles, words, first, last, undated, wordsOfArticle } = stats;
  const { sameNumber, sameText, nearlySameText } = stats;
  const groups = ({ groups: count, articles: all }: Stats['sameText']) =>
    count === 0 ? 'none' : `${plural(count, 'group')} with ${plural(all, 'article')}`;
  const rows: [string, Cell][] = [
    ['Files', files],
    ...(leftAlone === null ? [] : [['Files left alone, because they are not articles', leftAlone] as [string, number]]),
    ['Articles', articles],
    ['Words', words],
    ['Words of an article: smallest, median, largest', wordsOfArticle ? spread(wordsOfArticle) : 'none'],
    ['First day', first ?? 'none'],
    ['Last day', last ?? 'none'],
    ['Articles without a valid date', undated === 0 ? 0 : { text: undated, where: 'date = none' }],
    ['Articles with the same number', groups(sameNumber)],
    ['Articles with the same text', groups(sameText)],
    ['Articles with nearly the same text', nearlySameText ? groups(nearlySameText) : 'not looked for'],
  ];
  return {
    id: 'figures',
    title: 'Figures',
    sentence: `The corpus has ${plural(articles, 'article')} in ${plural(files, 'file')}.`,
    chart: undefined,
    table: { head: ['what', 'figure'], rows },
  };
}

function byTime({ months, wordsByMonth, undated }: Stats): Section {
  const era = eraOf(Object.entries(months));
  const all = Object.entries(months).filter(([month]) => era && month >= era.first && month <= era.last);
  const gaps = all.filter(([, count]) => count === 0).length;
  const isLong = all.length > MOST_MONTHS;
  const unit = isLong ? 'year' : 'month';
  return {
    id: 'time',
    title: `Articles by ${unit}`,
    sentence: `${gaps === 0 ? 'Each month has articles' : `${plural(gaps, 'month')} of ${counted(all.length)} ${gaps === 1 ? 'has' : 'have'} no article, and ${isLong ? 'a year without any is' : gaps === 1 ? 'is' : 'are'} shaded`}.${notShown(undated, era)}`,
    chart: {
      ...{ form: 'columns', title: `Articles by ${unit}`, noun: 'article' },
      bars: isLong ? yearsOf(all) : all.map(barOf),
      shadesGaps: true,
    },
    table: {
      head: ['month', 'articles', 'words: smallest', 'median', 'largest'],
      rows: all.map(([month, count]) => {
        const words = wordsByMonth[month];
        const figures = words ? [words.min, words.median, words.max] : ['', '', ''];
        return [month, count, ...figures];
      }),
    },
  };
}

/** Which articles a chart of times does not show, and why; empty if it shows all. */
export function notShown(undated: number, era: Era | undefined): string {
  const sentence = (count: number, what: string) =>
    count === 0 ? '' : ` ${plural(count, 'article')} ${what} ${count === 1 ? 'is' : 'are'} not shown.`;
  return (
    sentence(era?.far ?? 0, `with a date ${FAR} years or more before or after all others`) +
    sentence(undated, 'without a valid date')
  );
}

function yearsOf(months: readonly [string, number][]): Bar[] {
  const years = new Map<string, number>();
  for (const [month, count] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count);
  return [...years].map(barOf);
}

/** A strip of weekdays. */
export function byWeekday({ weekdays }: Stats): Section {
  const all = Object.entries(weekdays);
  const none = all.filter(([, count]) => count === 0).map(([weekday]) => weekday);
  const bars = all.map(([label, value]) => ({ label, value, where: `weekday = ${label}` }));
  const missing = none.length === 0 || none.length === all.length ? '' : ` No article is of a ${none.join(' or ')}.`;
  return {
    id: 'weekdays',
    title: 'Articles by weekday',
    sentence: `A scraper that misses weekends leaves a gap here.${missing}`,
    chart: { form: 'columns', title: 'Articles by weekday', noun: 'article', bars, shadesGaps: true },
    table: { head: ['weekday', 'articles'], rows: all },
  };
}

/** Articles by the number of their words, on a logarithmic scale. */
export function byWords({ articlesByWords, wordsOfArticle }: Stats): Section {
  const all = Object.entries(articlesByWords);
  const bars = all.map(([range, value]): Bar => {
    const [from = 0, to = from] = range.split('-').map(Number);
    const where = from === to ? `words = ${from}` : `words >= ${from} && words <= ${to}`;
    return { label: `to ${counted(to)}`, value, where };
  });
  const median = wordsOfArticle
    ? ` Half of the articles have ${shownFigure(wordsOfArticle.median)} words or fewer.`
    : '';
  return {
    id: 'words',
    title: 'Articles by words',
    sentence: `The scale is logarithmic; very short articles are often pages that could not be scraped.${median}`,
    chart: { form: 'columns', title: 'Articles by the number of their words', noun: 'article', bars },
    table: { head: ['words', 'articles'], rows: all },
  };
}

function byRule({ problems }: Stats): Section {
  const all = Object.entries(problems);
  const sum = all.reduce((count, [, one]) => count + one, 0);
  return {
    id: 'problems',
    title: 'Problems by rule',
    sentence:
      sum === 0
        ? 'There are no problems.'
        : `There ${sum === 1 ? 'is' : 'are'} ${plural(sum, 'problem')}; article-format check names each.`,
    chart: sum === 0 ? undefined : { form: 'rows', title: 'Problems by rule', noun: 'problem', bars: all.map(barOf) },
    table: { head: ['rule', 'problems'], rows: all },
  };
}

function barOf([label, value]: [string, number]): Bar {
  return { label, value };
}

function spread({ min, median, max }: NonNullable<Stats['wordsOfArticle']>): string {
  return [min, median, max].map(shownFigure).join(', ');
}
