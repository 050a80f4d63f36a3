/** Dates as the format writes them: YYYY-MM-DD in the Gregorian calendar (ISO 8601). */

import * as l10n from '@vscode/l10n';
import { MONTHS, monthInWords } from '../language';
import { monthsNamed, saysNoDay, withPlainDigits } from './dateWords';

/** No newspaper is older: the first one is of 1605. The years of Islamic and Persian calendars are now about 1400. */
export const FIRST_NEWSPAPERS = '1600';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What is wrong with a date, as a sentence; undefined when it is a real day and correctly written. */
export function checkDate(text: string): string | undefined {
  const match = SHAPE.exec(text);
  if (!match) return l10n.t('This is not a date in the form YYYY-MM-DD. Write it like 2024-04-09.');
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year === 0) return l10n.t('There is no year 0000. Correct the year.');
  if (month < 1 || month > 12) return l10n.t('There is no month {0}. Correct the date.', match[2] ?? '');
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return l10n.t('{0} has no day {1}; it has {2} days. Correct the date.', monthInWords(text), match[3] ?? '', days);
  }
  return undefined;
}

/** The day of a moment by the local time, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/**
 * The days, YYYY-MM-DD, that a date in another form can mean, the most likely first: `April 9, 2024`, `9 de abril de 2024`, `9/4/24`,
 * `20240409`, `2024-04-09T12:00:00Z`. Empty when it cannot be read, is not a real day, or is older than newspapers.
 */
export function readDates(text: string): readonly string[] {
  if (text.length > LONGEST_DATE) return [];
  const words = withPlainDigits(text.toLowerCase())
    .replace(TIME, '')
    .match(/\d+|[\p{L}\p{M}]+/gu);
  const parts = (words ?? []).filter((word) => !FILLER.test(word));
  const days = parts.every((part) => /^\d/.test(part)) ? readNumbers(parts, text) : readNamed(parts);
  return [...new Set(days)].filter((day) => day >= FIRST_NEWSPAPERS && checkDate(day) === undefined);
}

/** A longer value is more than a date, or not a date. */
const LONGEST_DATE = 60;

/** A time of day after a date, with a word such as `at` or `às`, and everything after it. */
const TIME = /(?:[\s,]+(?:\p{L}{1,4}\s+)?\d{1,2}(?::\d{2}|h)|(?<=\d)t\d{2}).*$/su;

/** Words of a date that do not say which day it is: English weekdays, `of`, and the ends of `9th`, `1er` and `1º`. */
const FILLER = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|of|st|nd|rd|th|er|[ºª])$/;

/** The readings of a date in digits only. */
function readNumbers(numbers: readonly string[], text: string): readonly string[] {
  const compact = numbers.length === 1 && /^(\d{4})(\d{2})(\d{2})$/.exec(numbers[0] as string);
  if (compact) return [isoDate(compact[1], compact[2], compact[3])];
  if (numbers.length !== 3) return [];
  const [a, b, c] = numbers;
  if (a?.length === 4) {
    const day = isoDate(a, b, c);
    return checkDate(day) === undefined ? [day] : [isoDate(a, c, b)];
  }
  const ambiguous = [isoDate(c, b, a), isoDate(c, a, b)];
  return c?.length === 2 && text.includes('-') ? [isoDate(a, b, c), ...ambiguous] : ambiguous;
}

/** The readings of a date with the name of its month, in any language. The year is last, or first when it has four digits. */
function readNamed(parts: readonly string[]): readonly string[] {
  const numbers = parts.filter((part) => /^\d/.test(part));
  if (numbers.length !== 2) return [];
  const [day, year] = numbers[0]?.length === 4 ? [numbers[1], numbers[0]] : numbers;
  return monthsIn(parts.filter((part) => !/^\d/.test(part))).map((month) => isoDate(year, month, day));
}

/** What the words of a date say about its month. English ones are known at once. */
function monthsIn(words: readonly string[]): readonly string[] {
  const english = words.length === 1 ? monthNumber(words[0] as string) : undefined;
  if (english !== undefined) return [english];
  // What is misread, as in `2O24-04-09`, must not cost the time that all other names take.
  if (!words.some((word) => word.length > 2 || /\P{ASCII}/u.test(word))) return [];
  return [...monthsNamed(words.filter((word) => !saysNoDay(word)).join(' '))].map(String);
}

/** 1 to 12 for an English month, by its name, its first three letters, or `sept`. */
export function monthNumber(word: string): string | undefined {
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase();
    return word === name || word === name.slice(0, 3) || (word === 'sept' && name === 'september');
  });
  return index === -1 ? undefined : String(index + 1);
}

/** YYYY-MM-DD of parts that may have fewer digits; not a valid date when a part has too many. */
export function isoDate(year = '', month = '', day = ''): string {
  const century = Number(year) <= 68 ? '20' : '19';
  return `${year.length === 2 ? century + year : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
