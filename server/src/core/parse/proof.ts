/**
 * Proves with one regular expression that an article is healthy: its markers are correct, with white space beside them, and
 * its values contain nothing for the rules that are silent in healthy articles. Nearly all articles of a corpus are healthy,
 * and need not be parsed. Where the proof fails, the full check decides (test/server/core/parse/proof.test.ts compares the
 * two).
 *
 * It is a regular expression because the engine runs it at full speed from the first file on. Code that looks at each
 * character is several times slower until the engine has optimised it.
 */

import { FIELDS, type FieldFormat, markerText, mayLack, type Side, SUFFIX, type ValueKind } from '../format';
import { END_EDGE, FIRST_CAPITAL, START_EDGE } from '../markers/edges';
import { isOpenAfter, mayHaveConflict } from '../text/conflicts';
import { PLACEHOLDER } from '../text/placeholder';

/** Values of a healthy article. They are slices: while one is kept, the whole text stays in memory. */
export interface HealthyValues {
  /** Without the white space at its ends; the same for `text`. */
  readonly number: string;
  /** The latest of its dates, YYYY-MM-DD. It may be in the future. */
  readonly latest: string;
  readonly text: string;
}

export interface HealthyArticle extends HealthyValues {
  /** Offset after the white space that follows its last marker. */
  readonly end: number;
  /** The first of its dates, YYYY-MM-DD. */
  readonly date: string;
}

/** How units form characters. No class has the carriage return: articles with one get the full check. */
interface Alphabet {
  /** The class of what a value may have anywhere; not the hyphen, with which the suffix of a marker begins. */
  readonly plain: string;
  /** What else a value may have, depending on what follows it. */
  readonly others: readonly string[];
  /** White space beyond ASCII. */
  readonly whiteSpace: string;
}

/** The expressions for texts of one alphabet. They are sticky: they match at one offset. */
interface Patterns {
  /** An article; each value is a group. */
  readonly article: RegExp;
  readonly border: RegExp;
}

const FIRST = FIELDS[0] as FieldFormat;
const LAST = FIELDS.at(-1) as FieldFormat;

/** A space, a tab or a line feed: the white space that the producers and people's editors write. */
const BLANK = '[ \\n\\t]';

/** The white space beside the markers of a border, in files from Windows too; and as much of it as belongs to a marker. */
const GAP = '[ \\n\\t\\r]';
const ONE_GAP = `(?:${BLANK}|\\r\\n)`;

/** A value with more hyphens and other units than this is not examined, because the engine remembers each of them. */
const MOST = 100_000;

/** A day that is in the calendar of every year, YYYY-MM-DD. The full check looks at 29 February. */
const DAY =
  '(?!0000)\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)';

/** The groups of an article's values of a kind; the first group is the first field's. */
function groupsOf(kind: ValueKind): number[] {
  return FIELDS.flatMap((field, rank) => (field.kind === kind ? rank + 1 : []));
}

const [NUMBER = 0] = groupsOf('number');
const DATES = groupsOf('date');
const [DATE = 0] = DATES;
const [TEXT = 0] = groupsOf('text');

/**
 * What a text may have besides printable ASCII: no carriage return, and no unit with which an invisible character begins.
 * Some neighbours of these are left out too, because V8 calls a function for every unit when a class has more than 16
 * ranges.
 */
const UNUSUAL =
  '[^\\0-\\x08\\x0b-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ud82f-\\ud834\\udb40-\\udb43\\ufe00-\\ufe0f\\ufeff\\uffa0-\\uffff]';

/** A hyphen that joins no single letters: they may be a marker, or what is left of one, which is for the full check. */
const HYPHEN = '(?!-[A-Za-z]-[A-Za-z]-)-';

/** A dash that may be written for a hyphen; in UTF-8 as well. The same holds for those that join single letters. */
const DASH = '[\\u2010-\\u2015\\u2212]';
const DASH_BYTES = '\\xe2(?:\\x80[\\x90-\\x95]|\\x88\\x92)';

/** All letters of a field, as in `TITLEEND` */
const BARE = `(?:${FIELDS.map(({ marker }) => marker.replaceAll('-', '')).join('|')})`;

/**
 * What may be left of a marker, or a marker in another spelling, or its first or last letters: of a START at the beginning of a value,
 * and of an END at its end, as in `T -`.
 */
const TAIL = `(?:(?:A?-)?R?-T\\.|${BARE}START|[._-]|${START_EDGE})`;
const HEAD = `-|${FIRST_CAPITAL}(?:-[A-Z]){1,2}|${BARE}END|${BARE}END\\.|${END_EDGE}|${END_EDGE}[._-]`;

/** Something short without a Latin letter at its head on the line of a marker, and the value on other lines: it may be a mark that was written there. */
const WORD_ON_LINE = '[^ \\n\\tA-Za-z][^ \\n\\t]{0,11}';
const AFTER_START = `(?<=[ \\t])${WORD_ON_LINE}\\n`;
const BEFORE_END = `\\n${WORD_ON_LINE}(?=[ \\t])|[ \\t]${WORD_ON_LINE}(?=\\t)`;

/** A number of several words: one of them may be such a mark. */
const FIRST_WORD = '[^ \\n\\t]{1,200}[ \\n\\t]+(?![ \\n\\t])';

/** Texts as the parser has them. */
export const UTF_16 = patternsFor({
  // Nearly every character needs one comparison; only those beyond ASCII need more.
  plain: '[ -,.-~]',
  others: [
    `(?!${DASH}[A-Za-z]${DASH})${UNUSUAL}+(?!${UNUSUAL})`,
    // A variation selector, where the rule accepts it.
    '(?<=[\\u2600-\\u27bf]|\\ud83c[\\udf00-\\udfff]|\\ud83d[\\udc00-\\udeff])\\ufe0f',
  ],
  whiteSpace: '[\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]',
});

/** The bytes of a file, each as the unit with its number (Latin-1): nothing is decoded. They must be UTF-8. */
export const UTF_8 = patternsFor({
  plain: '[^\\-\\0-\\x08\\x0b-\\x1f\\x7f\\xc2\\xcd\\xd8\\xe1-\\xe3\\xef\\xf0\\xf3]',
  others: [
    // The frequent ones first.
    `(?!${DASH_BYTES}[A-Za-z]${DASH_BYTES})\\xe2(?!\\x80[\\x8b-\\x8f\\xaa-\\xae]|\\x81[\\xa0-\\xaf])`,
    '\\xd8(?!\\x9c)',
    '\\xe3(?!\\x85\\xa4)',
    '\\xc2(?![\\x80-\\x84\\x86-\\x9f\\xad])',
    '\\xe1(?!\\x85[\\x9f\\xa0]|\\x9e[\\xb4\\xb5]|\\xa0[\\x8b-\\x8f])',
    '\\xef(?!\\xb8[\\x80-\\x8f]|\\xbb\\xbf|\\xbe\\xa0|\\xbf[\\xb0-\\xbb\\xbd])',
    '\\xf0(?!\\x9b\\xb2[\\xa0-\\xa3]|\\x9d\\x85[\\xb3-\\xba])',
    '(?<=\\xe2[\\x98-\\x9e][\\x80-\\xbf]|\\xf0\\x9f[\\x8c-\\x9b][\\x80-\\xbf])\\xef\\xb8\\x8f',
    '\\xcd(?!\\x8f)',
    '\\xf3(?!\\xa0)',
  ],
  whiteSpace:
    '\\xc2[\\x85\\xa0]|\\xe1\\x9a\\x80|\\xe2\\x80[\\x80-\\x8a\\xa8\\xa9\\xaf]|\\xe2\\x81\\x9f|\\xe3\\x80\\x80',
});

/** The article that begins at `from` with white space or its first marker, if it is complete and healthy. */
export function healthyArticle(text: string, from: number, { article }: Patterns): HealthyArticle | undefined {
  article.lastIndex = from;
  const match = article.exec(text);
  if (!match || mayHaveConflict(text, { start: from, end: article.lastIndex })) return undefined;
  let latest = '';
  for (const date of DATES) {
    const day = match[date] ?? '';
    if (day > latest) latest = day;
  }
  const { [NUMBER]: number = '', [DATE]: date = '', [TEXT]: value = '' } = match;
  return { end: article.lastIndex, number, date, latest, text: value };
}

/**
 * Whether an article certainly begins at `at`: after the END of a TEXT, with a whole number, which is not empty, and the START
 * of another field. The parser agrees, also in a jumble, so a document can be cut there, and each part parsed by itself.
 */
export function isBorder(text: string, at: number, { border }: Patterns): boolean {
  border.lastIndex = at;
  return border.test(text);
}

/** The first offset after `from` at which an article certainly begins. */
export function nextBorder(text: string, from: number, patterns: Patterns): number | undefined {
  const start = markerText(FIRST.marker, 'start');
  let isOpen = false;
  let seen = from;
  for (let at = text.indexOf(start, from + 1); at !== -1; at = text.indexOf(start, at + 1)) {
    if (!isBorder(text, at, patterns) || !isSettled(text, from, at)) continue;
    isOpen = isOpenAfter(text, { start: seen, end: at }, isOpen);
    seen = at;
    if (!isOpen) return at;
  }
  return undefined;
}

/** The last border in a text that begins a document, or at a border. */
export function lastBorder(text: string, patterns: Patterns): number | undefined {
  let last: number | undefined;
  for (let at = nextBorder(text, 0, patterns); at !== undefined; at = nextBorder(text, at, patterns)) last = at;
  return last;
}

/** Whether a text that begins a document, or at a border, has a border at `at`. */
export function hasBorder(text: string, at: number, patterns: Patterns): boolean {
  let border = nextBorder(text, 0, patterns);
  while (border !== undefined && border < at) border = nextBorder(text, border, patterns);
  return border === at;
}

/**
 * Whether the TEXT that ends before `at` is right after the field that precedes it in the format. Otherwise it may belong to
 * the number after it, and have been moved: then the parser sees no certain border.
 */
function isSettled(text: string, from: number, at: number): boolean {
  const suffix = text.lastIndexOf(SUFFIX.start, at);
  SETTLED.lastIndex = suffix;
  return suffix > from && SETTLED.test(text);
}

/** The fields that may be right before the last one: back to the nearest one that is required. */
const BEFORE_LAST = FIELDS.slice(0, -1).filter((_, rank) => mayLack(rank + 1, FIELDS.length - 1));

/** The suffix of the last field's START, right after the field before it. */
const SETTLED = new RegExp(
  `(?<=${GAP}(?:${BEFORE_LAST.map((field) => markerOf(field, 'end')).join('|')})${GAP}+${LAST.marker})${literal(SUFFIX.start)}`,
  'y',
);

function patternsFor({ plain, others, whiteSpace }: Alphabet): Patterns {
  const anyValue = `${plain}*(?:(?:${[HYPHEN, ...others].join('|')})${plain}*){0,${MOST}}`;
  const fields = FIELDS.map((field) => {
    const closing = markerOf(field, 'end');
    const own = field.kind === 'text' ? [PLACEHOLDER] : field.kind === 'number' ? [`${FIRST_WORD}(?!${closing})`] : [];
    const notFirst = [BLANK, whiteSpace, TAIL, AFTER_START, ...own].join('|');
    const trimmed = `(?!${notFirst})${anyValue}(?<!${BLANK}|${whiteSpace}|${HEAD}|${BEFORE_END})`;
    const content = field.kind === 'date' ? DAY : trimmed;
    const parted = field === FIRST ? `${BLANK}*` : `${BLANK}+`;
    const whole = `${parted}${markerOf(field, 'start')}${BLANK}+(${content})${BLANK}+${closing}`;
    return field.required ? whole : `(?:${whole})?`;
  });
  const notEmpty = `(?!(?:${GAP}|${whiteSpace})*${markerOf(FIRST, 'end')})`;
  const number = `${markerOf(FIRST, 'start')}${notEmpty}${ONE_GAP}${anyValue}${ONE_GAP}${markerOf(FIRST, 'end')}`;
  const starts = FIELDS.slice(1).map((field) => markerOf(field, 'start'));
  return {
    article: new RegExp(`${fields.join('')}${BLANK}*`, 'y'),
    border: new RegExp(`(?<=${GAP}${markerOf(LAST, 'end')}${GAP}+)${number}${GAP}+(?:${starts.join('|')})`, 'y'),
  };
}

/** The pattern of a field's marker. */
function markerOf({ marker }: FieldFormat, side: Side): string {
  return literal(markerText(marker, side));
}

/** The pattern of these characters; only the full stop has a special meaning among them. */
function literal(text: string): string {
  return text.replaceAll('.', '\\.');
}
