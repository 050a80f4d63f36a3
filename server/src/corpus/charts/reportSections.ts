/** The sections of a report on the command line, which is in English. */
import { counted } from '../../core/language';
import type { Stats } from '../statistics/statistics';
import { eraOf } from '../statistics/time';
import type { Bar } from './chart';
import { HEADING } from './headings';
import { byWeekday, byWords, figures, notShown, type Section } from './sections';

/** With more months than this, the chart has years. */
const MOST_MONTHS = 240;

/** The sections of a report, in their order. */
export function sectionsOf(stats: Stats): readonly Section[] {
  return [figures(stats), byTime(stats), byWeekday(stats), byWords(stats), byRule(stats)];
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
    sentence: [gapsIn(gaps, all.length, isLong), ...notShown(undated, era)].join(' '),
    chart: {
      ...{ form: 'columns', title: `Articles by ${unit}`, counts: 'articles' },
      bars: isLong ? yearsOf(all) : all.map(barOf),
      shadesGaps: true,
    },
    table: {
      head: [HEADING.month, HEADING.articles, HEADING.smallest, HEADING.median, HEADING.largest],
      rows: all.map(([month, count]) => {
        const words = wordsByMonth[month];
        const figuresOf = words ? [words.min, words.median, words.max] : ['', '', ''];
        return [month, count, ...figuresOf];
      }),
    },
  };
}

function gapsIn(gaps: number, months: number, isLong: boolean): string {
  if (gaps === 0) return 'Each month has articles.';
  const shaded = isLong ? 'a year without any is' : gaps === 1 ? 'is' : 'are';
  const empty = gaps === 1 ? 'month of' : 'months of';
  return `${counted(gaps)} ${empty} ${counted(months)} ${gaps === 1 ? 'has' : 'have'} no article, and ${shaded} shaded.`;
}

function yearsOf(months: readonly [string, number][]): Bar[] {
  const years = new Map<string, number>();
  for (const [month, count] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count);
  return [...years].map(barOf);
}

function byRule({ problems }: Stats): Section {
  const all = Object.entries(problems);
  const sum = all.reduce((count, [, one]) => count + one, 0);
  const title = 'Problems by rule';
  return {
    id: 'problems',
    title,
    sentence: problemsIn(sum),
    chart: sum === 0 ? undefined : { form: 'rows', title, counts: 'problems', bars: all.map(barOf) },
    table: { head: [HEADING.rule, HEADING.problems], rows: all },
  };
}

function problemsIn(count: number): string {
  if (count === 0) return 'There are no problems.';
  return `There ${count === 1 ? 'is 1 problem' : `are ${counted(count)} problems`}; article-format check names each.`;
}

function barOf([label, value]: [string, number]): Bar {
  return { label, value };
}
