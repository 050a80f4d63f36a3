/** Invisible characters, and U+FFFD, which replaces a lost one: where they are in a text, and their names. */
import type { Span } from '../span';

/**
 * Those of one UTF-16 unit: control characters (but tab, LF, CR and U+0085 are white space), characters with Unicode's
 * property Default_Ignorable_Code_Point, the anchors of annotations, for use within programs only (The Unicode Standard,
 * 23.8), and U+FFFD. They are parts of two character classes, because V8 calls a function for every unit when a class has
 * more than 16 ranges. test/server/core/text/invisible.test.ts compares them with the property.
 */
const UNITS = [
  '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f',
  '\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffd',
] as const;

/** The first units of those of two units. Other characters begin with them too. */
const LEADS = '\\ud82f\\ud834\\udb40-\\udb43';

/** All text is searched with this expression. */
const BEGINNING = new RegExp(`[${UNITS[0]}]|[${UNITS[1]}${LEADS}]`, 'g');

const SINGLE_UNITS = new RegExp(`[${UNITS.join('')}]+`, 'y');

const PAIR = /(?![\0-\uffff])\p{Default_Ignorable_Code_Point}/uy;

/** The longest sequences of such characters in a text, in order. */
export function* invisibleSequences(text: string): Generator<Span> {
  for (let from = 0; from < text.length; ) {
    BEGINNING.lastIndex = from;
    if (!BEGINNING.test(text)) return;
    const start = BEGINNING.lastIndex - 1;
    const end = endOfSequence(text, start);
    if (end > start) yield { start, end };
    from = Math.max(end, start + 1);
  }
}

/** The offset after the invisible characters from `start` on. */
function endOfSequence(text: string, start: number): number {
  for (let end = start; ; end += 2) {
    SINGLE_UNITS.lastIndex = end;
    if (SINGLE_UNITS.test(text)) end = SINGLE_UNITS.lastIndex;
    PAIR.lastIndex = end;
    if (!isFirstHalf(text.charCodeAt(end)) || !PAIR.test(text)) return end;
  }
}

/** Whether a unit is the first of a pair. */
function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** U+FEFF, which Windows programs write at the beginning of a file. */
export const BYTE_ORDER_MARK = '\ufeff';

/** U+FFFD: bytes could not be decoded. */
export const REPLACEMENT = '\ufffd';

/** `U+200B zero-width space`. The character is one of those above. */
export function nameOf(character: string): string {
  const code = character.codePointAt(0) as number;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${NAMES[code] ?? kindOf(code)}`;
}

/** A run of such characters by name and number: `U+200B zero-width space, 3 times`. */
export function nameOfRun(run: string): string {
  const characters = [...run];
  const [first] = characters as [string];
  const others = characters.filter((character) => character !== first).length;
  if (others > 0) return `${nameOf(first)} and ${characters.length - 1} more of its kind`;
  const times = characters.length > 1 ? `, ${characters.length} times` : '';
  return `${nameOf(first)}${times}${first === BYTE_ORDER_MARK ? ', left from joining files' : ''}`;
}

/** The title of the fix that removes such a run. */
export function removalOf(run: string): string {
  return `Remove ${nameOf(String.fromCodePoint(run.codePointAt(0) as number))}`;
}

/** Whether two characters, by their code points, are reported together: the same one, or both of a kind that hides a text. */
export function isAlike(code = 0, other = 0): boolean {
  return code === other || (HIDING.has(kindOf(code)) && kindOf(code) === kindOf(other));
}

/** Each of these characters stands for a letter or a byte, so a run of them is one hidden text. */
const HIDING: ReadonlySet<string> = new Set(['tag character', 'variation selector']);

/** What a character without a name in NAMES is called. */
function kindOf(code: number): string {
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 'variation selector';
  if (code >= 0xe0020 && code <= 0xe007f) return 'tag character';
  return code <= 0x9f ? 'control character' : 'invisible character';
}

/** The names of Unicode, in lower case. */
const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  1564: 'Arabic letter mark',
  4447: 'Hangul choseong filler',
  4448: 'Hangul jungseong filler',
  6068: 'Khmer vowel inherent aq',
  6069: 'Khmer vowel inherent aa',
  6155: 'Mongolian free variation selector one',
  6156: 'Mongolian free variation selector two',
  6157: 'Mongolian free variation selector three',
  6158: 'Mongolian vowel separator',
  6159: 'Mongolian free variation selector four',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8289: 'function application',
  8290: 'invisible times',
  8291: 'invisible separator',
  8292: 'invisible plus',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  8298: 'inhibit symmetric swapping',
  8299: 'activate symmetric swapping',
  8300: 'inhibit Arabic form shaping',
  8301: 'activate Arabic form shaping',
  8302: 'national digit shapes',
  8303: 'nominal digit shapes',
  12644: 'Hangul filler',
  65279: 'byte order mark',
  65440: 'halfwidth Hangul filler',
  65529: 'interlinear annotation anchor',
  65530: 'interlinear annotation separator',
  65531: 'interlinear annotation terminator',
  65533: 'replacement character',
  917505: 'language tag',
};
