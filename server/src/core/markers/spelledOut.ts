/**
 * Finds spelled-out text: at least four letters or small groups of letters, separated by hyphens, spaces or look-alikes. That is
 * everything that could be a marker, and little of prose.
 */

import type { Span } from '../span';
import { INVISIBLE, looksLikeHyphen, SPACES, STOPS } from '../text/lookAlikes';
import { matches } from '../text/matches';

/** A letter or a digit; the pair stands for one beyond U+FFFF. */
const LETTER = '(?:[A-Za-z0-9]|\\x01\\x02)';

/**
 * No two neighbouring classes share a character, so it is linear. The limit of 2000 splits longer ones: a match of a million
 * letters would overflow the engine's stack.
 */
const SPELLED_OUT = new RegExp(
  `(?<![A-Za-z0-9\\x02])[-_~]?${LETTER}{1,3}(?:[-_~ \\t.,;:!?]{1,4}${LETTER}{1,3}){3,2000}(?![A-Za-z0-9\\x01])[-_~.,;:!?]{0,2}`,
  'g',
);

/** The spans of spelled-out text, each as long as possible. */
export function* spelledOut(text: string): Generator<Span> {
  for (const { 0: spelled, index } of matches(inAscii(text), SPELLED_OUT)) {
    yield { start: index, end: index + spelled.length };
  }
}

/**
 * Whether letters that are spelled out like a marker end at an offset; they begin at `from` or later. If they are stuck to a
 * marker, they may be the rest of another one, and white space between them would complete it.
 */
export function endsSpelledOut(text: string, at: number, from = 0): boolean {
  return SPELLED_TO_THE_END.test(text.slice(Math.max(from, at - LONGEST_END), at));
}

const SPELLED_TO_THE_END = /[A-Z]-[A-Z]-[A-Z][^A-Za-z0-9\s]{0,2}$/;
const LONGEST_END = 7;

/** A character that is not ASCII: one unit, or the two of a pair. Without the flag `u`, the search is several times as fast. */
const BEYOND_ASCII = /[\ud800-\udbff][\udc00-\udfff]|[^\t -~]/g;

/** Longer texts are replaced part by part: the engine cannot hold a hundred million replacements. */
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
 * The ASCII that a character counts as, of the same length. With all letters of Unicode in the search, the engine would take
 * tens of milliseconds to compile it; with ASCII alone it takes none.
 */
function standIn(character: string): string {
  const isPair = character.length === 2;
  if (IS_LETTER.test(character)) return isPair ? '\x01\x02' : 'A';
  if (looksLikeHyphen(character)) return '-';
  if (IS_STOP.test(character)) return '.';
  if (IS_SPACE.test(character)) return ' ';
  return isPair ? '""' : '"';
}
