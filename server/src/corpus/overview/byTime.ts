/** Articles by day, week, month or year, with gaps visible. */
import { notShown, type Section } from '../charts/sections';
import { counted, plural } from '../counted';
import { spreadOf } from '../statistics/spread';
import { eraOf } from '../statistics/time';
import type { Collected } from './collected';
import { firstUnit, type Stretch, stretchesBetween, stretchOf, type TimeUnit, unitsFor } from './units';

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
    const { label } = stretchOf(day, unit);
    const known = words.get(label) ?? [];
    words.set(label, known);
    for (const count of ofDay) known.push(count);
  }
  const title = `Articles by ${unit}`;
  return {
    ...{ id: 'time', title, unit, units },
    sentence: `${gaps(stretches, words, unit)}${notShown(stats.undated, era)}`,
    chart: {
      ...{ form: 'columns', title, noun: 'article', shadesGaps: true },
      bars: stretches.map((stretch) => ({
        label: stretch.label,
        value: words.get(stretch.label)?.length ?? 0,
        where: whereBetween(stretch.first, stretch.last),
        days: [stretch.first, stretch.last],
      })),
    },
    table: {
      head: [unit, 'articles', 'words: smallest', 'median', 'largest'],
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

function gaps(stretches: readonly Stretch[], words: ReadonlyMap<string, unknown>, unit: TimeUnit): string {
  if (stretches.length === 0) return 'No article has a valid date.';
  const empty = stretches.filter(({ label }) => !words.has(label)).length;
  const begins = unit === 'week' ? ' Weeks begin on Monday.' : '';
  if (empty === 0) return `Each ${unit} has articles.${begins}`;
  return `${plural(empty, unit)} of ${counted(stretches.length)} ${empty === 1 ? 'has no article and is' : 'have no article and are'} shaded.${begins}`;
}
