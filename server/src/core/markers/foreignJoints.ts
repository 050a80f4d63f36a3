/**
 * Finds markers whose hyphens were replaced by another thing, whatever it is: all by the same, as in `T[dash]E[dash]X[dash]…`,
 * or one of them, as in `T-E-X\342\200\223T-E-N-D.` Prose joins just these letters in neither way.
 */
import { FIELDS, SUFFIX } from '../format';
import { HYPHENS, SPACES, STOPS } from '../text/lookAlikes';
import { matches } from '../text/matches';
import { MARKERS, type NearMiss } from './meant';

/** The longest thing that is read as a hyphen. */
const LONGEST = 24;

/** The first letters of all markers. */
const FIRST = `[${[...new Set(FIELDS.map(({ marker }) => marker.charAt(0)))].join('')}]`;

/** The letters of a part of a marker, with a pattern between each two of them. */
const joined = (part: string, joint: string) =>
  part
    .replaceAll(/[^A-Z]/g, '')
    .split('')
    .join(joint);

/** Each alternative is a field; its group is the first joint, which all others repeat. Linear, because joints are short. */
const EVENLY = FIELDS.map(({ marker }, index) => {
  const again = `\\${index + 1}`;
  const [first, ...others] = joined(marker, '');
  const sides = Object.values(SUFFIX).map((suffix) => again + joined(suffix, again));
  return `${first}([^\\r\\n]{1,${LONGEST}}?)${others.join(again)}(?:${sides.join('|')})`;
});
const EVENLY_JOINED = new RegExp(
  `(?=${FIRST})(?<![\\p{L}\\p{N}])(?:${EVENLY.join('|')})(?:[${STOPS}]|(?![\\p{L}\\p{N}]))`,
  'gu',
);

/** A joint that is searched for elsewhere (misjoined.ts). */
const ORDINARY = new RegExp(`^[${HYPHENS}${SPACES}${STOPS}]+$`, 'u');

/** Markers with the same thing in place of each hyphen, from `start` to `end`, in order. */
export function* evenlyJoined(text: string, start: number, end: number): Generator<NearMiss> {
  for (const match of matches(text.slice(start, end), EVENLY_JOINED)) {
    const [written, ...joints] = match;
    const field = joints.findIndex((joint) => joint !== undefined);
    const joint = joints[field] as string;
    if (ORDINARY.test(joint)) continue;
    const core = written.replaceAll(joint, '-');
    const isMeant = (marker: (typeof MARKERS)[number]) =>
      marker.letters === FIELDS[field]?.marker && core.startsWith(marker.text.slice(0, -1));
    const at = start + match.index;
    yield { start: at, end: at + written.length, meant: meantBy(isMeant) };
  }
}

/** A word that begins like a marker and is longer than the shortest of them. */
const WORD = new RegExp(`(?<!\\S)${FIRST}\\S{9,${29 + LONGEST}}(?!\\S)`, 'g');

/** Markers with another thing in place of one hyphen, from `start` to `end`, in order. */
export function* joinedOtherwise(text: string, start: number, end: number): Generator<NearMiss> {
  for (const { 0: word, index } of matches(text.slice(start, end), WORD)) {
    const meant = meantBy((marker) => hasOtherJoint(word, marker.text));
    const at = start + index;
    if (meant.length > 0) yield { start: at, end: at + word.length, meant };
  }
}

function hasOtherJoint(word: string, marker: string): boolean {
  let from = 0;
  while (from < marker.length && word[from] === marker[from]) from++;
  // What is there may itself begin with a hyphen.
  for (let at = from; at >= 0; at--) {
    const rest = marker.slice(at + 1);
    const joint = word.slice(at, word.length - rest.length);
    if (marker[at] === '-' && joint !== '' && joint !== '-' && word.endsWith(rest)) return FOREIGN.test(joint);
  }
  return false;
}

/** What neither a word nor a marker has. */
const FOREIGN = /[^\p{L}\p{N}.-]/u;

function meantBy(isMeant: (marker: (typeof MARKERS)[number]) => boolean): NearMiss['meant'] {
  return MARKERS.filter(isMeant).map(({ side, letters }) => ({ side, letters, distance: 0 }));
}
