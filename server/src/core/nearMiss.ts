/**
 * Finds what may be meant as a marker but is not written like one: en dashes for hyphens, a lost full stop, a wrong
 * letter. Whether it *is* meant as one, the structure of the article decides (recovery/).
 */
import { beginsAlike, editDistance } from './editDistance';
import { FIELDS, markerText, type Side } from './format';
import { INVISIBLE, letterOf, looksLikeHyphen, SPACES, STOPS } from './lookAlikes';
import { misjoined } from './misjoined';
import type { Span } from './span';
import { spelledOut } from './spelledOut';

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

const TARGETS = FIELDS.flatMap((row) =>
  (['start', 'end'] as const).map((side) => ({ side, letters: row.marker, text: markerText(row.marker, side) })),
);

/** The UTF-16 units that any marker has. */
const OWN_UNITS = new Set(TARGETS.flatMap(({ text }) => Array.from(text, (unit) => unit.charCodeAt(0))));

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
  for (const found of spelledOut(text.slice(start, end))) {
    const base = start + found.start;
    const folded = fold(text.slice(base, start + found.end));
    const stretch = stretchOf(folded);
    for (let best = closest(stretch, 0); best; best = closest(stretch, best.to)) {
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

/** What a character is in a marker: a space, nothing at all, or the character it stands for. */
function formOf(character: string): string {
  if (IS_INVISIBLE.test(character)) return '';
  if (IS_SPACE.test(character)) return ' ';
  if (looksLikeHyphen(character)) return '-';
  return IS_STOP.test(character) ? '.' : letterOf(character);
}

/** The forms of ASCII, which nearly every character is. */
const ASCII_FORMS = Array.from({ length: 0x80 }, (_, unit) => formOf(String.fromCharCode(unit)));

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
    const as = ASCII_FORMS[character.charCodeAt(0)] ?? formOf(character);
    if (as === '') continue;
    const last = folded.at(-1);
    if (as === ' ') {
      if (last?.as === '-') {
        folded[folded.length - 1] = { ...last, spaceBehind: true };
      } else {
        folded.push({ as: '-', spaceBefore: true, spaceBehind: true, ...span });
      }
    } else if (as === '-' && last?.as === '-' && last.spaceBefore && last.spaceBehind) {
      // A space and then the hyphen itself: the marker's part begins with the hyphen.
      folded[folded.length - 1] = { as, spaceBefore: true, spaceBehind: false, ...span };
    } else {
      folded.push({ as, spaceBefore: false, spaceBehind: false, ...span });
    }
  }
  return folded;
}

/** A stretch, laid out so that each of its parts is judged without a walk over it. */
interface Stretch {
  readonly folded: readonly Folded[];
  /** All characters joined. */
  readonly units: string;
  /** For each character and the end: its offset in `units`, and how many of each kind stand before it. */
  readonly offsets: Int32Array;
  readonly spaces: Int32Array;
  readonly joints: Int32Array;
  /** Units that no marker has: each takes an edit, which rules nearly all parts of prose out at once. */
  readonly foreign: Int32Array;
}

function stretchOf(folded: readonly Folded[]): Stretch {
  const sums = () => new Int32Array(folded.length + 1);
  const [offsets, spaces, joints, foreign] = [sums(), sums(), sums(), sums()];
  let units = '';
  for (let i = 0; i < folded.length; i++) {
    const { as, spaceBefore, spaceBehind } = folded[i] as Folded;
    units += as;
    offsets[i + 1] = units.length;
    spaces[i + 1] = (spaces[i] as number) + (spaceBefore || spaceBehind ? 1 : 0);
    joints[i + 1] = (joints[i] as number) + (as === '-' ? 1 : 0);
    foreign[i + 1] = (foreign[i] as number) + foreignUnits(as);
  }
  return { folded, units, offsets, spaces, joints, foreign };
}

function foreignUnits(as: string): number {
  let count = 0;
  for (let i = 0; i < as.length; i++) if (!OWN_UNITS.has(as.charCodeAt(i))) count++;
  return count;
}

/** What stands from one character to another, end excluded. */
function between(sums: Int32Array, from: number, to: number): number {
  return (sums[to] as number) - (sums[from] as number);
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
function closest(stretch: Stretch, at: number): Part | undefined {
  const { units, offsets, joints } = stretch;
  let best: Part | undefined;
  let targets = TARGETS;
  let last = -1;
  for (const [from, to] of parts(stretch, at)) {
    if (best && from >= best.to) break;
    if (from !== last) targets = targetsAt(units, offsets[from] as number);
    last = from;
    const spaces = spacesWithin(stretch, from, to);
    const extra = spaces * 2 < between(joints, from, to) ? spaces : 0;
    const most = Math.floor(best?.cost ?? MOST_EDITS);
    if (extra / 2 > most) continue;
    for (const { side, letters, text } of targets) {
      const limit = Math.max(0, most - extra);
      const distance = editDistance(units, text, limit, { start: offsets[from] as number, end: offsets[to] as number });
      // With nothing else to mend, the white space alone is the fault.
      const cost = distance === 0 ? extra / 2 : distance + extra;
      if (distance > limit || cost > (best?.cost ?? MOST_EDITS)) continue;
      const same = best?.from === from && best.to === to && best.cost === cost;
      if (!same && best?.cost === cost && best.spaces <= spaces) continue;
      best = { from, to, cost, spaces, meant: [...(same && best ? best.meant : []), { side, letters, distance }] };
    }
  }
  return best;
}

/** The markers that may begin at an offset: few, and nearly always none. */
function targetsAt(units: string, offset: number): typeof TARGETS {
  return TARGETS.filter(({ text }) => beginsAlike(units, offset, text, MOST_EDITS, SHORTEST));
}

/** White space between the first and the last character. */
function spacesWithin({ folded, spaces }: Stretch, from: number, to: number): number {
  const first = folded[from] as Folded;
  const last = folded[to - 1] as Folded;
  return between(spaces, from + 1, to - 1) + Number(first.spaceBehind) + Number(last.spaceBefore);
}

/**
 * The parts of a stretch that are as long as a marker, from one white space (or border) to another; none begins or ends
 * with a digit, or has more units that are foreign to markers than a marker may have edits.
 */
function* parts({ folded, foreign }: Stretch, at: number): Generator<[from: number, to: number]> {
  for (let from = at; from < folded.length; from++) {
    if (between(foreign, from, Math.min(folded.length, from + SHORTEST)) > MOST_EDITS || !mayBegin(folded, from))
      continue;
    const limit = Math.min(folded.length, from + LONGEST);
    for (let to = from + SHORTEST; to <= limit && between(foreign, from, to) <= MOST_EDITS; to++) {
      if (mayEnd(folded, to)) yield [from, to];
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
