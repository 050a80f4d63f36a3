/** Finds markers of which a program that reads pictures (OCR) took several characters for others: `7-l-7-L-F-F-N-0.` */

import { matches } from '../text/matches';
import { MARKERS, type NearMiss } from './meant';

/** What each letter is taken for. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  A: '4^R',
  D: '0OP',
  E: 'FB€£',
  F: 'EPf',
  I: '1l|!TJ',
  L: '1lI|',
  N: 'MHW',
  R: 'PKBA',
  S: '5$8',
  T: '71YIl',
  X: 'KY%×',
};

/** Single characters joined by hyphens, and what ends them. */
const WORD = /(?<!\S)(?:[^\s-]-){4,11}[^\s-][.,:;]?(?!\S)/g;

/** One more than the edits of any misspelling. */
const DISTANCE = 3;

/** Such markers from `start` to `end`, in order. At least half of their letters are right. */
export function* misread(text: string, start: number, end: number): Generator<NearMiss> {
  for (const { 0: word, index } of matches(text.slice(start, end), WORD)) {
    const characters = word.replace(/[.,:;]$/, '').split('-');
    const meant = MARKERS.filter(({ text: marker }) => isReadAs(characters, marker.slice(0, -1).split('-')));
    const at = start + index;
    if (meant.length > 0)
      yield {
        start: at,
        end: at + word.length,
        meant: meant.map(({ side, letters }) => ({ side, letters, distance: DISTANCE })),
      };
  }
}

function isReadAs(characters: readonly string[], letters: readonly string[]): boolean {
  if (characters.length !== letters.length) return false;
  const isRight = (character: string, i: number) => character.toUpperCase() === letters[i];
  const mayBe = (character: string, i: number) => TAKEN_FOR[letters[i] as string]?.includes(character) === true;
  const right = characters.filter(isRight).length;
  return (
    right * 2 >= letters.length && characters.every((character, i) => isRight(character, i) || mayBe(character, i))
  );
}
