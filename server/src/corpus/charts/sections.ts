/** Parts of a report on a corpus, each with a title, a sentence, a chart and its table: those of the command line and of the editor. */
import * as l10n from '@vscode/l10n';
import { anyOf, counted, plural } from '../../core/language';
import type { Stats } from '../statistics/statistics';
import { type Era, FAR, type Weekday } from '../statistics/time';
import type { Bar, Chart } from './chart';
import { HEADING } from './headings';
import type { Cell, Table } from './table';

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

/** The figures that need no chart. */
export function figures(stats: Stats): Section {
  const { files, leftAlone, articles, words, first, last, undated, wordsOfArticle } = stats;
  const { sameNumber, sameText, nearlySameText } = stats;
  const rows: [string, Cell][] = [
    [l10n.t('Files'), files],
    [l10n.t('Files left alone, because they are not articles'), leftAlone],
    [l10n.t('Articles'), articles],
    [l10n.t('Words'), words],
    [
      l10n.t('Words of an article: smallest, median, largest'),
      wordsOfArticle ? spread(wordsOfArticle) : l10n.t('none'),
    ],
    [l10n.t('First day'), first ?? l10n.t('none')],
    [l10n.t('Last day'), last ?? l10n.t('none')],
    [l10n.t('Articles without a valid date'), undated === 0 ? 0 : { text: undated, where: 'date = none' }],
    [l10n.t('Articles with the same number'), groups(sameNumber)],
    [l10n.t('Articles with the same text'), groups(sameText)],
    [l10n.t('Articles with nearly the same text'), nearlySameText ? groups(nearlySameText) : l10n.t('not looked for')],
  ];
  return {
    id: 'figures',
    title: l10n.t('Figures'),
    sentence: l10n.t('The corpus has {0} in {1}.', articlesIn(articles), plural(files, '{0} file', '{0} files')),
    chart: undefined,
    table: { head: [HEADING.what, HEADING.figure], rows },
  };
}

function groups({ groups: count, articles }: Stats['sameText']): string {
  return count === 0
    ? l10n.t('none')
    : plural(count, '{0} group with {1}', '{0} groups with {1}', articlesIn(articles));
}

function articlesIn(count: number): string {
  return plural(count, '{0} article', '{0} articles');
}

/** Which articles a chart of times does not show, and why, as sentences; none if it shows all. */
export function notShown(undated: number, era: Era | undefined): readonly string[] {
  const far = era?.far ?? 0;
  return [
    ...(far === 0
      ? []
      : [
          plural(
            far,
            '{0} article with a date {1} years or more before or after all others is not shown.',
            '{0} articles with a date {1} years or more before or after all others are not shown.',
            FAR,
          ),
        ]),
    ...(undated === 0
      ? []
      : [
          plural(
            undated,
            '{0} article without a valid date is not shown.',
            '{0} articles without a valid date are not shown.',
          ),
        ]),
  ];
}

/** A strip of weekdays. */
export function byWeekday({ weekdays }: Stats): Section {
  const all = Object.entries(weekdays) as [Weekday, number][];
  const none = all.filter(([, count]) => count === 0).map(([weekday]) => weekdayName(weekday));
  const bars = all.map(([weekday, value]) => ({
    ...{ label: weekdayName(weekday), value, where: `weekday = ${weekday}` },
  }));
  const gap = l10n.t('A scraper that misses weekends leaves a gap here.');
  const isPartly = none.length > 0 && none.length < all.length;
  return {
    id: 'weekdays',
    title: l10n.t('Articles by weekday'),
    sentence: isPartly ? `${gap} ${l10n.t('No article is of a {0}.', anyOf(none))}` : gap,
    chart: { form: 'columns', title: l10n.t('Articles by weekday'), counts: 'articles', bars, shadesGaps: true },
    table: {
      head: [HEADING.weekday, HEADING.articles],
      rows: all.map(([weekday, count]) => [{ text: weekday, shown: weekdayName(weekday) }, count]),
    },
  };
}

/** The name of a weekday, which a query has in English. */
function weekdayName(weekday: Weekday): string {
  switch (weekday) {
    case 'Monday':
      return l10n.t('Monday');
    case 'Tuesday':
      return l10n.t('Tuesday');
    case 'Wednesday':
      return l10n.t('Wednesday');
    case 'Thursday':
      return l10n.t('Thursday');
    case 'Friday':
      return l10n.t('Friday');
    case 'Saturday':
      return l10n.t('Saturday');
    case 'Sunday':
      return l10n.t('Sunday');
  }
}

/** Articles by the number of their words, on a logarithmic scale. */
export function byWords({ articlesByWords, wordsOfArticle }: Stats): Section {
  const all = Object.entries(articlesByWords);
  const bars = all.map(([range, value]): Bar => {
    const [from = 0, to = from] = range.split('-').map(Number);
    const where = from === to ? `words = ${from}` : `words >= ${from} && words <= ${to}`;
    return { label: l10n.t('to {0}', counted(to)), value, where };
  });
  const scale = l10n.t('The scale is logarithmic; very short articles are often pages that could not be scraped.');
  return {
    id: 'words',
    title: l10n.t('Articles by words'),
    sentence: wordsOfArticle
      ? `${scale} ${l10n.t('Half of the articles have {0} words or fewer.', counted(Math.floor(wordsOfArticle.median)))}`
      : scale,
    chart: { form: 'columns', title: l10n.t('Articles by the number of their words'), counts: 'articles', bars },
    table: { head: [HEADING.words, HEADING.articles], rows: all },
  };
}

function spread({ min, median, max }: NonNullable<Stats['wordsOfArticle']>): string {
  return [min, median, max].map(counted).join(' · ');
}
