/**
 * Finds what is left of a marker from which one stretch was cut, or in which one stands twice: `T-I-T-L`, `L-E-E-N-D.`,
 * `T-E-X-RT.`, `T-E-X-T-E-N-D-E-N-D.` Such a word begins as the marker begins and ends as it ends, and has nothing between.
 */
import { FIELDS, markerText, type Side } from './format';
import type { Meant, NearMiss } from './nearMiss';

/** A word of capitals, hyphens and full stops. */
const WORD = /(?<!\S)-?[A-Z][A-Z.-]{0,38}(?!\S)/g;

/** What prose may spell out as well: so few letters, or a whole word. */
const PROSE = /^(?:[^A-Z]*[A-Z]){0,2}[^A-Z]*$|^S-T-A-R-T\.?$|^E-N-D\.?$/;

const MARKERS = FIELDS.flatMap((row) =>
  (['start', 'end'] as const).map((side: Side) => ({ side, letters: row.marker, text: markerText(row.marker, side) })),
);

/** A field's letters by themselves. */
const NAMES = new Set(FIELDS.flatMap(({ marker }) => [marker, `${marker}.`, `${marker}-`]));

/** A space or a line end, which may be CRLF. */
const MOST_SPACE = 2;

/** More than the edits of any misspelling. */
const DISTANCE = 3;

/** Such words from `start` to `end`, in order; two of them are one where white space stands in place of what was lost. */
export function* torn(text: string, start: number, end: number): Generator<NearMiss> {
  const words = [...text.slice(start, end).matchAll(WORD)];
  for (let i = 0; i < words.length; i++) {
    const [{ 0: word, index }, next] = [words[i] as RegExpExecArray, words[i + 1]];
    const at = start + index;
    const isParted = next && next.index - index - word.length <= MOST_SPACE;
    const together = isParted ? tornFrom(word + next[0]) : [];
    const meant = together.length > 0 ? together : tornFrom(word);
    if (meant.length === 0) continue;
    if (next && meant === together) i++;
    yield {
      start: at,
      end: next && meant === together ? start + next.index + next[0].length : at + word.length,
      meant,
    };
  }
}

/** The markers that a word may be torn from, without those that are known. */
export function tornFrom(word: string, known: readonly Meant[] = []): Meant[] {
  if (PROSE.test(word) && !NAMES.has(word)) return [];
  const isKnown = (marker: Meant) =>
    known.some(({ side, letters }) => side === marker.side && letters === marker.letters);
  return MARKERS.filter(({ text }) => isTorn(word, text))
    .map(({ side, letters }) => ({ side, letters, distance: DISTANCE }))
    .filter((marker) => !isKnown(marker));
}

/** Whether a word with a hyphen is a marker without one stretch of it, or with one twice. */
export function isTorn(word: string, marker: string): boolean {
  if (!word.includes('-') || word === marker || word.length >= 2 * marker.length) return false;
  const most = Math.min(word.length, marker.length);
  let before = 0;
  while (before < most && word[before] === marker[before]) before++;
  let behind = 0;
  while (behind < most && word.at(-1 - behind) === marker.at(-1 - behind)) behind++;
  return before + behind >= word.length;
}
