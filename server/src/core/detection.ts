/** Recognises an article by its beginning, even if that is damaged. */
import { FIELDS, fieldRank, markerText } from './format';
import { nearMisses } from './markers/nearMiss';
import { type Marker, scanMarkers } from './markers/scanner';
import { isBlank } from './span';
import { HYPHENS, letterOf } from './text/lookAlikes';

/** How many UTF-16 units of a text are examined. */
export const HEAD_LENGTH = 2000;

/** If the START of the first field is damaged, its value before the END is no longer than this. */
const LONGEST_FIRST_VALUE = 100;

/**
 * Whether a text is an article. One of these is enough:
 * - It begins with a START of the format, and another marker follows.
 * - Its first field is closed near the top, and the next one follows: its START is damaged.
 * - Two whole fields are near the top, after stray text.
 * - It begins with two whole fields, in any case and with any dashes, or in any other spelling that is known.
 * Prose and code that only mention markers are not articles.
 */
export function looksLikeArticle(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH).replace(/^\ufeff/, '');
  return (
    isArticle(head) ||
    beginsWithFields(head.replace(DASHES, '-').toUpperCase()) ||
    (FIRST_LETTERS.has(letterOf(head.trimStart().charAt(0))) && beginsLikeFields(asMeant(head)))
  );
}

/** The letters that the format's fields begin with. */
const FIRST_LETTERS = new Set(FIELDS.map(({ marker }) => marker.charAt(0)));

/** A text in which everything that may be meant as a marker is written as it should be. */
function asMeant(head: string): string {
  let meant = '';
  let from = 0;
  for (const near of nearMisses(head, 0, head.length)) {
    const [best] = near.meant.toSorted((a, b) => a.distance - b.distance);
    if (!best) continue;
    meant += head.slice(from, near.start) + markerText(best.letters, best.side);
    from = near.end;
  }
  return meant + head.slice(from);
}

/** Characters that auto-correct and replacements write in place of hyphens. */
const DASHES = new RegExp(`[${HYPHENS}]`, 'gu');

/** Whether a text begins with two whole fields. */
function beginsWithFields(head: string): boolean {
  const [first, second, third, fourth] = [...scanMarkers(head)].filter(isKnown);
  return first !== undefined && isBlank(head, 0, first.start) && isField(first, second) && isField(third, fourth);
}

/** The same, with nothing between the fields: what may be meant as markers is in prose about them, too. */
function beginsLikeFields(head: string): boolean {
  const [, second, third] = [...scanMarkers(head)].filter(isKnown);
  return beginsWithFields(head) && isBlank(head, second?.end ?? 0, third?.start ?? 0);
}

function isArticle(head: string): boolean {
  const [first, second, third, fourth] = [...scanMarkers(head)].filter(isKnown);
  if (!first || !second) return false;
  if (first.side === 'start' && isBlank(head, 0, first.start)) return true;
  if (first.side === 'end') {
    const follows = second.side === 'start' && fieldRank(second.letters) === fieldRank(first.letters) + 1;
    return follows && first.start <= LONGEST_FIRST_VALUE && isBlank(head, first.end, second.start);
  }
  const isQuoted = /["'`,:=({[]\s*$/.test(head.slice(0, first.start));
  return !isQuoted && isField(first, second) && isField(third, fourth) && isBlank(head, second.end, third?.start ?? 0);
}

function isKnown({ letters }: Marker): boolean {
  return fieldRank(letters) !== -1;
}

function isField(open: Marker | undefined, close: Marker | undefined): boolean {
  return open?.side === 'start' && close?.side === 'end' && open.letters === close.letters;
}
