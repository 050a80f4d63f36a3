/** Cuts a text into runs wherever an article certainly begins, and finds out which of them are healthy articles. */

import { FIELDS, fieldRank, markerText, type Side } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import { isBlank, isWhiteSpace, type Span, skipWhiteSpace, touch } from '../span';
import { type Conflict, conflictsIn, isOpenAfter } from '../text/conflicts';
import { type Jumble, MarkerList } from './jumbles';
import { type HealthyArticle, healthyArticle, isBorder, UTF_16 } from './proof';

/** A part of a text that is read by itself. Offsets are those of the text. */
interface RunSpan extends Span {
  /** See Article.head. */
  readonly head: number | undefined;
  /** It ends at the end of the text, not where another run begins. */
  readonly final: boolean;
}

/** Markers that are read together, as one article or as several. */
export interface MarkedRun extends RunSpan {
  readonly markers: readonly Marker[];
  /** Of these, `markers` has only the first and the last marker. No run begins in one. */
  readonly jumbles: readonly Jumble[];
  /** Merge conflicts of git; no run begins in one. */
  readonly conflicts: readonly Conflict[];
}

/** One article that is proven healthy. Its markers are not searched for. */
export interface HealthyRun extends RunSpan {
  readonly healthy: HealthyArticle;
}

export type Run = MarkedRun | HealthyRun;

/**
 * The runs of a text, in order; joined, they are the text. When the text is cut from a document at a border, `head` is
 * that of its first article.
 */
export function* runs(text: string, head?: number): Generator<Run> {
  for (let start = 0; start < text.length; ) {
    const run = healthyRun(text, start) ?? markedRun(text, start);
    yield start === 0 ? { ...run, head } : run;
    start = run.end;
  }
}

/** A healthy article that ends at the end of the text, or where another article certainly begins. */
function healthyRun(text: string, start: number): HealthyRun | undefined {
  const healthy = healthyArticle(text, start, UTF_16);
  if (!healthy) return undefined;
  const { end } = healthy;
  const final = end === text.length;
  return final || isBorder(text, end, UTF_16) ? { start, end, healthy, head: headOf(text, start), final } : undefined;
}

/** `Article.head` of an article that begins with a whole number. */
function headOf(text: string, start: number): number {
  return text.indexOf(SECOND_START, start) + SECOND_START.length - start;
}

/** The run from `start` on, up to the markers with which an article certainly begins. */
export function markedRun(text: string, start = 0): MarkedRun {
  const list = new MarkerList(text, start);
  let isOpen = false;
  for (const marker of scanMarkers(text, start)) {
    isOpen = isOpenAfter(text, { start: list.end, end: marker.start }, isOpen);
    list.add(marker);
    if (!isOpen && articleBegins(text, list)) return runOf(text, list, start, borderIn(text, list.markers), false);
  }
  list.finish(text.length);
  return runOf(text, list, start, text.length, true);
}

/** Where the article of the last three markers begins. Text before an empty number field may be the number, and belongs to it. */
function borderIn(text: string, markers: readonly Marker[]): number {
  const [closing, open, close] = markers.slice(-4) as [Marker, Marker, Marker];
  return isBlank(text, open.end, close.start) ? skipWhiteSpace(text, closing.end, open.start) : open.start;
}

/** Every run but a text's first begins with a whole number and the START of another field: three markers, which are its head. */
function runOf(text: string, list: MarkerList, start: number, end: number, final: boolean): MarkedRun {
  const { headEnd = start } = list;
  const markers = final ? list.markers : list.markers.slice(0, -3);
  const conflicts = conflictsIn(text, { start, end });
  // The other version of a conflict is not read in any case.
  const jumbles = list.jumbles.filter((jumble) => conflicts.every(({ other }) => !touch(jumble, other)));
  return { start, end, markers, jumbles, conflicts, head: headEnd - start, final };
}

const FIRST_LETTERS = FIELDS[0]?.marker;
const SECOND_START = markerText(FIELDS[1]?.marker ?? '', 'start');
const LAST_RANK = FIELDS.length - 1;

/**
 * Whether the last four markers are the END of a TEXT or of a user-defined field, a complete F-N field with nothing
 * stuck to it, and the START of another field; and no jumble goes on there, in which they would be by chance.
 */
function articleBegins(text: string, { markers, jumbles, isInJumble }: MarkerList): boolean {
  const next = markers.at(-1);
  if (isInJumble || next?.side !== 'start' || next.letters === FIRST_LETTERS || markers.length < 4) return false;
  const [closing, open, close] = markers.slice(-4) as [Marker, Marker, Marker];
  return (
    isMarker(close, 'end', FIRST_LETTERS) &&
    isMarker(open, 'start', FIRST_LETTERS) &&
    (open.start === closing.end || isWhiteSpace(text.charCodeAt(open.start - 1))) &&
    !text.startsWith('<!--', open.start - 5) &&
    !isBetweenMarks(text, open) &&
    closing.side === 'end' &&
    [LAST_RANK, -1].includes(fieldRank(closing.letters)) &&
    !isAdrift(markers, markers.length - 3, jumbles.at(-1)?.end ?? 0)
  );
}

/** Whether a mark is before the space before a marker, and after the one after it, as in `*** F-N-S-T-A-R-T. *** 1986` */
function isBetweenMarks(text: string, { start, end }: Marker): boolean {
  const mark = text.charAt(start - 2);
  return mark === text.charAt(end + 1) && /[^\p{L}\p{N}\s]/u.test(mark);
}

/**
 * Whether the last field before index `end` is a TEXT without its article's other fields: it may belong to the next one. Not
 * where that depends on a jumble; the last one ends at `jumbled`.
 */
function isAdrift(markers: readonly Marker[], end: number, jumbled: number): boolean {
  const last: Marker[] = [];
  for (let i = end - 1; i >= 0 && last.length < 3; i--) {
    const marker = markers[i] as Marker;
    if (marker.start < jumbled) return false;
    if (fieldRank(marker.letters) !== -1) last.push(marker);
  }
  const [close, open, before] = last;
  if (!close || !open || fieldRank(close.letters) !== LAST_RANK) return false;
  const isPair = isMarker(close, 'end', open.letters) && open.side === 'start';
  return isPair && (!before || isMarker(before, 'end', close.letters));
}

function isMarker(marker: Marker, side: Side, letters: string | undefined): boolean {
  return marker.side === side && marker.letters === letters;
}
