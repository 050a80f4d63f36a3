/** What is left of a marker, read letter by letter from the value outwards. */
import type { Side } from '../format';
import { decoded } from '../text/decoded';
import { editDistance } from '../text/editDistance';
import { HYPHENS, letterOf, STOPS } from '../text/lookAlikes';

/**
 * Whether the inner end of a marker is there, which is beside the value: the first letters of an END, the last ones of a START.
 *
 * - `whole`: two letters of it, as in `T-I-…` and `…R-T.` No value ends or begins so, and what became of the rest does not matter.
 * - `letter`: one letter, and the rest is the marker with a letter or two wrong, as in `T-Q-T-L-E-E-N-D.`
 * - `none`: what is there may be a part of the value, as in `b-T-L-E-E-N-D.` of `T-bill T-I-T-L-E-E-N-D.`
 */
export type InnerEnd = 'whole' | 'letter' | 'none';

/** The letters of a marker, or of what is left of it, and figures in their place; the nearest to the value is the first. */
interface Reading {
  /** As Latin capitals. */
  readonly letters: string;
  /** Which of them are small Latin letters, as `s`, and which are not, as `-`. */
  readonly cases: string;
  /** What is before each: between it and the one that is nearer to the value, or the value. */
  readonly joints: readonly string[];
}

/** So many letters may be wrong, lost or added, but only one lost or added. */
const MOST_WRONG = 2;

/** What may be between the letters of a marker and its value: the full stop of a START, in any spelling, backwards. */
const BESIDE_VALUE = {
  start: new RegExp(`^[\\p{Default_Ignorable_Code_Point}${STOPS}${HYPHENS}\\\\]{0,4}[\\s>|]*$`, 'u'),
  end: /^\p{Default_Ignorable_Code_Point}*$/u,
};

/** What parts letters in any spelling. Where it is something else, it is the same everywhere. The `T` of `A- T.` and of `T.E-X-T-E-N-D.` may be an initial. */
const HYPHEN = { start: /^(?:-[\s>|]*|[^\s\p{L}\p{N}.]*)$/u, end: /^(?:[\s>|]*-|[^\s\p{L}\p{N}.]*)$/u };

/** Marks around a whole marker, or the signs of a tag or a comment of HTML. */
const AROUND = /^(?:["'`*_]{1,2}|[“«([]|&lt;|<!-- ?)(.+?)(?:["'`*_]{1,2}|[”»)\]]|&gt;| ?-->)$/su;

/** Reads what is there, `present`, as the marker `written` that a fix writes in its place. */
export function innerEnd(present: string, written: string, side: Side): InnerEnd {
  const { letters, cases, joints } = read(AROUND.exec(present)?.[1] ?? present, side);
  const meant = read(written, side).letters;
  const [, joint = '', ...others] = joints;
  const hasBothCases = cases.includes('s') && cases.includes('-');
  const isSwapped = letters[0] === meant[1] && letters[1] === meant[0];
  if (letters.length < 2 || (letters[0] !== meant[0] && !isSwapped)) return 'none';
  if (!BESIDE_VALUE[side].test(joints[0] ?? '')) return 'none';
  const isJoined = HYPHEN[side].test(joint) || (joint === '.' && side === 'start' && letters === meant);
  if (!isJoined && others.some((each) => each !== joint)) return 'none';
  // Small letters may be of a word: `t-I-T-L-E-E-N-D.` of `trial T-I-T-L-E-E-N-D.`, `te-X-T-E-N-D.` of `test. T-E-X-T-E-N-D.`
  if (cases.startsWith('s') && hasBothCases && (cases[1] === '-' || joint === '')) return 'none';
  // The outer end begins with the same letters: `T-E-N-D.` is the end of `T-E-X-T-E-N-D.`
  if (letters.length < meant.length && meant.endsWith(letters)) return 'none';
  if (letters[1] === meant[1] && !isSwapped) return 'whole';
  // A word is stuck to what is left: `T-E-X-T-S-T-A-Rit`.
  if (joint === '' && letters[1] !== letters[0] && !isSwapped) return 'none';
  // Small letters among capitals, and figures, may be of the value: `T-b-T-L-E-E-N-D.`, `T-2-I-T-L-E-E-N-D.`
  if (hasBothCases) return 'none';
  if (letters.length !== meant.length && /\d/.test(letters)) return 'none';
  const isNearly =
    Math.abs(letters.length - meant.length) <= 1 && editDistance(letters, meant, MOST_WRONG) <= MOST_WRONG;
  return isNearly ? 'letter' : 'none';
}

function read(text: string, side: Side): Reading {
  const characters = [...(decoded(text)?.text ?? text)];
  if (side === 'start') characters.reverse();
  let [letters, cases, joint] = ['', '', ''];
  const joints: string[] = [];
  for (const character of characters) {
    if (/[\p{L}\p{N}]/u.test(character)) {
      letters += letterOf(character);
      cases += /[a-z]/.test(character) ? 's' : '-';
      joints.push(joint);
      joint = '';
    } else joint += character;
  }
  return { letters, cases, joints };
}
