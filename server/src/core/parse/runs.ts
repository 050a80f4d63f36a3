/** Cuts a text into runs wherever it is certain that an article begins, and sees which of them are healthy articles. */

import { FIELDS, fieldRank, markerText, type Side } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import { isBlank, isWhiteSpace, type Span, skipWhiteSpace } from '../span';
import { type Conflict, conflictsIn, isOpenAfter } from '../text/conflicts';
import { type HealthyArticle, healthyArticle, isBorder, UTF_16 } from './proof';

/** A stretch of a text, in its offsets, that is read by itself. */
interface Stretch extends Span {
  /** See Article.head. */
  readonly head: number | undefined;
  /** It ends where the text ends, not where another run begins. */
  readonly final: boolean;
}

/** Markers that are read together, as one article or as several. */
export interface MarkedRun extends Stretch {
  readonly markers: readonly Marker[];
  /** What git could not merge; no run begins in one. */
  readonly conflicts: readonly Conflict[];
}

/** One article, whose markers need not be looked for. */
export interface HealthyRun extends Stretch {
  readonly healthy: HealthyArticle;
}

export type Run = MarkedRun | HealthyRun;

/**
 * The runs of a text, in order; joined, they are the text. `head` is that of its first article, when the text is cut from
 * a document at a border.
 */
export function* runs(text: string, head?: number): Generator<Run> {
  for (let start = 0; start < text.length; ) {
    const run = healthyRun(text, start) ?? markedRun(text, start);
    yield start === 0 ? { ...run, head } : run;
    start = run.end;
  }
}

/** A healthy article that ends where the text ends, or where another one certainly begins. */
function healthyRun(text: string, start: number): HealthyRun | undefined {
  const healthy = healthyArticle(text, start, UTF_16);
  if (!healthy) return undefined;
  const { end } = healthy;
  const final = end === text.length;
  return final || isBorder(text, end, UTF_16) ? { start, end, healthy, head: headOf(text, start), final } : undefined;
}

/** See Article.head: of an article that begins with a whole number. */
function headOf(text: string, start: number): number {
  return text.indexOf(SECOND_START, start) + SECOND_START.length - start;
}

/** The markers from `start` on, up to those with which an article certainly begins. */
export function markedRun(text: string, start = 0): MarkedRun {
  const markers: Marker[] = [];
  let isOpen = false;
  let from = start;
  for (const marker of scanMarkers(text, start)) {
    markers.push(marker);
    isOpen = isOpenAfter(text, { start: from, end: marker.start }, isOpen);
    from = marker.end;
    if (isOpen || !articleBegins(text, markers)) continue;
    const end = borderIn(text, markers);
    return runOf(text, markers.slice(0, -3), start, end, false);
  }
  return runOf(text, markers, start, text.length, true);
}

/** Where the article begins that the last three markers begin: a number before its own empty field is its own. */
function borderIn(text: string, markers: readonly Marker[]): number {
  const [closing, open, close] = markers.slice(-4) as [Marker, Marker, Marker];
  return isBlank(text, open.end, close.start) ? skipWhiteSpace(text, closing.end, open.start) : open.start;
}

/** A run that does not begin its text begins with a whole number and the START of another field. */
function runOf(text: string, markers: readonly Marker[], start: number, end: number, final: boolean): MarkedRun {
  const conflicts = conflictsIn(text, { start, end });
  return { start, end, markers, conflicts, head: (markers[2]?.end ?? start) - start, final };
}

const OPENING = FIELDS[0]?.marker;
const SECOND_START = markerText(FIELDS[1]?.marker ?? '', 'start');
const CLOSING_RANK = FIELDS.length - 1;

/**
 * Whether the last four markers are the END of a TEXT or of a user-defined field, a complete F-N field that nothing is
 * stuck to, and the START of another field.
 */
function articleBegins(text: string, markers: readonly Marker[]): boolean {
  const next = markers.at(-1);
  if (next?.side !== 'start' || next.letters === OPENING || markers.length < 4) return false;
  const [closing, open, close] = markers.slice(-4) as [Marker, Marker, Marker];
  return (
    isMarker(close, 'end', OPENING) &&
    isMarker(open, 'start', OPENING) &&
    (open.start === closing.end || isWhiteSpace(text.charCodeAt(open.start - 1))) &&
    !text.startsWith('<!--', open.start - 5) &&
    closing.side === 'end' &&
    [CLOSING_RANK, -1].includes(fieldRank(closing.letters)) &&
    !isAdrift(markers, markers.length - 3)
  );
}

/** Whether the last field before index `end` is a TEXT after no other field of its article: it may belong to the next. */
function isAdrift(markers: readonly Marker[], end: number): boolean {
  const last: Marker[] = [];
  for (let i = end - 1; i >= 0 && last.length < 3; i--) {
    const marker = markers[i] as Marker;
    if (fieldRank(marker.letters) !== -1) last.push(marker);
  }
  const [close, open, before] = last;
  if (!close || !open || fieldRank(close.letters) !== CLOSING_RANK) return false;
  const isWhole = isMarker(close, 'end', open.letters) && open.side === 'start';
  return isWhole && (!before || isMarker(before, 'end', close.letters));
}

function isMarker(marker: Marker, side: Side, letters: string | undefined): boolean {
  return marker.side === side && marker.letters === letters;
}
