/**
 * Finds letters one by one or in small groups, at least four of them, with hyphens, spaces or what looks like them
 * between: everything that could be a marker, and little of prose.
 */

import type { Span } from '../span';
import { INVISIBLE, looksLikeHyphen, SPACES, STOPS } from '../text/lookAlikes';

/** A letter or a digit; the pair stands for one beyond U+FFFF. */
const LETTER = '(?:[A-Za-z0-9]|\\x01\\x02)';

/**
 * No two neighbouring classes share a character, so it is linear. A stretch of thousands is taken in parts: a million
 * letters at once are more than the engine's stack has room for.
 */
const SPELLED_OUT = new RegExp(
  `(?<![A-Za-z0-9\\x02])[-_~]?${LETTER}{1,3}(?:[-_~ \\t.,;:!?]{1,4}${LETTER}{1,3}){3,2000}(?![A-Za-z0-9\\x01])[-_~.,;:!?]{0,2}`,
  'g',
);

/** Such stretches of a text, as long as each of them goes. */
export function* spelledOut(text: string): Generator<Span> {
  for (const { 0: stretch, index } of inAscii(text).matchAll(SPELLED_OUT)) {
    yield { start: index, end: index + stretch.length };
  }
}

/**
 * Whether letters that are spelled out like a marker end at an offset, and begin after `from`. Stuck to a marker they may
 * be the rest of another one, which white space would complete.
 */
export function endsSpelledOut(text: string, at: number, from = 0): boolean {
  return SPELLED_TO_THE_END.test(text.slice(Math.max(from, at - LONGEST_END), at));
}

const SPELLED_TO_THE_END = /[A-Z]-[A-Z]-[A-Z][^A-Za-z0-9\s]{0,2}$/;
const LONGEST_END = 7;

const BEYOND_ASCII = /[^\t -~]/gu;

/** More characters at once than this are replaced part by part: the engine has no room for a hundred million. */
const PART = 1_000_000;

/** The text with a stand-in for each character that is not ASCII. */
function inAscii(text: string): string {
  const known = new Map<string, string>();
  const standInOnce = (character: string) => {
    const found = known.get(character) ?? standIn(character);
    known.set(character, found);
    return found;
  };
  let whole = '';
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + PART;
    if (isFirstHalf(text.charCodeAt(end - 1))) end++;
    whole += text.slice(start, end).replace(BEYOND_ASCII, standInOnce);
  }
  return whole;
}

/** Whether a UTF-16 unit is the first of two that make a character. */
function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

const IS_LETTER = /[\p{L}\p{N}]/u;
const IS_STOP = new RegExp(`[${STOPS}]`, 'u');
const IS_SPACE = new RegExp(`[${SPACES}${INVISIBLE}]`, 'u');

/**
 * What counts as much as a character does, and is as long. In ASCII, the search is made in no time: with all letters of
 * Unicode in it, the engine takes tens of milliseconds to compile it.
 */
function standIn(character: string): string {
  const isPair = character.length === 2;
  if (IS_LETTER.test(character)) return isPair ? '\x01\x02' : 'A';
  if (looksLikeHyphen(character)) return '-';
  if (IS_STOP.test(character)) return '.';
  if (IS_SPACE.test(character)) return ' ';
  return isPair ? '""' : '"';
}
