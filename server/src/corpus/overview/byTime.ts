/** Articles by day, week, month or year, with gaps visible. */
import * as l10n from '@vscode/l10n';
import { counted, plural } from '../../core/language';
import { HEADING } from '../charts/headings';
import { notShown, type Section } from '../charts/sections';
import { spreadOf } from '../statistics/spread';
import { eraOf } from '../statistics/time';
import type { Collected } from './collected';
import { firstUnit, labelOf, type Stretch, stretchesBetween, type TimeUnit, unitsFor } from './units';

/** A section, and the units that it may have instead of its own. */
export interface TimeSection extends Section {
  readonly unit: TimeUnit;
  readonly units: readonly TimeUnit[];
}

/** The section in a unit; in the one that suits best if there is none, or if it would have too many bars. */
export function byTime({ stats, days }: Pick<Collected, 'stats' | 'days'>, wanted: TimeUnit | undefined): TimeSection {
  const era = eraOf([...days].map(([day, words]) => [day, words.length]));
  const units = era ? unitsFor(era.first, era.last) : [];
  const unit = wanted && units.includes(wanted) ? wanted : firstUnit(era?.first ?? NO_DAY, era?.last ?? NO_DAY);
  const stretches = era ? stretchesBetween(era.first, era.last, unit) : [];
  const words = new Map<string, number[]>();
  for (const [day, ofDay] of days) {
    const label = labelOf(day, unit);
    const known = words.get(label) ?? [];
    words.set(label, known);
    for (const count of ofDay) known.push(count);
  }
  const title = titleOf(unit);
  return {
    ...{ id: 'time', title, unit, units },
    sentence: [...gaps(stretches, words, unit), ...notShown(stats.undated, era)].join(' '),
    chart: {
      ...{ form: 'columns', title, counts: 'articles', shadesGaps: true },
      bars: stretches.map((stretch) => ({
        label: stretch.label,
        value: words.get(stretch.label)?.length ?? 0,
        where: whereBetween(stretch.first, stretch.last),
        days: [stretch.first, stretch.last],
      })),
    },
    table: {
      head: [HEADING[unit], HEADING.articles, HEADING.smallest, HEADING.median, HEADING.largest],
      rows: stretches.map(({ label, first: from, last: to }) => {
        const ofUnit = words.get(label) ?? [];
        const spread = spreadOf(ofUnit);
        const link = { text: label, where: whereBetween(from, to) };
        return [link, ofUnit.length, ...(spread ? [spread.min, spread.median, spread.max] : ['', '', ''])];
      }),
    },
  };
}

const NO_DAY = '2000-01-01';

/** A query for the articles from one day to another one. */
export function whereBetween(first: string, last: string): string {
  return first === last ? `date = ${first}` : `date >= ${first} && date <= ${last}`;
}

/** Sentences on the stretches without articles. */
function gaps(stretches: readonly Stretch[], words: ReadonlyMap<string, unknown>, unit: TimeUnit): readonly string[] {
  if (stretches.length === 0) return [l10n.t('No article has a valid date.')];
  const empty = stretches.filter(({ label }) => !words.has(label)).length;
  const { whole, withGaps } = SENTENCES[unit];
  const found = empty === 0 ? whole() : withGaps(empty, counted(stretches.length));
  return unit === 'week' ? [found, l10n.t('Weeks begin on Monday.')] : [found];
}

const SENTENCES: Readonly<
  Record<TimeUnit, { readonly whole: () => string; readonly withGaps: (count: number, all: string) => string }>
> = {
  day: {
    whole: () => l10n.t('Each day has articles.'),
    withGaps: (count, all) =>
      plural(
        count,
        '{0} day of {1} has no article and is shaded.',
        '{0} days of {1} have no article and are shaded.',
        all,
      ),
  },
  week: {
    whole: () => l10n.t('Each week has articles.'),
    withGaps: (count, all) =>
      plural(
        count,
        '{0} week of {1} has no article and is shaded.',
        '{0} weeks of {1} have no article and are shaded.',
        all,
      ),
  },
  month: {
    whole: () => l10n.t('Each month has articles.'),
    withGaps: (count, all) =>
      plural(
        count,
        '{0} month of {1} has no article and is shaded.',
        '{0} months of {1} have no article and are shaded.',
        all,
      ),
  },
  year: {
    whole: () => l10n.t('Each year has articles.'),
    withGaps: (count, all) =>
      plural(
        count,
        '{0} year of {1} has no article and is shaded.',
        '{0} years of {1} have no article and are shaded.',
        all,
      ),
  },
};

function titleOf(unit: TimeUnit): string {
  switch (unit) {
    case 'day':
      return l10n.t('Articles by day');
    case 'week':
      return l10n.t('Articles by week');
    case 'month':
      return l10n.t('Articles by month');
    case 'year':
      return l10n.t('Articles by year');
  }
}
