/** Whether the word of a value that is beside a marker is one of prose. */
import type { MarkerPlace } from './place';
import { isPiece, mayBePart } from './rests';
import { isLabel } from './standIns';

const OPENING = '[“"‘\'«([¿¡\\p{Sc}]?';
const CLOSING = '["”’\'»)\\]%‰]*';
const WORD = [
  // `win`, `It`, `Anne’s`, `e-mail`, `www.example.org`, `d’Ivoire`
  "(?:\\p{Lu}\\p{Ll}|\\p{Ll}{2})\\p{Ll}*(?:[-’'.]\\p{Lu}?\\p{Ll}+)*",
  '\\p{Ll}-\\p{Ll}{2,}',
  "\\p{L}[’'](?:\\p{Lu}\\p{Ll}|\\p{Ll}{2})\\p{Ll}*",
  // `NATO`, `MPs`, `U.S.`, `I`, `G-20`
  '\\p{Lu}{2,8}s?',
  '(?:\\p{Lu}\\.){2,}',
  '\\p{Lu}(?!\\.)',
  '\\p{Lu}{1,3}-\\p{N}+s?',
  // `غزة`
  '[\\p{Lo}\\p{M}]+',
  // `1,200`, `24/7`, `1986`, `10th`, `5m`, `4`
  '\\p{N}+(?:[.,:/-]\\p{N}+)+\\p{Ll}*',
  '\\p{N}{2,}\\p{Ll}*',
  '\\p{N}(?!\\.)\\p{Ll}{0,2}',
].join('|');

/**
 * Words at the beginning of a value, at the end of a headline, and at the end of a text, with the marks that are usual there.
 * The full stop after a headline may be all that is left of its END: `U.S.` of `U.S. T-I-T-L-E-E-N-D.` and of `U.S T-I-T-L-E-E-N-D.`
 */
const PLAIN = {
  start: new RegExp(`^${OPENING}(?:${WORD})${CLOSING}(?:[.,:;!?…]${CLOSING})?$`, 'u'),
  end: new RegExp(`^${OPENING}(?:${WORD})(?<!\\.)[!?…]?${CLOSING}$`, 'u'),
  text: new RegExp(`^${OPENING}(?:${WORD})${CLOSING}(?:[.!?…。！？؟]${CLOSING})?$`, 'u'),
};

/** The outer end of a number where no letter of the marker is stuck to it, as in `F86` and `1986F`. */
const NUMBER_END = { start: /^\p{N}/u, end: /[\p{N}\p{Ll}]$/u };

/** The last letter of an END after another capital, as in `MD.` of `Mr. T-E-X-T-E-N-D.` and in `N.D.`, or a single figure in its place. */
const ODD_TAIL = /\p{Lu}\.?D\.?$|^\p{N}$/u;

/** A single figure or letter, which may be in place of a START. `A` is a word. */
const ODD_HEAD = /^(?:\p{N}|(?![AEIOY])[A-Z])\s/u;

/** What two marks enclose. `’` is an apostrophe before a letter. */
const ENCLOSED = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|“[^“”]*”|«[^«»]*»|‘(?:[^‘’]|’(?=\p{L}))*’/gu;

/** An opening mark that nothing closes, a closing one that nothing opens: they may be in place of white space. */
const UNPAIRED = { start: /^[([{“‘«]/, end: /[)\]}”’»]$/ };

/** The word has a line of its own, perhaps with a few others. A headline is one line. */
const ALONE = { start: /^\S+(?: \S+){0,2}[\r\n]/, end: /[\r\n]\S+(?: \S+){0,2}$/ };
const LINES = /[\r\n]/;

/** Whether the word is one of prose: a name, an abbreviation, a figure. Then it is no rest of a marker, and no label. */
export function isPlain(place: MarkerPlace): boolean {
  const { kind, marker, value, word } = place;
  const { side } = marker;
  if (kind === 'number') return NUMBER_END[side].test(value);
  if (
    ALONE[side].test(value) ||
    (kind === 'title' && LINES.test(value)) ||
    isLabel(place) ||
    isPiece(place) ||
    mayBePart(place)
  )
    return false;
  if (isUnpaired(place) || (side === 'start' ? ODD_HEAD.test(value) : ODD_TAIL.test(word))) return false;
  return PLAIN[kind === 'text' && side === 'end' ? 'text' : side].test(word);
}

/** Whether a mark is at the edge of the value that has no other half in the passage. */
function isUnpaired(place: MarkerPlace): boolean {
  const mark = UNPAIRED[place.marker.side];
  // Nearly no value has such a mark there, and a passage is long.
  return mark.test(place.value) && mark.test(place.passage.replaceAll(ENCLOSED, '–'));
}

/** Whether a letter, a digit or the end of a sentence is stuck to the marker, and no capital, which may be one of it. */
export function isStuckWord({ kind, marker, value }: MarkerPlace): boolean {
  if (marker.side === 'start') return /^[\p{L}\p{N}]/u.test(value);
  return (kind === 'text' ? /[\p{Ll}\p{Lo}\p{N}][”’)]?[.!?…]$/u : /[\p{Ll}\p{Lo}\p{N}]$/u).test(value);
}
