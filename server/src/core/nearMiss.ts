/**
 * Finds what may be meant as a marker but is not written like one: en dashes for hyphens, a lost full stop, a wrong
 * letter. Whether it *is* meant as one, the structure of the article decides (recovery.ts).
 */
import { FIELDS, markerText, type Side } from './format';
import { HYPHENS, INVISIBLE, letterOf, looksLikeHyphen, SPACES, STOPS } from './lookAlikes';
import { misjoined } from './misjoined';
import type { Span } from './span';

export interface NearMiss extends Span {
  /** The markers it comes close to, the closest ones first. */
  readonly meant: readonly Meant[];
}

export interface Meant {
  readonly side: Side;
  readonly letters: string;
  /** Edits between the two, after the forms of the characters are set aside; at most MOST_EDITS. */
  readonly distance: number;
}

/** Two edits are what it takes to drop a letter with its hyphen, or to swap two letters across one. */
const MOST_EDITS = 2;

/**
 * Letters one by one or in small groups, at least four of them, with hyphens, spaces or what looks like them between:
 * everything that could be a marker, and little of prose. No two neighbouring classes share a character, so it is linear.
 * A stretch of thousands is taken in parts: a million letters at once are more than the engine's stack has room for.
 */
const SPELLED_OUT = new RegExp(
  `(?<![\\p{L}\\p{N}])[${HYPHENS}]?[\\p{L}\\p{N}]{1,3}(?:[${HYPHENS}${SPACES}${STOPS}${INVISIBLE}]{1,4}[\\p{L}\\p{N}]{1,3}){3,2000}(?![\\p{L}\\p{N}])[${STOPS}${HYPHENS}]{0,2}`,
  'gu',
);

const TARGETS = FIELDS.flatMap((row) =>
  (['start', 'end'] as const).map((side) => {
    const text = markerText(row.marker, side);
    return {
      side,
      letters: row.marker,
      text,
      letterSet: letterSet(text),
    };
  }),
);

/** The letters A to Z in a text, one bit for each. */
function letterSet(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) {
    const index = text.charCodeAt(i) - 0x41;
    if (index >= 0 && index < 26) set |= 1 << index;
  }
  return set;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The near misses from `start` to `end`, in order; none overlaps another. */
export function* nearMisses(text: string, start: number, end: number): Generator<NearMiss> {
  let from = start;
  for (const near of misjoined(text, start, end)) {
    yield* misspelled(text, from, near.start);
    yield near;
    from = near.end;
  }
  yield* misspelled(text, from, end);
}

/** Those with a wrong letter, or one too many or too few. */
function* misspelled(text: string, start: number, end: number): Generator<NearMiss> {
  for (const match of text.slice(start, end).matchAll(SPELLED_OUT)) {
    const base = start + match.index;
    const folded = fold(match[0]);
    for (let best = closest(folded, 0); best; best = closest(folded, best.to)) {
      const first = folded[best.from] as Folded;
      const last = folded[best.to - 1] as Folded;
      yield { start: base + first.start, end: base + last.end, meant: best.meant };
    }
  }
}

/** A character as it would stand in a marker, with the place it comes from. */
interface Folded extends Span {
  /** A capital letter, a digit, `-`, `.`, or the character itself. */
  readonly as: string;
  /** White space stands before it that belongs to it: a marker may end before it, and begin at it. */
  readonly spaceBefore: boolean;
  /** White space stands behind it that belongs to it: a marker may begin behind it, and end at it. */
  readonly spaceBehind: boolean;
}

const IS_SPACE = new RegExp(`[${SPACES}]`, 'u');
const IS_STOP = new RegExp(`[${STOPS}]`, 'u');
const IS_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'u');

/**
 * Sets the forms of the characters aside: case, width, look-alikes, kinds of hyphen and full stop. Spaces become the
 * hyphen beside them, or one in its place.
 */
function fold(stretch: string): Folded[] {
  const folded: Folded[] = [];
  let at = 0;
  for (const character of stretch) {
    const span = { start: at, end: at + character.length };
    at = span.end;
    if (IS_INVISIBLE.test(character)) continue;
    const last = folded.at(-1);
    if (IS_SPACE.test(character)) {
      if (last?.as === '-') {
        folded[folded.length - 1] = { ...last, spaceBehind: true };
      } else {
        folded.push({ as: '-', spaceBefore: true, spaceBehind: true, ...span });
      }
    } else if (looksLikeHyphen(character)) {
      if (last?.as === '-' && last.spaceBefore && last.spaceBehind) {
        // A space and then the hyphen itself: the marker's part begins with the hyphen.
        folded[folded.length - 1] = { as: '-', spaceBefore: true, spaceBehind: false, ...span };
      } else {
        folded.push({ as: '-', spaceBefore: false, spaceBehind: false, ...span });
      }
    } else {
      const as = IS_STOP.test(character) ? '.' : letterOf(character);
      folded.push({ as, spaceBefore: false, spaceBehind: false, ...span });
    }
  }
  return folded;
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** Edits, and white space within the part where only some of its joints are white space. */
  readonly cost: number;
  readonly spaces: number;
  readonly meant: readonly Meant[];
}

/**
 * The first part from `at` on, between two places where a marker may begin and end, that is close to a marker; of
 * those that overlap it, the closest, and of these the one with fewest spaces. White space counts as an edit, or the
 * word beside a marker that has lost a letter would be taken for that letter.
 */
function closest(folded: readonly Folded[], at: number): Part | undefined {
  let best: Part | undefined;
  for (const [from, to, letters] of parts(folded, at)) {
    if (best && from >= best.to) break;
    const near = TARGETS.filter((target) => bitCount(target.letterSet & ~letters) <= MOST_EDITS);
    if (near.length === 0) continue;
    const part = folded.slice(from, to);
    const candidate = part.map(({ as }) => as).join('');
    const spaces = spacesWithin(part);
    const joints = part.filter(({ as }) => as === '-').length;
    const extra = spaces * 2 < joints ? spaces : 0;
    const most = Math.floor(best?.cost ?? MOST_EDITS);
    if (extra / 2 > most) continue;
    for (const { side, letters, text } of near) {
      const distance = editDistance(candidate, text, Math.max(0, most - extra));
      // With nothing else to mend, the white space alone is the fault.
      const cost = distance === 0 ? extra / 2 : distance + extra;
      const limit = best?.cost ?? MOST_EDITS;
      if (distance > Math.max(0, most - extra) || cost > limit) continue;
      const same = best?.from === from && best.to === to && best.cost === cost;
      if (!same && best?.cost === cost && best.spaces <= spaces) continue;
      best = { from, to, cost, spaces, meant: [...(same && best ? best.meant : []), { side, letters, distance }] };
    }
  }
  return best;
}

function spacesWithin(part: readonly Folded[]): number {
  return part.filter(
    ({ spaceBefore, spaceBehind }, index) => (spaceBefore && index > 0) || (spaceBehind && index < part.length - 1),
  ).length;
}

/**
 * The parts of a stretch that are as long as a marker, from one white space (or border) to another; none begins or ends
 * with a digit. With each comes the set of its letters: each letter that a marker has and it lacks takes an edit, which
 * rules nearly all of them out at once.
 */
function* parts(folded: readonly Folded[], at: number): Generator<[from: number, to: number, letters: number]> {
  for (let from = at; from < folded.length; from++) {
    if (!mayBegin(folded, from)) continue;
    const limit = Math.min(folded.length, from + LONGEST);
    let letters = 0;
    for (let to = from + 1; to <= limit; to++) {
      letters |= letterSet((folded[to - 1] as Folded).as);
      if (to >= from + SHORTEST && mayEnd(folded, to)) yield [from, to, letters];
    }
  }
}

const LENGTHS = TARGETS.map(({ text }) => text.length);
const SHORTEST = Math.min(...LENGTHS) - MOST_EDITS;
const LONGEST = Math.max(...LENGTHS) + MOST_EDITS;

function mayBegin(folded: readonly Folded[], at: number): boolean {
  const first = folded[at];
  const isSpaceOnly = first?.spaceBefore && first.spaceBehind;
  const border = at === 0 || folded[at - 1]?.spaceBehind || first?.spaceBefore;
  return Boolean(border) && !isSpaceOnly && !isDigit(first?.as);
}

function mayEnd(folded: readonly Folded[], at: number): boolean {
  const last = folded[at - 1];
  const border = at === folded.length || folded[at]?.spaceBefore || (last?.spaceBehind && !last.spaceBefore);
  return Boolean(border) && !isDigit(last?.as);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{N}/u.test(character);
}

/**
 * Edits (insertion, deletion, replacement, swap of neighbours) between two short strings, or `limit` + 1 when there are
 * more (optimal string alignment).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}
