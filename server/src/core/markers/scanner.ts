/** Finds the well-formed markers in a text. Everything else is text, so any input can be scanned. */
import { FIELDS, fieldRank, type Side, SUFFIX } from '../format';
import { isWhiteSpace, type Span } from '../span';

export interface Marker extends Span {
  readonly side: Side;
  /** The field's letters joined by hyphens, such as `T-I-T-L-E`. The field may be unknown to the format. */
  readonly letters: string;
  /** It is written in another way, but meant as this marker. */
  readonly misspelled: boolean;
}

/**
 * Gives the well-formed markers from `from` on, in order: capital letters joined by hyphens, then `-S-T-A-R-T.` or
 * `-E-N-D.`. It finds the fixed suffix first and then goes back over the letters, not past `from` or the marker before. So
 * the time is linear.
 */
export function* scanMarkers(text: string, from = 0): Generator<Marker> {
  let floor = from;
  let nextStart = -2;
  let nextEnd = -2;
  for (;;) {
    if (nextStart !== -1 && nextStart < floor) nextStart = text.indexOf(SUFFIX.start, floor);
    if (nextEnd !== -1 && nextEnd < floor) nextEnd = text.indexOf(SUFFIX.end, floor);
    if (nextStart === -1 && nextEnd === -1) return;
    const side = nextEnd === -1 || (nextStart !== -1 && nextStart < nextEnd) ? 'start' : 'end';
    const suffix = side === 'start' ? nextStart : nextEnd;
    const before = floor;
    const letters = lettersBefore(text, suffix, before);
    const start = side === 'start' ? afterCut(text, letters, suffix) : letters;
    floor = suffix + SUFFIX[side].length;
    if (start === suffix) continue;
    const misspelled = firstLetterIsDoubled(text, start, before);
    yield {
      side,
      letters: text.slice(start, suffix),
      start: misspelled ? start - 1 : start,
      end: floor,
      misspelled,
    };
  }
}

/** Whether one marker may be right after another in an article without faults: an END after its START, or a START after an END. */
export function mayFollow(before: Marker, marker: Marker): boolean {
  return before.side !== marker.side && (before.side === 'end' || before.letters === marker.letters);
}

/** Whether the marker's first letter is doubled, as in `TT-E-X-T-E-N-D.` Not if it is stuck to a value: then it may be part of a word. */
function firstLetterIsDoubled(text: string, start: number, floor: number): boolean {
  if (start - 1 < floor || text[start - 1] !== text[start]) return false;
  return start - 1 === floor || isWhiteSpace(text.charCodeAt(start - 2));
}

/**
 * Where the first START of an article begins if the article before is cut off within a marker, as in
 * `F-N-E-F-N-S-T-A-R-T.`; any other marker begins with its first letter.
 */
function afterCut(text: string, start: number, suffix: number): number {
  const letters = text.slice(start, suffix);
  const isInMarker = !isWhiteSpace(text.charCodeAt(suffix + SUFFIX.start.length)); // It was pasted into the other one.
  if (!letters.endsWith(`-${FIRST}`) || isInMarker) return start;
  const rest = letters.slice(0, -FIRST.length - 1);
  return rest.length > 1 && BEGINNINGS.has(rest) ? suffix - FIRST.length : start;
}

const FIRST = FIELDS[0]?.marker ?? '';

/** The markers of the format as far as each of their letters, but not the names of fields. */
const BEGINNINGS = new Set(
  FIELDS.flatMap(({ marker }) => Object.values(SUFFIX).map((suffix) => marker + suffix))
    .flatMap((marker) => [...marker].map((_, i) => marker.slice(0, i)))
    .filter((beginning) => fieldRank(beginning) === -1),
);

/** Where the single capitals joined by hyphens begin that end at `end`; `end` if there are none. */
function lettersBefore(text: string, end: number, floor: number): number {
  let start = end;
  let at = end - 1;
  while (at >= floor && isCapital(text.charCodeAt(at))) {
    start = at;
    if (at - 1 < floor || text.charCodeAt(at - 1) !== 0x2d) break;
    at -= 2;
  }
  return start;
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}
