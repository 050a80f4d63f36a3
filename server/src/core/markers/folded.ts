/** Folds characters to those of a marker: case, width and look-alikes are removed, and white space counts as a hyphen. */

import type { Span } from '../span';
import { INVISIBLE, letterOf, looksLikeHyphen, SPACES, STOPS } from '../text/lookAlikes';

/** A character as it would be in a marker, and its span in the text. */
export interface Folded extends Span {
  /** A capital letter, a digit, `-`, `.`, or the character itself. */
  readonly as: string;
  /** It includes white space before it: a marker may end before it, and begin at it. */
  readonly spaceBefore: boolean;
  /** It includes white space after it: a marker may begin after it, and end at it. */
  readonly spaceAfter: boolean;
}

const IS_SPACE = new RegExp(`[${SPACES}]`, 'u');
const IS_STOP = new RegExp(`[${STOPS}]`, 'u');
const IS_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'u');

/** What a character is in a marker: a space, nothing, or the character that it stands for. */
function formOf(character: string): string {
  if (IS_INVISIBLE.test(character)) return '';
  if (IS_SPACE.test(character)) return ' ';
  if (looksLikeHyphen(character)) return '-';
  return IS_STOP.test(character) ? '.' : letterOf(character);
}

/** The forms of ASCII, which nearly every character is. */
const ASCII_FORMS = Array.from({ length: 0x80 }, (_, unit) => formOf(String.fromCharCode(unit)));

/**
 * Folds characters: case, width, look-alikes, kinds of hyphens and full stops. Spaces become part of the hyphen beside
 * them, or a hyphen of their own.
 */
export function fold(spelled: string): Folded[] {
  const folded: Folded[] = [];
  let at = 0;
  for (const character of spelled) {
    const span = { start: at, end: at + character.length };
    at = span.end;
    const as = ASCII_FORMS[character.charCodeAt(0)] ?? formOf(character);
    if (as === '') continue;
    const last = folded.at(-1);
    if (as === ' ') {
      if (last?.as === '-') {
        folded[folded.length - 1] = { ...last, spaceAfter: true };
      } else {
        folded.push({ as: '-', spaceBefore: true, spaceAfter: true, ...span });
      }
    } else if (as === '-' && last?.as === '-' && last.spaceBefore && last.spaceAfter) {
      // A space, then the hyphen itself: the marker begins with the hyphen.
      folded[folded.length - 1] = { as, spaceBefore: true, spaceAfter: false, ...span };
    } else {
      folded.push({ as, spaceBefore: false, spaceAfter: false, ...span });
    }
  }
  return folded;
}
