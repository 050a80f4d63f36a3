/** What the search in recovery.ts chooses from: the places of a run that are markers, or may be meant as some. */
import { fieldRank } from './format';
import { looksLikeHyphen, type Meant, nearMisses } from './nearMiss';
import type { Marker } from './scanner';
import type { Span } from './span';

/** What it costs to read a misspelled marker, and each edit in it: less than the fault that the reading explains. */
const MISSPELLED = 80;
const EDIT = 5;

/** A place that may be read as a marker, in one or more ways. */
export interface Candidate extends Span {
  readonly readings: readonly { readonly marker: Marker; readonly cost: number }[];
  /** It may also be plain text. */
  readonly maybeText: boolean;
}

/**
 * The well-formed markers and the near misses between them. An unknown marker with a partner is a field of one's own,
 * however near its name; a lone one may be a misspelling, or just a word that someone spelled out.
 */
export function candidates(text: string, markers: readonly Marker[], start: number, end: number): Candidate[] {
  const paired = pairedUnknown(markers.filter((marker) => standsAlone(text, marker)));
  const isFirm = (marker: Marker) => fieldRank(marker.letters) !== -1 || paired.has(marker);
  const found: Candidate[] = [];
  let from = start;
  let lone: Marker[] = [];
  for (const marker of markers) {
    if (!isFirm(marker)) {
      lone.push(marker);
      continue;
    }
    found.push(...between(text, from, marker.start, lone), wellFormed(marker, false));
    from = marker.end;
    lone = [];
  }
  return [...found, ...between(text, from, end, lone)];
}

/** What may be markers in a stretch that has no certain one: near misses, lone unknown markers, and both in one. */
function between(text: string, start: number, end: number, lone: readonly Marker[]): Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  for (const near of nearMisses(text, start, end)) {
    while (next < lone.length && (lone[next] as Marker).end <= near.start)
      found.push(wellFormed(lone[next++] as Marker, true));
    const both = nearMiss(near, near.meant);
    const readings = [...both.readings];
    while (next < lone.length && (lone[next] as Marker).start < near.end)
      readings.push({ marker: lone[next++] as Marker, cost: 0 });
    found.push({ ...both, readings });
  }
  return [...found, ...lone.slice(next).map((marker) => wellFormed(marker, true))];
}

function wellFormed(marker: Marker, maybeText: boolean): Candidate {
  const cost = marker.misspelled ? MISSPELLED : 0;
  return { start: marker.start, end: marker.end, readings: [{ marker, cost }], maybeText };
}

function nearMiss({ start, end }: Span, meant: readonly Meant[]): Candidate {
  const readings = meant.map(({ side, letters, distance }) => ({
    marker: { side, letters, start, end, misspelled: true },
    cost: MISSPELLED + distance * EDIT,
  }));
  return { start, end, readings, maybeText: true };
}

/** Whether a marker is not the tail of something longer, as in `T–E–X–T-E-N-D.` */
function standsAlone(text: string, { start }: Marker): boolean {
  return !looksLikeHyphen(text.charAt(start - 1));
}

/** The unknown markers whose next marker of the same letters is their counterpart. */
function pairedUnknown(markers: readonly Marker[]): ReadonlySet<Marker> {
  const open = new Map<string, Marker>();
  const paired = new Set<Marker>();
  for (const marker of markers) {
    if (fieldRank(marker.letters) !== -1) {
      open.clear(); // A field of one's own does not reach over another one.
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
