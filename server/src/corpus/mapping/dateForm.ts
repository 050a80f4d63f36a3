/** Reads the dates of a table or of articles: those of ISO 8601, or of one form that a person has named, such as `DD/MM/YYYY`. */
import * as l10n from '@vscode/l10n';
import { checkDate, FIRST_NEWSPAPERS, isoDate, readDates } from '../../core/text/date';
import { withPlainDigits } from '../../core/text/dateWords';
import { MappingError } from './mapping';
import { AmbiguousMonth, monthNamed } from './monthNames';

/**
 * Gives the day of a date, YYYY-MM-DD; undefined if the text has not this form. It may be a day that does not exist. Throws
 * AmbiguousMonth if the name of its month means several months.
 */
export type ReadDate = (text: string) => string | undefined;

/** A date, or a date with a time, of ISO 8601; a space may be in place of the T. The written day counts, in any time zone. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;

export const isoDay: ReadDate = (text) => ISO.exec(text)?.[1];

/** Why a text is no date of a form: it has another one, or it has this one, and its day is still not certain. */
export type DateFault = 'otherDate' | 'ambiguousMonth' | 'noDay' | 'otherCalendar';

/** The day that a text certainly means, YYYY-MM-DD; otherwise why it is not certain. */
export function dayIn(text: string, readDate: ReadDate): { readonly day: string } | { readonly fault: DateFault } {
  let day: string | undefined;
  try {
    day = readDate(text);
  } catch (error) {
    if (!(error instanceof AmbiguousMonth)) throw error;
    return { fault: 'ambiguousMonth' };
  }
  if (day === undefined) return { fault: 'otherDate' };
  if (checkDate(day) !== undefined) return { fault: 'noDay' };
  return day < FIRST_NEWSPAPERS ? { fault: 'otherCalendar' } : { day };
}

/** A part of a form: what it matches, and what of the day it is. */
interface Token {
  readonly pattern: string;
  readonly part?: 'year' | 'month' | 'day' | 'seconds' | 'milliseconds';
}

/** The name of a month or a weekday in any script; some have two words, such as `كانون الثاني`, or a hyphen, such as `terça-feira`. */
const NAME = "\\p{L}[\\p{L}\\p{M}’'-]*(?: \\p{L}[\\p{L}\\p{M}]*)?\\.?";

const TIME_OF_DAY = '(?:[AaPp]\\.?[Mm]\\.?|[صم])';

/**
 * The tokens, as in Day.js and Moment. The longest of those that begin alike comes first. Seconds and milliseconds are those since
 * 1973: smaller numbers are counts of something else, such as days.
 */
const TOKENS: Readonly<Record<string, Token>> = {
  YYYY: { pattern: '\\d{4}', part: 'year' },
  YY: { pattern: '\\d{2}', part: 'year' },
  MMMM: { pattern: NAME, part: 'month' },
  MMM: { pattern: NAME, part: 'month' },
  MM: { pattern: '\\d{2}', part: 'month' },
  M: { pattern: '\\d{1,2}', part: 'month' },
  DD: { pattern: '\\d{2}', part: 'day' },
  Do: { pattern: '\\d{1,2}(?:st|nd|rd|th|er|[ºª°.])?', part: 'day' },
  D: { pattern: '\\d{1,2}', part: 'day' },
  dddd: { pattern: NAME },
  ddd: { pattern: NAME },
  HH: { pattern: '\\d{2}' },
  H: { pattern: '\\d{1,2}' },
  hh: { pattern: '\\d{2}' },
  h: { pattern: '\\d{1,2}' },
  mm: { pattern: '\\d{2}' },
  ss: { pattern: '\\d{2}' },
  A: { pattern: TIME_OF_DAY },
  a: { pattern: TIME_OF_DAY },
  Z: { pattern: '(?:Z|[A-Z]{2,5}|[+-]\\d{2}:?\\d{2})' },
  X: { pattern: '\\d{9,10}(?:\\.\\d{1,9})?', part: 'seconds' },
  x: { pattern: '\\d{12,13}(?:\\.0)?', part: 'milliseconds' },
};

/** A longer value, such as a text in the wrong column, is no date. */
const LONGEST_DATE = 100;

/** A word of which no letter begins a token, such as `de`; but not `dd` or `yyyy`, which are tokens elsewhere. */
const WORD = '(?<!\\p{L})(?!(?<letter>\\p{L})\\k<letter>*(?!\\p{L}))(?:(?![YMDHhmsAaZXx])\\p{L})+(?!\\p{L})';

/** What is between tokens: text in square brackets, words, and every character that is no letter. */
const PIECES = new RegExp(`\\[([^\\]]*)\\]|${WORD}|${Object.keys(TOKENS).join('|')}|[^]`, 'gu');

/**
 * Makes a reader of a form: tokens, text in square brackets, and words and characters that stand for themselves; a space is any white
 * space. Throws a MappingError if a letter is no token, or if the form does not say which day it is.
 */
export function readerOf(form: string): ReadDate {
  const parts: NonNullable<Token['part']>[] = [];
  const patterns = [...form.matchAll(PIECES)].map(([piece, bracketed]) => {
    const { pattern, part } = TOKENS[piece] ?? { pattern: literal(bracketed ?? piece) };
    if (!(piece in TOKENS) && bracketed === undefined && /^\p{L}$/u.test(piece))
      throw new MappingError(`${l10n.t('In the form {0}, {1} has no meaning.', form, piece)} ${examples()}`);
    if (part) parts.push(part);
    return part ? `(${pattern})` : pattern;
  });
  const known = [...parts].sort().join();
  if (!['day,month,year', 'milliseconds', 'seconds'].includes(known))
    throw new MappingError(
      `${l10n.t(
        'The form {0} does not say which day a date is: it needs a year (YYYY), a month (MM) and a day (DD), each once.',
        form,
      )} ${examples()}`,
    );
  const expression = new RegExp(`^${patterns.join('')}$`, 'u');
  return (text) => {
    const match = text.length <= LONGEST_DATE && expression.exec(withPlainDigits(text));
    if (!match) return undefined;
    const found = Object.fromEntries(parts.map((part, index) => [part, match[index + 1] as string]));
    if (found.seconds !== undefined) return dayAt(Number(found.seconds) * 1000);
    if (found.milliseconds !== undefined) return dayAt(Number(found.milliseconds));
    return dayOfParts(found as Record<'year' | 'month' | 'day', string>);
  };
}

/** Day, month and year in digits, with the same or other marks between them. */
const IN_DIGITS = /^\d{1,4}([^\p{L}\p{N}]{1,3})\d{1,2}([^\p{L}\p{N}]{1,3})\d{1,4}$/u;

/** The forms that a date in digits may have, each with another day that the date can mean. */
export function formsOf(written: string): readonly string[] {
  const [, first, second] = IN_DIGITS.exec(withPlainDigits(written)) ?? [];
  if (first === undefined || second === undefined) return [];
  const days = readDates(written);
  const orders = [
    ['D', 'M', 'YYYY'],
    ['M', 'D', 'YYYY'],
    ['D', 'M', 'YY'],
    ['M', 'D', 'YY'],
    ['YY', 'M', 'D'],
    ['YYYY', 'M', 'D'],
  ];
  return orders
    .map(([a, b, c]) => `${a}${first}${b}${second}${c}`)
    .filter((form) => {
      const found = dayIn(written, readerOf(form));
      return 'day' in found && days.includes(found.day);
    });
}

function examples(): string {
  return l10n.t(
    'Examples: DD/MM/YYYY; MMMM D, YYYY; D de MMMM de YYYY; ddd, DD MMM YYYY HH:mm:ss Z; X for seconds since 1970; x for milliseconds. Other letters are in square brackets: H[h]mm.',
  );
}

function dayOfParts({ year, month, day }: Record<'year' | 'month' | 'day', string>): string | undefined {
  const number = /^\d/.test(month) ? month : monthNamed(month);
  if (number === undefined) return undefined;
  return isoDate(year, String(number), day.replace(/\D/g, ''));
}

/** The day of a moment in UTC. */
function dayAt(milliseconds: number): string | undefined {
  const moment = new Date(milliseconds);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}

/** Characters of a form that stand for themselves. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}
