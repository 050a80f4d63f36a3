/** The characters that people and editors write in place of those of a marker. */

/**
 * Sets of characters, for character classes of regular expressions. U+FFFD is what remains of a dash in a file that is not
 * UTF-8; Word has hyphens of its own at U+001E and U+001F.
 */
export const HYPHENS =
  '\\-_~\\0\\x1e\\x1f\u0096\u0097\u00ac\u00ad\u00af\u02c9\u02d7\u058a\u05be\u1806\u2010-\u2016\u2027\u203e\u2043\u2053\u207b\u208b\u2212' +
  '\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2574\u2576\u2578\u257a\u2796\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\ufe31\ufe32\ufe58\ufe63\uff0d\uff5e\uffe3\ufffd';
export const SPACES = ' \\t\u00a0\u202f\u3000';
export const STOPS = '.,;:!?\u00b7\u2022\u2024\u2026\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff61';
export const INVISIBLE = '\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff';

const IS_HYPHEN = new RegExp(`[${HYPHENS}]`, 'u');

/** Whether a character is a hyphen, a dash, or another one that people and editors write in its place. */
export function looksLikeHyphen(character: string): boolean {
  return IS_HYPHEN.test(character);
}

/**
 * Cyrillic, Greek and Armenian capitals that look like Latin ones, from Unicode's table of confusable characters (UTS #39),
 * and those that people type in their place. Every Latin letter is here, because a user-defined field may have any.
 */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'АΑ',
  B: 'ВΒ',
  C: 'С',
  D: 'Ԁ',
  E: 'ЕΕЁ',
  F: 'ϜҒ',
  G: 'Ԍ',
  H: 'НΗ',
  I: 'ІΙӀ',
  J: 'ЈͿ',
  K: 'КΚ',
  L: 'Լ',
  M: 'МΜ',
  N: 'ΝИ',
  O: 'ОΟ',
  P: 'РΡ',
  Q: 'Ԛ',
  R: 'Я',
  S: 'ЅՏ',
  T: 'ТΤ',
  U: 'Ս',
  V: 'Ѵ',
  W: 'Ԝ',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'Ζ',
};

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
);

/** The letter of a marker that a character stands for: a Latin capital, of usual width. */
export function letterOf(character: string): string {
  const capital = character.normalize('NFKC').toUpperCase();
  return LATIN[capital] ?? capital;
}

/** A character class of all characters that may stand for a Latin capital. */
export function classOf(latin: string): string {
  const wide = String.fromCharCode(latin.charCodeAt(0) + 0xfee0);
  const capitals = `${latin}${wide}${LETTERS[latin] ?? ''}`;
  return `[${capitals}${capitals.toLowerCase()}]`;
}

/** The letters of a text, of any script. */
export function lettersIn(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}
