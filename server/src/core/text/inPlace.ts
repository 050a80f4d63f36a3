/**
 * Where an invisible character has a function, so that it must stay. The exceptions are those of The Unicode Standard
 * (variation selectors and joiners: 23.2 and 23.4, and UTS #51 for emoji). All others are out of place everywhere. Among them
 * are the soft hyphen, the word joiner, characters that the Standard discourages (U+17B4, U+17B5, U+206A to U+206F), and
 * those for use within programs only (U+FFF9 to U+FFFB).
 */
import type { Span } from '../span';

/** The surroundings of an invisible character. */
interface Surroundings {
  /** The character right before it, which may be invisible too; empty at the beginning. */
  readonly previous: string;
  /** The nearest visible characters; empty where there are none. */
  readonly before: string;
  readonly after: string;
}

/** The characters from a code point to another one, and where they are in place. */
type Exception = readonly [from: number, to: number, isInPlace: (around: Surroundings) => boolean];

const EXCEPTIONS: readonly Exception[] = [
  // Combining grapheme joiner: it keeps marks in their order, or apart from their letter.
  [0x034f, 0x034f, ({ after }) => /^\p{M}/u.test(after)],
  // Fillers for the missing consonant or vowel in a syllable of conjoining Hangul letters.
  [0x115f, 0x115f, ({ after }) => /^[\u1161-\u11ff\ud7b0-\ud7fb]/.test(after)],
  [0x1160, 0x1160, ({ before, after }) => isFirstConsonant(before) || /^[\u11a8-\u11ff\ud7cb-\ud7fb]/.test(after)],
  // Mongolian variation selectors and vowel separator.
  [0x180b, 0x180d, ({ previous }) => isMongolian(previous)],
  [0x180e, 0x180e, ({ before }) => isMongolian(before)],
  [0x180f, 0x180f, ({ previous }) => isMongolian(previous)],
  // Zero-width space: it separates words.
  [0x200b, 0x200b, ({ before, after }) => hasNoSpaces(before) || hasNoSpaces(after)],
  // Zero-width non-joiner and joiner: within an emoji, or beside a letter that changes with its neighbours.
  [0x200c, 0x200d, (around) => joinsEmoji(around) || isJoining(around.before) || isJoining(around.after)],
  // Variation selectors; the last two choose between text and emoji.
  [0xfe00, 0xfe0d, ({ previous }) => hasVariants(previous)],
  [0xfe0e, 0xfe0f, ({ previous, after }) => mayBeEmoji(previous) || isKeycap(previous, after)],
  [0xe0100, 0xe01ef, ({ previous }) => /^\p{Ideographic}/u.test(previous)],
  // Controls of shorthand, and beams, ties and slurs of musical notation.
  [0x1bca0, 0x1bca3, ({ before, after }) => isShorthand(before) || isShorthand(after)],
  [0x1d173, 0x1d17a, ({ before, after }) => isMusical(before) || isMusical(after)],
];

// Each expression is in the function that needs it, so that the engine compiles it when it is first needed: so many scripts
// take longer to compile than most files to check. None ends with $: with it, V8 14.6 (Node 26) misses characters beyond the
// BMP.

function isFirstConsonant(character: string): boolean {
  return /^[\u1100-\u115e\ua960-\ua97c]/.test(character);
}

function isMongolian(character: string): boolean {
  return /^(?![\u180b-\u180f])\p{Script=Mongolian}/u.test(character);
}

/** Whether it is of a script that is written without spaces between words. */
function hasNoSpaces(character: string): boolean {
  return /^[\p{sc=Bali}\p{sc=Java}\p{sc=Khmr}\p{sc=Lana}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Tale}\p{sc=Talu}\p{sc=Tavt}\p{sc=Thai}]/u.test(
    character,
  );
}

function isJoining(character: string): boolean {
  return isCursive(character) || isStacking(character) || hasNoSpaces(character);
}

/** Whether it is of a script whose letters join, or change at the end of a word. The marks of Arabic are of several scripts. */
function isCursive(character: string): boolean {
  return /^[\p{sc=Adlm}\p{scx=Arab}\p{sc=Hebr}\p{sc=Mand}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Phag}\p{sc=Rohg}\p{sc=Syrc}]/u.test(
    character,
  );
}

/** Whether it is of a script of India, or a related one, whose consonants combine. */
function isStacking(character: string): boolean {
  return (
    /^[\p{sc=Beng}\p{sc=Deva}\p{sc=Gujr}\p{sc=Guru}\p{sc=Knda}\p{sc=Mlym}\p{sc=Orya}\p{sc=Sinh}\p{sc=Taml}\p{sc=Telu}]/u.test(
      character,
    ) ||
    /^[\p{sc=Batk}\p{sc=Cakm}\p{sc=Lepc}\p{sc=Limb}\p{sc=Mtei}\p{sc=Newa}\p{sc=Saur}\p{sc=Sund}\p{sc=Sylo}\p{sc=Tibt}]/u.test(
      character,
    )
  );
}

function joinsEmoji({ before, after }: Surroundings): boolean {
  return /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before) && /^\p{Extended_Pictographic}/u.test(after);
}

/** Whether it is an emoji, or another symbol of the blocks with most emoji: many programs select a style for these too. */
function mayBeEmoji(character: string): boolean {
  return /^(?![0-9#*])[\p{Emoji}\u2600-\u27bf\u{1f300}-\u{1faff}]/u.test(character);
}

function isKeycap(previous: string, after: string): boolean {
  return /^[0-9#*]/.test(previous) && after === '\u20e3';
}

/** Whether it has standardized variants: ideographs, mathematical symbols, punctuation of East Asia, letters of some scripts. */
function hasVariants(character: string): boolean {
  return (
    /^[\p{Ideographic}\u2100-\u22ff\u2654-\u265f\u2a00-\u2aff\u{1d400}-\u{1d7ff}]/u.test(character) ||
    /^[0\u2018\u2019\u201c\u201d\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]/.test(character) ||
    /^[\p{Script=Egyptian_Hieroglyphs}\p{Script=Manichaean}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u.test(character)
  );
}

function isShorthand(character: string): boolean {
  return /^\p{Script=Duployan}/u.test(character);
}

function isMusical(character: string): boolean {
  return /^[\u{1d100}-\u{1d1ff}]/u.test(character);
}

/** The flag that tag characters turn into that of a region, such as England. */
const BLACK_FLAG = 0x1f3f4;

/** The letters and digits of a region, and the tag that ends them. */
const REGION = /[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,7}\u{e007f}/uy;

/** The characters that are out of place in a sequence of invisible ones, in order. */
export function* outOfPlace(text: string, { start, end }: Span): Generator<Span> {
  const before = codeBefore(text, start);
  const isInPlace = inPlaceBetween(characterOf(before), characterOf(text.codePointAt(end)));
  let at = before === BLACK_FLAG ? endOfRegion(text, start) : start;
  for (let previous = codeBefore(text, at); at < end; ) {
    const code = text.codePointAt(at) as number;
    const next = at + lengthOf(code);
    if (!isInPlace(code, previous)) yield { start: at, end: next };
    previous = code;
    at = next;
  }
}

/** Gives a function that tells whether characters between two visible ones are in place. It caches, because most are alike. */
function inPlaceBetween(before: string, after: string): (code: number, previous: number | undefined) => boolean {
  const known = new Map<number, boolean>();
  return (code, previous = 0) => {
    const key = previous * 0x110000 + code;
    let inPlace = known.get(key);
    if (inPlace === undefined) {
      const around = { previous: characterOf(previous), before, after };
      inPlace = EXCEPTIONS.some(([from, to, isInPlace]) => code >= from && code <= to && isInPlace(around));
      known.set(key, inPlace);
    }
    return inPlace;
  };
}

/** The offset after the tags at `start`, if they name a region; otherwise `start`. */
function endOfRegion(text: string, start: number): number {
  REGION.lastIndex = start;
  return REGION.test(text) ? REGION.lastIndex : start;
}

/** The character that ends before `at`; undefined at the beginning. */
function codeBefore(text: string, at: number): number | undefined {
  const code = text.codePointAt(at - 2);
  return code !== undefined && lengthOf(code) === 2 ? code : text.codePointAt(at - 1);
}

/** In UTF-16 units. */
function lengthOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function characterOf(code: number | undefined): string {
  return code === undefined ? '' : String.fromCodePoint(code);
}
