/** Invisible characters, and U+FFFD, which replaces a lost one: where they are in a text, and their names. */
import * as l10n from '@vscode/l10n';
import { counted } from '../language';
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
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${NAMES[code]?.() ?? nameOfKind(kindOf(code))}`;
}

/** A run of such characters by name and number: `U+200B zero-width space, 3 times`. */
export function nameOfRun(run: string): string {
  const characters = [...run];
  const [first] = characters as [string];
  const name = nameOf(first);
  const { length } = characters;
  if (characters.some((character) => character !== first))
    return l10n.t('{0} and {1} more of its kind', name, counted(length - 1));
  if (first !== BYTE_ORDER_MARK) return length === 1 ? name : l10n.t('{0}, {1} times', name, counted(length));
  return length === 1
    ? l10n.t('{0}, left from joining files', name)
    : l10n.t('{0}, {1} times, left from joining files', name, counted(length));
}

/** The title of the fix that removes such a run. */
export function removalOf(run: string): string {
  return l10n.t('Remove {0}', nameOf(String.fromCodePoint(run.codePointAt(0) as number)));
}

/** Whether two characters, by their code points, are reported together: the same one, or both of a kind that hides a text. */
export function isAlike(code = 0, other = 0): boolean {
  return code === other || (HIDING.has(kindOf(code)) && kindOf(code) === kindOf(other));
}

type Kind = 'tag' | 'selector' | 'control' | 'other';

/** Each of these characters stands for a letter or a byte, so a run of them is one hidden text. */
const HIDING: ReadonlySet<Kind> = new Set(['tag', 'selector']);

function kindOf(code: number): Kind {
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 'selector';
  if (code >= 0xe0020 && code <= 0xe007f) return 'tag';
  return code <= 0x9f ? 'control' : 'other';
}

/** What a character without a name in NAMES is called. */
function nameOfKind(kind: Kind): string {
  switch (kind) {
    case 'selector':
      return l10n.t('variation selector');
    case 'tag':
      return l10n.t('tag character');
    case 'control':
      return l10n.t('control character');
    case 'other':
      return l10n.t('invisible character');
  }
}

/** The names of Unicode, in lower case. */
const NAMES: Readonly<Record<number, () => string>> = {
  173: () => l10n.t('soft hyphen'),
  847: () => l10n.t('combining grapheme joiner'),
  1564: () => l10n.t('Arabic letter mark'),
  4447: () => l10n.t('Hangul choseong filler'),
  4448: () => l10n.t('Hangul jungseong filler'),
  6068: () => l10n.t('Khmer vowel inherent aq'),
  6069: () => l10n.t('Khmer vowel inherent aa'),
  6155: () => l10n.t('Mongolian free variation selector one'),
  6156: () => l10n.t('Mongolian free variation selector two'),
  6157: () => l10n.t('Mongolian free variation selector three'),
  6158: () => l10n.t('Mongolian vowel separator'),
  6159: () => l10n.t('Mongolian free variation selector four'),
  8203: () => l10n.t('zero-width space'),
  8204: () => l10n.t('zero-width non-joiner'),
  8205: () => l10n.t('zero-width joiner'),
  8206: () => l10n.t('left-to-right mark'),
  8207: () => l10n.t('right-to-left mark'),
  8234: () => l10n.t('left-to-right embedding'),
  8235: () => l10n.t('right-to-left embedding'),
  8236: () => l10n.t('pop directional formatting'),
  8237: () => l10n.t('left-to-right override'),
  8238: () => l10n.t('right-to-left override'),
  8288: () => l10n.t('word joiner'),
  8289: () => l10n.t('function application'),
  8290: () => l10n.t('invisible times'),
  8291: () => l10n.t('invisible separator'),
  8292: () => l10n.t('invisible plus'),
  8294: () => l10n.t('left-to-right isolate'),
  8295: () => l10n.t('right-to-left isolate'),
  8296: () => l10n.t('first strong isolate'),
  8297: () => l10n.t('pop directional isolate'),
  8298: () => l10n.t('inhibit symmetric swapping'),
  8299: () => l10n.t('activate symmetric swapping'),
  8300: () => l10n.t('inhibit Arabic form shaping'),
  8301: () => l10n.t('activate Arabic form shaping'),
  8302: () => l10n.t('national digit shapes'),
  8303: () => l10n.t('nominal digit shapes'),
  12644: () => l10n.t('Hangul filler'),
  65279: () => l10n.t('byte order mark'),
  65440: () => l10n.t('halfwidth Hangul filler'),
  65529: () => l10n.t('interlinear annotation anchor'),
  65530: () => l10n.t('interlinear annotation separator'),
  65531: () => l10n.t('interlinear annotation terminator'),
  65533: () => l10n.t('replacement character'),
  917505: () => l10n.t('language tag'),
};
