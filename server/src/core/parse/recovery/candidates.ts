/** The candidates that the search (search.ts) chooses from: the markers of a run, and what may be meant as one. */

import { fieldRank } from '../../format';
import type { NearMiss } from '../../markers/meant';
import { nearMisses } from '../../markers/nearMiss';
import type { Marker } from '../../markers/scanner';
import { isBlank, type Span } from '../../span';
import { decoded } from '../../text/decoded';
import { looksLikeHyphen } from '../../text/lookAlikes';
import { COST } from './costs';
import { dressed } from './dressing';

/** A span that can be read as a marker, in one or more ways. */
export interface Candidate extends Span {
  readonly readings: readonly { readonly marker: Marker; readonly cost: number }[];
  /** The cost of reading it as plain text; undefined where it is certainly a marker. */
  readonly asText: number | undefined;
}

/**
 * The well-formed markers and the near misses between them. A pair of unknown markers is a user-defined field, even if its
 * name is close to a known one; a single unknown marker may be a misspelling, or only a spelled-out word.
 */
export function candidates(text: string, markers: readonly Marker[], start: number, end: number): Candidate[] {
  const isKnown = ({ letters }: Marker) => fieldRank(letters) !== -1;
  // Nearly no article has an unknown marker.
  const paired = markers.every(isKnown) ? NONE : pairedUnknown(markers.filter((marker) => standsAlone(text, marker)));
  const isFirm = (marker: Marker) => isKnown(marker) || paired.has(marker);
  const found: Candidate[] = [];
  let from = start;
  let last: Marker | undefined;
  let lone: Marker[] = [];
  for (const [i, marker] of markers.entries()) {
    if (!isFirm(marker)) {
      lone.push(marker);
      continue;
    }
    const firm = dressedAmong(text, markers, i, from, end);
    const near = nearCandidates(text, { start: from, end: firm.start }, isOwnField(last, firm));
    for (const candidate of between(near, lone)) found.push(candidate);
    found.push(wellFormed(firm, undefined));
    from = firm.end;
    last = firm;
    lone = [];
  }
  return [...found, ...between(nearCandidates(text, { start: from, end }, false), lone)];
}

/** The i-th marker of a run, with the characters that are stuck to it between `floor` and `end`. */
export function dressedAmong(text: string, markers: readonly Marker[], i: number, floor: number, end: number): Marker {
  const marker = markers[i] as Marker;
  const last = markers[i - 1];
  const before = Math.max(floor, last?.end ?? floor);
  const isOutside = last?.side !== 'start' && isBlank(text, before, marker.start - 1);
  const next = markers[i + 1];
  // A hyphen right before the next marker may belong to that one.
  const after = next && (looksLikeHyphen(text.charAt(next.start - 1)) ? next.start - 1 : next.start);
  return dressed(text, marker, { before, after: after ?? end, isOutside });
}

/** Whether two markers are the START and the END of one field, so that the text between them is its value. */
function isOwnField(open: Marker | undefined, close: Marker): boolean {
  return open?.side === 'start' && close.side === 'end' && open.letters === close.letters;
}

/** The candidates in a part without certain markers: near misses, single unknown markers, and those that are both. */
function between(all: readonly Candidate[], lone: readonly Marker[]): Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  for (const near of all) {
    while (next < lone.length && (lone[next] as Marker).end <= near.start)
      found.push(wellFormed(lone[next++] as Marker, 0));
    const readings = [...near.readings];
    while (next < lone.length && (lone[next] as Marker).start < near.end)
      readings.push({ marker: lone[next++] as Marker, cost: 0 });
    found.push({ ...near, readings });
  }
  return [...found, ...lone.slice(next).map((marker) => wellFormed(marker, 0))];
}

function wellFormed(marker: Marker, asText: number | undefined): Candidate {
  const cost = marker.misspelled ? COST.misspelled : 0;
  return { start: marker.start, end: marker.end, readings: [{ marker, cost }], asText };
}

/** A word and a hyphen: what is before a marker that has lost its first letter and the space, as in `sight-E-X-T-S-T-A-R-T.` */
const JOINED = /[\p{L}\p{N}]-$/u;

/** A word in lower case before capitals, as in `the -X-T-E-N-D.` */
const WORD = /^\p{Lu}?\p{Ll}{1,3}\s+(?=-?[A-Z]-[A-Z])/u;

/** White space between what is left of a marker and its full stop, as in `F-N-E-N .` */
const PARTED_STOP = /^[^.]\s\.(?!\S)/;

function nearCandidates(text: string, { start, end }: Span, isValue: boolean): Candidate[] {
  const found = [...nearMisses(text, start, end)];
  const all = found.map((near, i) => nearCandidate(text, near, found[i - 1]?.end ?? start, found[i + 1]?.start ?? end));
  return found.length < ALIKE ? all : all.map(isValue ? cited : alike);
}

/** So many near misses without a well-formed marker between them have one cause. */
const ALIKE = 6;

/** They were misspelled together, by auto-correct or a replacement. */
function alike(candidate: Candidate): Candidate {
  const readings = candidate.readings.map(({ marker }) => ({ marker, cost: COST.misspelledAlike }));
  return { ...candidate, readings, asText: COST.passedOver };
}

/** They are in one value, which is a text about markers. */
function cited(candidate: Candidate): Candidate {
  return { ...candidate, asText: 0 };
}

function nearCandidate(text: string, near: NearMiss, before: number, after: number): Candidate {
  const { meant } = near;
  const end = PARTED_STOP.test(text.slice(near.end - 1, near.end + 3)) ? Math.min(near.end + 2, after) : near.end;
  // After a hyphen that joins it to a word, its first letter is lost. A word in lower case before it belongs to the value.
  const [word = ''] = WORD.exec(text.slice(near.start, near.end)) ?? [];
  const isJoined = near.start > before && JOINED.test(text.slice(near.start - 2, near.start));
  const start = isJoined ? near.start - 1 : near.start + word.length;
  const readings = meant.map(({ side, letters, distance }) => ({
    marker: dressed(text, { side, letters, start, end, misspelled: true }, { before, after, isOutside: false }),
    cost: COST.misspelled + distance * COST.edit,
  }));
  const [first] = readings;
  const asText = meant.some(({ distance }) => distance <= 1) ? COST.passedOver : 0;
  return { start: first?.marker.start ?? start, end: first?.marker.end ?? end, readings, asText };
}

/** Whether a marker is not the end of something longer, as in `T–E–X–T-E-N-D.`, `TEXT-E-N-D.` or `T-&#45;E-X-T-E-N-D.` */
function standsAlone(text: string, { start }: Marker): boolean {
  const own = text.slice(start, start + FIRST_LETTERS);
  const beside = text.slice(Math.max(0, start - LONGEST_SPELLING), start) + own;
  const last = (decoded(beside)?.text ?? beside).at(-1 - FIRST_LETTERS) ?? '';
  return !/[A-Z]/.test(last) && !looksLikeHyphen(last);
}

/** A letter and its hyphen. */
const FIRST_LETTERS = 2;

/** A character in another spelling is not longer, and the letter before it. */
const LONGEST_SPELLING = 20;

const NONE: ReadonlySet<Marker> = new Set();

/** The unknown markers that form pairs: a START and the next END of the same letters. */
function pairedUnknown(markers: readonly Marker[]): ReadonlySet<Marker> {
  const open = new Map<string, Marker>();
  const paired = new Set<Marker>();
  for (const marker of markers) {
    if (fieldRank(marker.letters) !== -1) {
      open.clear(); // A user-defined field does not reach over another one.
      continue;
    }
    const start = open.get(marker.letters);
    open.delete(marker.letters);
    if (marker.side === 'start') {
      open.set(marker.letters, marker);
    } else if (start) {
      paired.add(start).add(marker);
    }
  }
  return paired;
}
