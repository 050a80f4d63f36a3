/** The words of dates in the languages of newspapers, from the CLDR of the JavaScript engine. */
import { atFirstUse } from '../atFirstUse';

/** Arabic has four sets of names: those of Egypt and the Gulf, of Algeria and Tunisia, of Morocco, and of the Levant and Iraq. */
const LANGUAGES = [
  ...['en', 'en-GB', 'ar', 'ar-DZ', 'ar-MA', 'ar-SY', 'pt', 'es', 'fr', 'de', 'de-AT', 'it', 'ca', 'gl', 'eu', 'ro'],
  ...['nl', 'af', 'da', 'sv', 'nb', 'is', 'fi', 'et', 'lv', 'lt', 'pl', 'cs', 'sk', 'sl', 'hr', 'bs', 'sr', 'sr-Latn'],
  ...['hu', 'el', 'sq', 'mk', 'bg', 'ru', 'uk', 'be', 'ka', 'hy', 'az', 'kk', 'tr', 'he', 'fa', 'ur', 'hi', 'bn', 'ta'],
  ...['te', 'ml', 'kn', 'gu', 'mr', 'pa', 'ne', 'si', 'id', 'ms', 'fil', 'sw', 'am', 'so', 'th', 'km'],
];

/** In a date, some languages use another form of a name than alone: `9 kwietnia`, but `kwiecień`. */
const USES: readonly Intl.DateTimeFormatOptions[] = [{}, { weekday: 'long', day: 'numeric', year: 'numeric' }];

const NONE: ReadonlySet<number> = new Set();

interface DateWords {
  /** What a name of a month means, 1 to 12, by the name as `plain` writes it. */
  readonly months: ReadonlyMap<string, ReadonlySet<number>>;
  /** The words of weekdays, and those between the parts, such as `de`. */
  readonly others: ReadonlySet<string>;
}

/** Made when a date has a word that is not English, because it takes a quarter of a second. */
const words = atFirstUse(allWords);

/**
 * The months, 1 to 12, that a name or an abbreviation means in some language; nearly always one. None for any other word. Accents,
 * Arabic hamzas and vowels, upper case and a full stop at its end make no difference.
 */
export function monthsNamed(name: string): ReadonlySet<number> {
  return words().months.get(plain(name)) ?? NONE;
}

/** Whether a word can be in a date without saying which day it is: `terça`, `feira`, `de`. No name of a month is such a word. */
export function saysNoDay(word: string): boolean {
  return words().others.has(plain(word));
}

/** With ASCII digits in place of Arabic and Persian ones, and without marks of direction, which dates in Arabic have between their parts. */
export function withPlainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\p{Cf}/gu, '');
}

function allWords(): DateWords {
  const months = new Map<string, Set<number>>();
  const others = new Set<string>();
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      for (const use of USES) {
        const weekday = use.weekday && { weekday: width };
        const options = { ...use, ...weekday, month: width, calendar: 'gregory', timeZone: 'UTC' };
        const format = new Intl.DateTimeFormat(language, options);
        for (let month = 1; month <= 12; month++) {
          // Each weekday is in some month.
          for (const { type, value } of format.formatToParts(Date.UTC(2024, month - 1, 9 + month))) {
            const name = plain(value);
            if (type === 'month') months.set(name, (months.get(name) ?? new Set()).add(month));
            else for (const word of name.match(WORD) ?? []) others.add(word);
          }
        }
      }
    }
  }
  for (const name of months.keys()) others.delete(name);
  return { months, others };
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Accents of Latin, Greek and Cyrillic letters, and of Arabic ones, which many do not write. In other scripts, such signs are vowels. */
const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;

function plain(name: string): string {
  return name.normalize('NFD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replace(/\.$/, '');
}
