/** The characters that people and editors write in place of those of a marker. */

/**
 * Sets of characters, for character classes of regular expressions. U+FFFD is what remains of a dash in a file that is not
 * UTF-8.
 */
export const HYPHENS = '\\-_~\u00ad\u02d7\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d\ufffd';
export const SPACES = ' \\t\u00a0\u202f\u3000';
export const STOPS = '.,;:!?\u00b7\u2022\u2024\u2026\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff61';
export const INVISIBLE = '\u200b-\u200d\u2060\ufeff';

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
