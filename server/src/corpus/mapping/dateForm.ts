/** Reads the dates of a table: those of ISO 8601, or of one form that a person has named, such as `DD/MM/YYYY`. */
import { isoDate, monthNumber } from '../../core/text/date';
import { MappingError } from './mapping';

/** Gives the day of a date, YYYY-MM-DD; undefined if the text has not this form. It may be a day that does not exist. */
export type ReadDate = (text: string) => string | undefined;

/** A date, or a date with a time, of ISO 8601; a space may be in place of the T. The written day counts, in any time zone. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;

export const isoDay: ReadDate = (text) => ISO.exec(text)?.[1];

/** A part of a form: what it matches, and what of the day it is. */
interface Token {
  readonly pattern: string;
  readonly part?: 'year' | 'month' | 'day' | 'seconds' | 'milliseconds';
}

/** The tokens, as in Day.js and Moment. The longest of those that begin alike comes first. */
const TOKENS: Readonly<Record<string, Token>> = {
  YYYY: { pattern: '\\d{4}', part: 'year' },
  YY: { pattern: '\\d{2}', part: 'year' },
  MMMM: { pattern: '[A-Za-z]{3,9}\\.?', part: 'month' },
  MMM: { pattern: '[A-Za-z]{3,4}\\.?', part: 'month' },
  MM: { pattern: '\\d{2}', part: 'month' },
  M: { pattern: '\\d{1,2}', part: 'month' },
  DD: { pattern: '\\d{2}', part: 'day' },
  Do: { pattern: '\\d{1,2}(?:st|nd|rd|th)', part: 'day' },
  D: { pattern: '\\d{1,2}', part: 'day' },
  dddd: { pattern: '[A-Za-z]{6,9}' },
  ddd: { pattern: '[A-Za-z]{3,5}\\.?' },
  HH: { pattern: '\\d{2}' },
  H: { pattern: '\\d{1,2}' },
  hh: { pattern: '\\d{2}' },
  h: { pattern: '\\d{1,2}' },
  mm: { pattern: '\\d{2}' },
  ss: { pattern: '\\d{2}' },
  A: { pattern: '[AaPp]\\.?[Mm]\\.?' },
  a: { pattern: '[AaPp]\\.?[Mm]\\.?' },
  Z: { pattern: '(?:Z|[A-Z]{2,5}|[+-]\\d{2}:?\\d{2})' },
  X: { pattern: '\\d{1,11}(?:\\.\\d{1,9})?', part: 'seconds' },
  x: { pattern: '\\d{1,14}(?:\\.0)?', part: 'milliseconds' },
};

/** What is between tokens: text in square brackets, and every character that is no letter. */
const PIECES = new RegExp(`\\[([^\\]]*)\\]|${Object.keys(TOKENS).join('|')}|[^]`, 'g');

/**
 * Makes a reader of a form: tokens, text in square brackets, and characters that stand for themselves. Throws a MappingError if a
 * letter is no token, or if the form does not say which day it is.
 */
export function readerOf(form: string): ReadDate {
  const parts: NonNullable<Token['part']>[] = [];
  const patterns = [...form.matchAll(PIECES)].map(([piece, bracketed]) => {
    const { pattern, part } = TOKENS[piece] ?? { pattern: escaped(bracketed ?? piece) };
    if (!(piece in TOKENS) && bracketed === undefined && /\p{L}/u.test(piece))
      throw new MappingError(`In the form ${form}, ${piece} has no meaning. ${EXAMPLES}`);
    if (part) parts.push(part);
    return part ? `(${pattern})` : pattern;
  });
  const known = [...parts].sort().join();
  if (!['day,month,year', 'milliseconds', 'seconds'].includes(known))
    throw new MappingError(
      `The form ${form} does not say which day a date is: it needs a year, a month and a day, each once. ${EXAMPLES}`,
    );
  const expression = new RegExp(`^${patterns.join('')}$`);
  return (text) => {
    const match = expression.exec(text);
    if (!match) return undefined;
    const found = Object.fromEntries(parts.map((part, index) => [part, match[index + 1] as string]));
    if (found.seconds !== undefined) return dayAt(Number(found.seconds) * 1000);
    if (found.milliseconds !== undefined) return dayAt(Number(found.milliseconds));
    return dayOfParts(found as Record<'year' | 'month' | 'day', string>);
  };
}

const EXAMPLES =
  'Examples: DD/MM/YYYY, D MMM YYYY, MMMM D, YYYY, ddd, DD MMM YYYY HH:mm:ss Z, X for seconds since 1970, x for milliseconds. Other letters are in square brackets: D [de] M [de] YYYY.';

function dayOfParts({ year, month, day }: Record<'year' | 'month' | 'day', string>): string | undefined {
  const number = /^\d/.test(month) ? month : monthNumber(month.toLowerCase().replace('.', ''));
  if (number === undefined) return undefined;
  return isoDate(year, number, day.replace(/\D/g, ''));
}

/** The day of a moment in UTC. */
function dayAt(milliseconds: number): string | undefined {
  const moment = new Date(milliseconds);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
