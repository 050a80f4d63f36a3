/** Days as the format writes them: YYYY-MM-DD in the Gregorian calendar, as ISO 8601 has it. */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What is wrong with a date, as a sentence; undefined when it is a real day, correctly written. */
export function checkDate(text: string): string | undefined {
  const match = SHAPE.exec(text);
  if (!match) return 'This is not a date of the form YYYY-MM-DD. Write it like 2024-04-09.';
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year === 0) return 'There is no year 0000. Correct the year.';
  if (month < 1 || month > 12) return `There is no month ${match[2]}. Correct the date.`;
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return `${MONTHS[month - 1]} ${year} has no day ${match[3]}; it has ${days} days. Correct the date.`;
  }
  return undefined;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
