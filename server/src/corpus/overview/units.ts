/** Days, weeks, months and years of a corpus, without gaps. */

export const TIME_UNITS = ['day', 'week', 'month', 'year'] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

/** A stretch of time. Its ends are valid days, YYYY-MM-DD. */
export interface Stretch {
  readonly label: string;
  readonly first: string;
  readonly last: string;
}

/** In milliseconds. */
const DAY = 86_400_000;

/** A chart has at most so many bars of a unit, except years. */
const MOST_BARS = 1000;

/** A chart begins with the finest unit that has at most so many bars. */
const ENOUGH_BARS = 130;

/** About as many days as a unit has. */
const LENGTH: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** The units that a chart from one valid day to another can have, from fine to coarse. */
export function unitsFor(first: string, last: string): readonly TimeUnit[] {
  return TIME_UNITS.filter((unit) => unit === 'year' || daysIn(first, last) / LENGTH[unit] <= MOST_BARS);
}

/** The unit that such a chart has at first. */
export function firstUnit(first: string, last: string): TimeUnit {
  return TIME_UNITS.find((unit) => daysIn(first, last) / LENGTH[unit] <= ENOUGH_BARS) ?? 'year';
}

function daysIn(first: string, last: string): number {
  return (timeOf(last) - timeOf(first)) / DAY + 1;
}

/** The label of the stretch that a valid day is in. A week begins on Monday, and has its first day as its label. */
export function labelOf(day: string, unit: TimeUnit): string {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return dayAt(mondayOf(day));
    case 'month':
      return day.slice(0, 7);
    default:
      return day.slice(0, 4);
  }
}

/** The stretch that a valid day is in. */
export function stretchOf(day: string, unit: TimeUnit): Stretch {
  const label = labelOf(day, unit);
  const [year = 0, month = 0] = day.split('-').map(Number);
  switch (unit) {
    case 'day':
      return { label, first: day, last: day };
    case 'week':
      return { label, first: label, last: dayAt(mondayOf(day) + 6 * DAY) };
    case 'month':
      return { label, first: `${label}-01`, last: dayAt(startOfMonth(year, month) - DAY) };
    default:
      return { label, first: `${label}-01-01`, last: `${label}-12-31` };
  }
}

/** The first moment of the Monday on or before a day. */
function mondayOf(day: string): number {
  const time = timeOf(day);
  return time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
}

/** All stretches from that of one valid day to that of another one, which is not before it. */
export function stretchesBetween(first: string, last: string, unit: TimeUnit): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = first; ; ) {
    const stretch = stretchOf(day, unit);
    stretches.push(stretch);
    if (stretch.last >= last) return stretches;
    day = dayAt(timeOf(stretch.last) + DAY);
  }
}

/** The first moment of the month after this one, which is counted from 1. */
function startOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const [EARLIEST, LATEST] = ['0001-01-01', '9999-12-31'];

/** The day at a moment; the first or the last day that can be written, if the moment is before or after all of these. */
function dayAt(time: number): string {
  if (time < timeOf(EARLIEST)) return EARLIEST;
  return time > timeOf(LATEST) ? LATEST : new Date(time).toISOString().slice(0, 10);
}
