/** Tells an article from other plain text by its beginning, also when the beginning is damaged. */
import { fieldRank } from './format';
import { type Marker, scanMarkers } from './markers/scanner';
import { isBlank } from './span';
import { HYPHENS } from './text/lookAlikes';

/** How many UTF-16 units of a text decide. */
export const HEAD_LENGTH = 2000;

/** A value before an END at the top, such as the number of a F-N field whose START is damaged, is no longer than this. */
const LONGEST_FIRST_VALUE = 100;

/**
 * Whether a text is an article: it begins with a START of the format, and another marker follows; or its first field is
 * closed near the top and the next one follows (its START is damaged); or two whole fields stand near the top, after
 * stray text, or with nothing before them in whatever case and with whatever dashes. Prose and code that only name markers
 * are not.
 */
export function looksLikeArticle(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH).replace(/^\ufeff/, '');
  return isArticle(head) || beginsWithFields(head.replace(DASHES, '-').toUpperCase());
}

/** What auto-correct and replacements make of hyphens. */
const DASHES = new RegExp(`[${HYPHENS}]`, 'gu');

/** Whether two whole fields are the first there is, however their hyphens and letters were written. */
function beginsWithFields(head: string): boolean {
  const [first, second, third, fourth] = [...scanMarkers(head)].filter(isKnown);
  return first !== undefined && isBlank(head, 0, first.start) && isField(first, second) && isField(third, fourth);
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
