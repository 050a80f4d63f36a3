/**
 * Finds markers whose letters are all there and in order, but whose joints or end are wrong: `TEXTEND.`, `T.E.X.T.E.N.D.`,
 * `T\-E\-X\-T\-E\-N\-D.`, a marker with a line break in it, or one without its full stop that is stuck to the value.
 * Prose is never such a marker: separate letters need more than a space between them, and joined letters form no English
 * word.
 */
import { FIELDS, SUFFIX } from '../format';
import { classOf, HYPHENS, INVISIBLE, letterOf, looksLikeHyphen, SPACES, STOPS } from '../text/lookAlikes';
import { matches } from '../text/matches';
import { MARKERS, type NearMiss } from './meant';

const JOINT = `[${HYPHENS}${SPACES}${STOPS}${INVISIBLE}\\r\\n\\\\*+=/|]{0,6}`;
const TAIL = `(?:[${HYPHENS}${STOPS}${INVISIBLE}\\\\]{1,3}|[${SPACES}\\r\\n]{1,2}\\.(?!\\S))?`;

const joined = (marker: string) =>
  marker
    .replaceAll(/[^A-Z]/g, '')
    .split('')
    .map(classOf)
    .join(JOINT);

/** Two letters and the hyphen between them. */
const FIRST = 3;

/** The letters of a field, which no letter precedes. That is checked after the first two, because few places have these. */
const begun = (field: string) => {
  const first = joined(field.slice(0, FIRST));
  const rest = joined(field.slice(FIRST));
  return `${first}(?<![\\p{L}\\p{N}][${HYPHENS}]?${first})${rest && JOINT + rest}`;
};

/** The letters of a marker, then what replaces its full stop. Linear: no two neighbouring parts share a character. */
const RIGHT_LETTERS = new RegExp(
  `((?:${FIELDS.map((row) => begun(row.marker)).join('|')})${JOINT}(?:${joined(SUFFIX.start)}|${joined(SUFFIX.end)}))(${TAIL})`,
  'gu',
);

/** The markers by their letters alone. */
const BY_LETTERS = new Map(
  MARKERS.map(({ side, letters, text }) => [text.replaceAll(/[^A-Z]/g, ''), { side, letters, distance: 0 }]),
);

/** Such markers from `start` to `end`, in order. */
export function* misjoined(text: string, start: number, end: number): Generator<NearMiss> {
  for (const match of matches(text.slice(start, end), RIGHT_LETTERS)) {
    const [whole, core, tail] = match as unknown as [string, string, string];
    const at = start + match.index;
    if (!isMeant(core) || !mayEnd(core, tail, text.slice(at + whole.length, at + whole.length + 2))) continue;
    const meant = BY_LETTERS.get(lettersOf(core).map(letterOf).join(''));
    if (meant) yield { start: at, end: at + whole.length, meant: [meant] };
  }
}

const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'gu');
const LETTER = /\p{L}/u;

function lettersOf(core: string): string[] {
  return [...core].filter((character) => LETTER.test(character));
}

/** Whether the letters are joined in a way in which nobody joins the letters of words. */
function isMeant(core: string): boolean {
  const joints = core.replaceAll(INVISIBLES, '').split(LETTER).slice(1, -1);
  const marked = joints.filter((joint) => MARK.test(joint)).length;
  // A word begins after a full stop and white space.
  if (isEnded(joints.at(-1) ?? '') && !joints.every(isEnded)) return false;
  if (joints.every((joint) => joint !== '')) {
    const blank = joints.filter(isBlank).length;
    const isEven = [isDotted, isEnded].some((is) => joints.every(is));
    return (marked + blank === joints.length && (marked >= blank || marked === 0)) || isEven;
  }
  if (joints.some((joint) => joint !== '' && !(MARK.test(joint) && !SPACE.test(joint)))) return false;
  return marked === 0 || marked * 2 >= joints.length || core === core.toUpperCase();
}

const SPACE = new RegExp(`[${SPACES}]`, 'u');
const ENDED = new RegExp(`[${STOPS}]\\s`, 'u');
const MARK = new RegExp(`[${HYPHENS}\\\\*+=/|]`, 'u');
const isBlank = (joint: string) => joint.trim() === '';
const isDotted = (joint: string) => !/\s/.test(joint);
const isEnded = (joint: string) => ENDED.test(joint);

/**
 * Whether a marker may end before the two characters `next`. A marker without its full stop and the space after it may, if it
 * is spelled out correctly and a word follows. A single letter other than `A` or `I` is more likely part of the marker.
 */
function mayEnd(core: string, tail: string, next: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(next)) return true;
  // A digit and a full stop: the digit replaces the marker's last letter or joint.
  if (/^\p{N}\.$/u.test(next)) return false;
  if (tail !== '') return !looksLikeHyphen(tail.slice(-1));
  if (!/^[A-Z](?:-[A-Z])+$/.test(core)) return false;
  return /^(?:\p{N}|[\p{L}’']{2})/u.test(next) || (core.endsWith('T') && /^[AI]\s/.test(next));
}
