/**
 * Where a character that nobody can see does its work, so that it must stay. The exceptions are those of The Unicode
 * Standard (variation selectors and joiners: 23.2 and 23.4, and UTS #51 for emoji); whatever is not here is out of place
 * everywhere, among it the soft hyphen, the word joiner, and what the Standard itself discourages (U+17B4, U+17B5, U+206A
 * to U+206F) or has for the use within programs only (U+FFF9 to U+FFFB).
 */
import type { Span } from '../span';

/** A character that nobody can see, and what is around it. */
interface Place {
  /** The character right before it, which may be one that nobody can see; empty at the beginning. */
  readonly previous: string;
  /** The nearest characters that can be seen; empty where there are none. */
  readonly before: string;
  readonly after: string;
}

/** The characters from a code point to another one, and where they are in place. */
type Exception = readonly [from: number, to: number, isInPlace: (place: Place) => boolean];

const EXCEPTIONS: readonly Exception[] = [
  // Combining grapheme joiner: it keeps marks in their order, or apart from their letter.
  [0x034f, 0x034f, ({ after }) => /^\p{M}/u.test(after)],
  // Fillers for the consonant or the vowel that a syllable of conjoining Hangul letters has not.
  [0x115f, 0x115f, ({ after }) => /^[\u1161-\u11ff\ud7b0-\ud7fb]/.test(after)],
  [0x1160, 0x1160, ({ before, after }) => isFirstConsonant(before) || /^[\u11a8-\u11ff\ud7cb-\ud7fb]/.test(after)],
  // Mongolian variation selectors and vowel separator.
  [0x180b, 0x180d, ({ previous }) => isMongolian(previous)],
  [0x180e, 0x180e, ({ before }) => isMongolian(before)],
  [0x180f, 0x180f, ({ previous }) => isMongolian(previous)],
  // Zero-width space: it parts words.
  [0x200b, 0x200b, ({ before, after }) => hasNoSpaces(before) || hasNoSpaces(after)],
  // Zero-width non-joiner and joiner: within an emoji, or beside a letter that changes with its neighbours.
  [0x200c, 0x200d, (place) => joinsEmoji(place) || isJoining(place.before) || isJoining(place.after)],
  // Variation selectors; the last two choose between text and emoji.
  [0xfe00, 0xfe0d, ({ previous }) => hasVariants(previous)],
  [0xfe0e, 0xfe0f, ({ previous, after }) => mayBeEmoji(previous) || isKeycap(previous, after)],
  [0xe0100, 0xe01ef, ({ previous }) => /^\p{Ideographic}/u.test(previous)],
  // Controls of shorthand, and beams, ties and slurs of musical notation.
  [0x1bca0, 0x1bca3, ({ before, after }) => isShorthand(before) || isShorthand(after)],
  [0x1d173, 0x1d17a, ({ before, after }) => isMusical(before) || isMusical(after)],
];

// Each expression is in the function that needs it, because the engine makes it then: so many scripts take longer to
// make than most files to check. None ends with $: V8 14.6, of Node 26, passes over characters beyond the BMP in such ones.

function isFirstConsonant(character: string): boolean {
  return /^[\u1100-\u115e\ua960-\ua97c]/.test(character);
}

function isMongolian(character: string): boolean {
  return /^(?![\u180b-\u180f])\p{Script=Mongolian}/u.test(character);
}

/** Of a script that is written without spaces between words. */
function hasNoSpaces(character: string): boolean {
  return /^[\p{sc=Bali}\p{sc=Java}\p{sc=Khmr}\p{sc=Lana}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Tale}\p{sc=Talu}\p{sc=Tavt}\p{sc=Thai}]/u.test(
    character,
  );
}

function isJoining(character: string): boolean {
  return isCursive(character) || isStacking(character) || hasNoSpaces(character);
}

/** Of a script whose letters are joined, or have other forms at the end of a word; the marks of Arabic are of several scripts. */
function isCursive(character: string): boolean {
  return /^[\p{sc=Adlm}\p{scx=Arab}\p{sc=Hebr}\p{sc=Mand}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Phag}\p{sc=Rohg}\p{sc=Syrc}]/u.test(
    character,
  );
}

/** Of a script of India, or near to one, whose consonants stand in and below each other. */
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

function joinsEmoji({ before, after }: Place): boolean {
  return /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before) && /^\p{Extended_Pictographic}/u.test(after);
}

/** An emoji, or another symbol of the blocks that most of them are in: many programs select a style for these, too. */
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

/** The flag that tag characters after it make that of a region, such as England. */
const BLACK_FLAG = 0x1f3f4;

/** The letters and digits of a region, and the tag that ends them. */
const REGION = /[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,7}\u{e007f}/uy;

/** The characters of a stretch of such as nobody can see that are out of place, in order. */
export function* outOfPlace(text: string, { start, end }: Span): Generator<Span> {
  const before = codeBefore(text, start);
  const isInPlace = placeIn(characterOf(before), characterOf(text.codePointAt(end)));
  let at = before === BLACK_FLAG ? endOfRegion(text, start) : start;
  for (let previous = codeBefore(text, at); at < end; ) {
    const code = text.codePointAt(at) as number;
    const next = at + lengthOf(code);
    if (!isInPlace(code, previous)) yield { start: at, end: next };
    previous = code;
    at = next;
  }
}

/** Tells where characters are in place between two that can be seen. It remembers, for many are of few kinds. */
function placeIn(before: string, after: string): (code: number, previous: number | undefined) => boolean {
  const known = new Map<number, boolean>();
  return (code, previous = 0) => {
    const key = previous * 0x110000 + code;
    let inPlace = known.get(key);
    if (inPlace === undefined) {
      const place = { previous: characterOf(previous), before, after };
      inPlace = EXCEPTIONS.some(([from, to, isThere]) => code >= from && code <= to && isThere(place));
      known.set(key, inPlace);
    }
    return inPlace;
  };
}

/** After the tags at `start`, if they name a region; else `start`. */
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
