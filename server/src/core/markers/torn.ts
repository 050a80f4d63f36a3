/**
 * Finds torn markers: one part was cut out, or is doubled. Examples: `T-I-T-L`, `L-E-E-N-D.`, `T-E-X-RT.`,
 * `T-E-X-T-E-N-D-E-N-D.` Such a word is a beginning of the marker followed by an end of it.
 */
import { FIELDS } from '../format';
import { matches } from '../text/matches';
import { MARKERS, type Meant, type NearMiss } from './meant';

/** A word of capitals, hyphens and full stops. A capital is looked for first, because that is quick. */
const WORD = /(?:-[A-Z](?<!\S..)|[A-Z](?<!\S.))[A-Z.-]{0,38}(?!\S)/g;

/** Such a word at the end of a text, and the white space after it. */
const WORD_BEFORE = /(?<!\S)(-?[A-Z][A-Z.-]{0,38})\s{1,2}$/;

/** Longer than a marker and a space. */
const LONGEST_BESIDE = 50;

/** What a single letter of a value does not have. */
const JOINED = /[.-]/;

/** What prose may spell out too: one or two letters, or a whole word. */
const PROSE = /^(?:[^A-Z]*[A-Z]){0,2}[^A-Z]*$|^S-T-A-R-T\.?$|^E-N-D\.?$/;

/** The letters of a field without START or END. */
const NAMES = new Set(FIELDS.flatMap(({ marker }) => [marker, `${marker}.`, `${marker}-`]));

/** A space or a line end, which may be CRLF. */
const MOST_SPACE = 2;

/** More of them between two markers are part of the text. */
const MOST = 50;

/** One more than the edits of any misspelling. */
const DISTANCE = 3;

/**
 * The torn markers from `start` to `end`, in order. Two words are one torn marker if white space replaces the lost part. None
 * if there are too many to be torn markers.
 */
export function torn(text: string, start: number, end: number): readonly NearMiss[] {
  const found: NearMiss[] = [];
  let last: { word: string; at: number } | undefined;
  for (const { 0: word, index } of matches(text.slice(start, end), WORD)) {
    const at = start + index;
    const isSplit = last && JOINED.test(word) && at - last.at - last.word.length <= MOST_SPACE;
    const together = isSplit ? tornFrom(last?.word + word) : [];
    const meant = together.length > 0 ? together : tornFrom(word);
    const from = together.length > 0 && last ? last.at : at;
    if (meant.length > 0) {
      if (found.at(-1)?.start === from) found.pop();
      found.push({ start: from, end: at + word.length, meant });
      if (found.length > MOST) return [];
    }
    last = together.length > 0 ? undefined : { word, at };
  }
  return found;
}

/** A near miss together with the word before it, after `floor`, if both together are one torn marker; otherwise as it is. */
export function withRest(text: string, near: NearMiss, floor: number): NearMiss {
  const before = text.slice(Math.max(floor, near.start - LONGEST_BESIDE), near.start);
  const [parted, word] = WORD_BEFORE.exec(before) ?? [];
  const meant = parted && word ? tornFrom(word + text.slice(near.start, near.end)) : [];
  return parted && meant.length > 0 ? { start: near.start - parted.length, end: near.end, meant } : near;
}

/** The markers that a word may be the rest of, without those in `known`. */
export function tornFrom(word: string, known: readonly Meant[] = []): Meant[] {
  if (PROSE.test(word) && !NAMES.has(word)) return [];
  const isKnown = (marker: Meant) =>
    known.some(({ side, letters }) => side === marker.side && letters === marker.letters);
  return MARKERS.filter(({ text }) => isTorn(word, text))
    .map(({ side, letters }) => ({ side, letters, distance: DISTANCE }))
    .filter((marker) => !isKnown(marker));
}

/** Whether a word with a hyphen is a marker with one part missing or doubled, or with several letters doubled. */
export function isTorn(word: string, marker: string): boolean {
  return (
    word.includes('-') && (mayBeRest(word, marker) || (word.length > marker.length && once(word) === once(marker)))
  );
}

/** Each character once that is doubled, a letter also with its hyphen, as in `T-I-T-T-L-E-E-NN-D..` */
function once(word: string): string {
  return word.replaceAll(/(.)(?:-?\1)+/gu, '$1');
}

/** The same for any word, even a single letter, if the marker is missing there. */
export function mayBeRest(word: string, marker: string): boolean {
  if (word === marker || word.length >= 2 * marker.length) return false;
  const most = Math.min(word.length, marker.length);
  let before = 0;
  while (before < most && word[before] === marker[before]) before++;
  let after = 0;
  while (after < most && word.at(-1 - after) === marker.at(-1 - after)) after++;
  return before + after >= word.length;
}
