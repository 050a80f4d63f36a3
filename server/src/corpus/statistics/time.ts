/** Months and weekdays of valid days, without a clock and a time zone. */

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The weekday of a valid day, YYYY-MM-DD, in the Gregorian calendar. */
export function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  const fromSunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(fromSunday + 6) % 7] as (typeof WEEKDAYS)[number];
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
