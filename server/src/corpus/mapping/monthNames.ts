/** The names of the months in the languages of newspapers, from the CLDR of the JavaScript engine. */

/** A name means another month in another language, such as `listopad`: November in Polish, October in Croatian. */
export class AmbiguousMonth extends Error {}

/** Arabic has four sets of names: those of Egypt and the Gulf, of Algeria and Tunisia, of Morocco, and of the Levant and Iraq. */
const LANGUAGES = [
  ...['en', 'en-GB', 'ar', 'ar-DZ', 'ar-MA', 'ar-SY', 'pt', 'es', 'fr', 'de', 'de-AT', 'it', 'ca', 'gl', 'eu', 'ro'],
  ...['nl', 'af', 'da', 'sv', 'nb', 'is', 'fi', 'et', 'lv', 'lt', 'pl', 'cs', 'sk', 'sl', 'hr', 'bs', 'sr', 'sr-Latn'],
  ...['hu', 'el', 'sq', 'mk', 'bg', 'ru', 'uk', 'be', 'ka', 'hy', 'az', 'kk', 'tr', 'he', 'fa', 'ur', 'hi', 'bn', 'ta'],
  ...['te', 'ml', 'kn', 'gu', 'mr', 'pa', 'ne', 'si', 'id', 'ms', 'fil', 'sw', 'am', 'so', 'th', 'km'],
];

/** In a date, some languages use another form of a name than alone: `9 kwietnia`, but `kwiecień`. */
const USES: readonly Intl.DateTimeFormatOptions[] = [{}, { day: 'numeric' }];

/** The months, 1 to 12, that a name means in some language. */
let known: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/**
 * 1 to 12 for the name of a month, or its abbreviation, in any of the languages; undefined for any other word. Accents, Arabic
 * hamzas and vowels, upper case and a full stop at its end make no difference. Throws AmbiguousMonth.
 */
export function monthNamed(name: string): number | undefined {
  known ??= allNames();
  const [month, other] = known.get(plain(name)) ?? [];
  if (other !== undefined) throw new AmbiguousMonth(name);
  return month;
}

function allNames(): ReadonlyMap<string, ReadonlySet<number>> {
  const names = new Map<string, Set<number>>();
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      for (const use of USES) {
        const options = { ...use, month: width, calendar: 'gregory', timeZone: 'UTC' };
        const format = new Intl.DateTimeFormat(language, options);
        for (let month = 1; month <= 12; month++) {
          const name = plain(format.formatToParts(Date.UTC(2024, month - 1, 9)).find(isMonth)?.value ?? '');
          names.set(name, (names.get(name) ?? new Set()).add(month));
        }
      }
    }
  }
  return names;
}

function isMonth({ type }: Intl.DateTimeFormatPart): boolean {
  return type === 'month';
}

/** Accents of Latin, Greek and Cyrillic letters, and of Arabic ones, which many do not write. In other scripts, such signs are vowels. */
const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;

function plain(name: string): string {
  return name.normalize('NFD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replace(/\.$/, '');
}
