/**
 * Finds near misses, which may be meant as markers but are not written correctly: en dashes for hyphens, a lost full stop, a
 * wrong letter. The structure of the article decides whether one *is* a marker (recovery/).
 */

import { shifted, textOf } from '../span';
import { decoded } from '../text/decoded';
import { beginsAlike, editDistance } from '../text/editDistance';
import { type Folded, fold } from './folded';
import { evenlyJoined, joinedOtherwise } from './foreignJoints';
import { MARKERS, type Meant, type NearMiss } from './meant';
import { between, type Measured, mayBegin, mayEnd, measured, spacesWithin } from './measured';
import { misjoined } from './misjoined';
import { misread } from './misread';
import { spelledOut } from './spelledOut';
import { torn, tornFrom, withRest } from './torn';

/** Two edits: to lose a letter with its hyphen, or to swap two letters and their hyphen. */
export const MOST_EDITS = 2;

/** Shorter texts hold no near miss; between two markers is nearly always only white space. */
const FEWEST_UNITS = 3;

/** The near misses from `start` to `end`, in order; none overlaps another. */
export function* nearMisses(text: string, start: number, end: number): Generator<NearMiss> {
  if (end - start < FEWEST_UNITS) return;
  const meant = decoded(text.slice(start, end));
  if (!meant) {
    yield* foundBy(FINDERS, text, start, end);
    return;
  }
  const whole = meant.text + text.slice(end, end + LOOK_AHEAD);
  for (const near of foundBy(FINDERS, whole, 0, meant.text.length))
    yield { ...near, ...shifted(meant.sourceOf(near), start) };
}

/** What is right after a marker says whether it ends there. */
const LOOK_AHEAD = 2;

/** Finds near misses of one kind, in order. */
type Finder = (text: string, start: number, end: number) => Iterable<NearMiss>;

/** Each searches what those before it have left. */
const FINDERS: readonly Finder[] = [evenlyJoined, misjoined, joinedOtherwise, misspelled, misread, torn];

function* foundBy(finders: readonly Finder[], text: string, start: number, end: number): Generator<NearMiss> {
  const [finder, ...others] = finders;
  if (!finder || end - start < FEWEST_UNITS) return;
  let from = start;
  for (const near of finder(text, start, end)) {
    yield* foundBy(others, text, from, near.start);
    yield near;
    from = near.end;
  }
  yield* foundBy(others, text, from, end);
}

/** Near misses with a wrong letter, or one too many or too few; each with the rest of it that is in the word before. */
function* misspelled(text: string, start: number, end: number): Generator<NearMiss> {
  let from = start;
  for (const part of closeParts(text, start, end)) {
    const near = withRest(text, part, from);
    yield near;
    from = near.end;
  }
}

function* closeParts(text: string, start: number, end: number): Generator<NearMiss> {
  for (const found of spelledOut(text.slice(start, end))) {
    const base = start + found.start;
    const folded = fold(text.slice(base, start + found.end));
    const spelled = measured(folded);
    for (let best = closest(spelled, 0); best; best = closest(spelled, best.to)) {
      const first = folded[best.from] as Folded;
      const last = folded[best.to - 1] as Folded;
      const span = { start: base + first.start, end: base + last.end };
      if (WITH_WORD.test(textOf(text, span))) continue;
      yield { ...span, meant: [...best.meant, ...tornFrom(textOf(text, span), best.meant)] };
    }
  }
}

/** Capitals, then a word that belongs to the value, as in `T-E-X-T-S-T-A-R to` */
const WITH_WORD = /^[^\p{Ll}]+\s\p{L}\p{Ll}$/u;

interface Part {
  readonly from: number;
  readonly to: number;
  /** Edits; and white space within the part, if only some of its joints are white space. */
  readonly cost: number;
  readonly spaces: number;
  readonly meant: readonly Meant[];
}

/**
 * The first part from `at` on that is close to a marker and begins and ends where a marker may. Of parts that overlap, the
 * closest one; of equally close ones, the one with the fewest spaces. White space counts as an edit, otherwise the word
 * beside a marker that has lost a letter would be read as that letter.
 */
function closest(spelled: Measured, at: number): Part | undefined {
  const { units, offsets, joints } = spelled;
  let best: Part | undefined;
  let nearby = MARKERS;
  let last = -1;
  for (const [from, to] of parts(spelled, at)) {
    if (best && from >= best.to) break;
    if (from !== last) nearby = markersAt(units, offsets[from] as number);
    last = from;
    const spaces = spacesWithin(spelled, from, to);
    const extra = spaces * 2 < between(joints, from, to) ? spaces : 0;
    const most = best?.cost ?? MOST_EDITS;
    if (extra > most) continue;
    for (const { side, letters, text } of nearby) {
      const limit = most - extra;
      const distance = editDistance(units, text, limit, { start: offsets[from] as number, end: offsets[to] as number });
      const cost = distance + extra;
      if (distance > limit) continue;
      const same = best?.from === from && best.to === to && best.cost === cost;
      if (!same && best?.cost === cost && best.spaces <= spaces) continue;
      best = { from, to, cost, spaces, meant: [...(same && best ? best.meant : []), { side, letters, distance }] };
    }
  }
  return best;
}

/** The markers that may begin at an offset: nearly always none. */
function markersAt(units: string, offset: number): typeof MARKERS {
  return MARKERS.filter(({ text }) => beginsAlike(units, offset, text, MOST_EDITS, SHORTEST));
}

/**
 * The parts that are about as long as a marker and begin and end beside white space or a border. No part begins or ends with
 * a digit, or has more units that no marker has than a marker may have edits.
 */
function* parts(spelled: Measured, at: number): Generator<[from: number, to: number]> {
  const { foreign } = spelled;
  const { length } = spelled.folded;
  for (let from = at; from < length; from++) {
    if (between(foreign, from, Math.min(length, from + SHORTEST)) > MOST_EDITS || !mayBegin(spelled, from)) continue;
    const limit = Math.min(length, from + LONGEST);
    for (let to = from + SHORTEST; to <= limit && between(foreign, from, to) <= MOST_EDITS; to++) {
      if (mayEnd(spelled, to)) yield [from, to];
    }
  }
}

const LENGTHS = MARKERS.map(({ text }) => text.length);
const SHORTEST = Math.min(...LENGTHS) - MOST_EDITS;
const LONGEST = Math.max(...LENGTHS) + MOST_EDITS;
