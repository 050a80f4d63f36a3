/**
 * The language in which people read: English, until a client asks for another one. The command line never does.
 *
 * Sentences are written in English as the first argument of `l10n.t`, or as both sentences of `plural`; l10n/ has those of the
 * other languages. No sentence is made while a module is loaded, because the language is not known then. English does without
 * `Intl`, because loading its data takes as long as checking five hundred files.
 */
import * as l10n from '@vscode/l10n';
import { atFirstUse } from './atFirstUse';

/** How a language writes what is put into sentences. */
interface Writing {
  counted(count: number): string;
  dayInWords(day: string): string;
  weekdayInWords(day: string): string;
  monthInWords(month: string): string;
}

/** How sentences of a language are chosen and joined. */
interface Grammar {
  /** A category of plurals, as CLDR names them. */
  categoryOf(count: number): string;
  allOf(items: readonly string[]): string;
  anyOf(items: readonly string[]): string;
}

/** The English names of months, as dates in articles have them too. */
export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];

const ENGLISH: Writing & Grammar = {
  counted: (count) => String(count).replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ','),
  dayInWords: (day) => `${Number(day.slice(8))} ${ENGLISH.monthInWords(day)}`,
  weekdayInWords: (day) => withWeekday('en-GB').format(new Date(day)),
  monthInWords: (month) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`,
  categoryOf: (count) => (count === 1 ? 'one' : 'other'),
  allOf: (items) => joined(items, 'and'),
  anyOf: (items) => joined(items, 'or'),
};

function withWeekday(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
}

function joined(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${word} ${last}` : last;
}

function writingOf(language: string): Writing {
  const numbers = atFirstUse(() => new Intl.NumberFormat(language));
  const days = atFirstUse(() => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));
  const weekdays = atFirstUse(() => withWeekday(language));
  const months = atFirstUse(
    () => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  );
  return {
    counted: (count) => numbers().format(count),
    dayInWords: (day) => days().format(new Date(day)),
    weekdayInWords: (day) => weekdays().format(new Date(day)),
    monthInWords: (month) => months().format(new Date(month.slice(0, 7))),
  };
}

function grammarOf(language: string): Grammar {
  const rules = atFirstUse(() => new Intl.PluralRules(language));
  const all = atFirstUse(() => new Intl.ListFormat(language));
  const any = atFirstUse(() => new Intl.ListFormat(language, { type: 'disjunction' }));
  return {
    categoryOf: (count) => rules().select(count),
    allOf: (items) => all().format(items),
    anyOf: (items) => any().format(items),
  };
}

const ENGLISH_TAG = 'en';

let writing: Writing = ENGLISH;
let grammar: Grammar = ENGLISH;

/** The sentences of a language, by their English. */
export type Messages = Readonly<Record<string, string>>;

/**
 * Sets the language of people, such as `es`, `pt-br` or `pt_BR.UTF-8`, before the first message is made. Numbers and days are
 * written in it; in English if there is no such language, as for `C`. Without `messages`, which are its sentences, sentences are in
 * English.
 */
export function speak(language: string, messages?: Messages): void {
  const tag = tagOf(language);
  const isEnglish = tag === ENGLISH_TAG;
  l10n.config({ contents: messages ?? {} });
  writing = isEnglish ? ENGLISH : writingOf(tag);
  grammar = isEnglish || !messages ? ENGLISH : grammarOf(tag);
}

/** The name of a language as the engine takes it: editors that take it from the system give it as POSIX does. */
function tagOf(language: string): string {
  if (/^en(?![a-z])/i.test(language)) return ENGLISH_TAG;
  const [name = ''] = language.split(/[.@]/, 1);
  try {
    return Intl.NumberFormat.supportedLocalesOf(name.replaceAll('_', '-'))[0] ?? ENGLISH_TAG;
  } catch {
    return ENGLISH_TAG;
  }
}

/**
 * One of two sentences, by a number: `{0}` is the number as the language writes it, `{1}` and so on are the others. A language
 * with more forms has them in its sentences as comments: the key of `many` is `{0} words/many`.
 */
export function plural(count: number, one: string, other: string, ...others: readonly (string | number)[]): string {
  const args = [counted(count), ...others];
  const category = grammar.categoryOf(count);
  if (category === 'one') return l10n.t(one, ...args);
  return category === 'other' ? l10n.t(other, ...args) : l10n.t({ message: other, args, comment: category });
}

/** A number: `4,000` in English; a median may end in `.5`. */
export function counted(count: number): string {
  return writing.counted(count);
}

/** A valid day, YYYY-MM-DD, in words: `9 April 2024`. */
export function dayInWords(day: string): string {
  return writing.dayInWords(day);
}

/** The same with its weekday: `Tuesday 9 April 2024`. */
export function weekdayInWords(day: string): string {
  return writing.weekdayInWords(day);
}

/** A month, YYYY-MM, or that of a day, in words: `April 2024`. */
export function monthInWords(month: string): string {
  return writing.monthInWords(month);
}

/** `DATE, TITLE and TEXT` */
export function allOf(items: readonly string[]): string {
  return grammar.allOf(items);
}

/** `Saturday or Sunday` */
export function anyOf(items: readonly string[]): string {
  return grammar.anyOf(items);
}
