/** The rest of a marker at an end of a value, and the fix that completes it. */
import { markerText, type Side } from '../format';
import { isTorn, mayBeRest } from '../markers/torn';
import type { Article, Field } from '../parse/article';
import { textOf, trimmed } from '../span';
import { editDistance } from '../text/editDistance';
import type { Fix } from './edit';

/** The fix that writes a marker in place of its rest at that end of a value; undefined if there is no rest. */
export function completeRest({ text }: Article, { value, letters }: Field, side: Side): Fix | undefined {
  const marker = markerText(letters, side);
  const inside = trimmed(text, value);
  const content = textOf(text, inside);
  const word = content.split(/\s+/).at(side === 'start' ? 0 : -1) ?? '';
  if (word.length === content.length || !isTorn(word, marker)) return undefined;
  const start = side === 'start' ? inside.start : inside.end - word.length;
  return {
    title: `Write ${marker} in place of ${word}`,
    edits: [{ span: { start, end: start + word.length }, text: marker }],
    tier: 'suggested',
    changes: [letters],
  };
}

/**
 * Whether a value begins or ends with what may be the rest of a marker, such as `Text-End`. Then a person should look before
 * another marker is inserted beside it.
 */
export function mayHoldMarker(article: Article, { value, letters }: Field, side: Side): boolean {
  const words = textOf(article.text, value).replace(ENTITY, '-').trim().split(/\s+/);
  const wanted = bareLetters(markerText(letters, side));
  const isClose = (rest: string, most: number) =>
    SPELLED.test(rest) && editDistance(bareLetters(rest), wanted, most) <= most;
  const outermost = (count: number) => (side === 'start' ? words.slice(0, count) : words.slice(-count)).join('');
  const word = outermost(1);
  const marker = markerText(letters, side);
  // One word, or two if a line break cuts the marker.
  return (
    isClose(word, Math.max(2, Math.floor(wanted.length / 3))) ||
    isClose(outermost(2), 2) ||
    SPELLED_LONG.test(word) ||
    mayBeRest(word, marker) ||
    (side === 'start' ? word.startsWith(marker.slice(0, FIRST_LETTERS)) : END_IN_END.test(word))
  );
}

/** A dash as HTML writes it, such as `&ndash;`, or as mail and addresses do. */
const ENTITY = /&#?\w{1,10};|[=%]2D/g;
const SPELLED = /\p{L}[^\p{L}\p{N}]+\p{L}|^[^\p{Ll}]+$/u;
/** Two letters and their hyphens. */
const FIRST_LETTERS = 4;
/** An END that was typed into another END. */
const END_IN_END = /E-N-D\.-?E-N-D\.$/;
const SPELLED_LONG = /(?:\p{L}[^\p{L}\p{N}]){6}|(?:\S\p{Pd}){5}/u;

function bareLetters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '').toUpperCase();
}
