/**
 * Finds what may be meant as a marker but is not written like one: en dashes for hyphens, a lost full stop, a wrong
 * letter. Whether it *is* meant as one, the structure of the article decides (recovery/).
 */

import { textOf } from '../span';
import { beginsAlike, editDistance } from '../text/editDistance';
import { type Folded, fold } from './folded';
import { MARKERS, type Meant, type NearMiss } from './meant';
import { misjoined } from './misjoined';
import { spelledOut } from './spelledOut';
import { between, mayBegin, mayEnd, type Stretch, spacesWithin, stretchOf } from './stretch';
import { torn, tornFrom, withRest } from './torn';

/** Two edits are what it takes to drop a letter with its hyphen, or to swap two letters across one. */
const MOST_EDITS = 2;

/** Fewer characters are none, as what is between two markers nearly always is. */
const FEWEST = 3;

/** The near misses from `start` to `end`, in order; none overlaps another. */
export function* nearMisses(text: string, start: number, end: number): Generator<NearMiss> {
  if (end - start < FEWEST) return;
  let from = start;
  for (const near of misjoined(text, start, end)) {
    yield* misspelledOrTorn(text, from, near.start);
    yield near;
    from = near.end;
  }
  yield* misspelledOrTorn(text, from, end);
}

function* misspelledOrTorn(text: string, start: number, end: number): Generator<NearMiss> {
  let from = start;
  for (const part of misspelled(text, start, end)) {
    const near = withRest(text, part, from);
    yield* torn(text, from, near.start);
    yield near;
    from = near.end;
  }
  yield* torn(text, from, end);
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
      const span = { start: base + first.start, end: base + last.end };
      yield { ...span, meant: [...best.meant, ...tornFrom(textOf(text, span), best.meant)] };
    }
  }
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
  let nearby = MARKERS;
  let last = -1;
  for (const [from, to] of parts(stretch, at)) {
    if (best && from >= best.to) break;
    if (from !== last) nearby = markersAt(units, offsets[from] as number);
    last = from;
    const spaces = spacesWithin(stretch, from, to);
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

/** The markers that may begin at an offset: few, and nearly always none. */
function markersAt(units: string, offset: number): typeof MARKERS {
  return MARKERS.filter(({ text }) => beginsAlike(units, offset, text, MOST_EDITS, SHORTEST));
}

/**
 * The parts of a stretch that are as long as a marker, from one white space (or border) to another; none begins or ends
 * with a digit, or has more units that are foreign to markers than a marker may have edits.
 */
function* parts(stretch: Stretch, at: number): Generator<[from: number, to: number]> {
  const { foreign } = stretch;
  const { length } = stretch.folded;
  for (let from = at; from < length; from++) {
    if (between(foreign, from, Math.min(length, from + SHORTEST)) > MOST_EDITS || !mayBegin(stretch, from)) continue;
    const limit = Math.min(length, from + LONGEST);
    for (let to = from + SHORTEST; to <= limit && between(foreign, from, to) <= MOST_EDITS; to++) {
      if (mayEnd(stretch, to)) yield [from, to];
    }
  }
}

const LENGTHS = MARKERS.map(({ text }) => text.length);
const SHORTEST = Math.min(...LENGTHS) - MOST_EDITS;
const LONGEST = Math.max(...LENGTHS) + MOST_EDITS;
