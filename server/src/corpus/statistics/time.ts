/** Months and weekdays of valid days, without a clock and a time zone. */

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The weekday of a valid day, YYYY-MM-DD, in the Gregorian calendar. */
export function weekdayOf(day: string): Weekday {
  const fromSunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(fromSunday + 6) % 7] as Weekday;
}

/** All months, YYYY-MM, from that of one valid day to that of another one, which is not before it. */
export function monthsBetween(first: string, last: string): string[] {
  const end = last.slice(0, 7);
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let name = first.slice(0, 7); name <= end; ) {
    months.push(name);
    month = (month % 12) + 1;
    if (month === 1) year++;
    if (year > 9999) break;
    name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

/** The news of one corpus are never so many years apart: a date that is so far away is a slip, such as 2999-04-09. */
export const FAR = 100;

/** From the first to the last of some days or months, and how many articles are far away from these. */
export interface Era {
  readonly first: string;
  readonly last: string;
  readonly far: number;
}

/**
 * The days or months, which begin with the year, between which there are never so many years; if there are several such groups, the
 * one with the most articles. Otherwise one slip would make all bars of a chart too narrow to be seen. Undefined if there are none.
 */
export function eraOf(articles: Iterable<readonly [time: string, count: number]>): Era | undefined {
  const sorted = [...articles].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const eras: { first: string; last: string; count: number }[] = [];
  for (const [time, count] of sorted) {
    const era = eras.at(-1);
    if (era && yearOf(time) - yearOf(era.last) < FAR) Object.assign(era, { last: time, count: era.count + count });
    else eras.push({ first: time, last: time, count });
  }
  const [main, ...others] = eras.sort((a, b) => b.count - a.count);
  return main && { first: main.first, last: main.last, far: others.reduce((sum, { count }) => sum + count, 0) };
}

function yearOf(time: string): number {
  return Number(time.slice(0, 4));
}
