/** Tells an article from other plain text by its beginning, also when the beginning is damaged. */
import { FIELDS } from './format';
import { type Marker, scanMarkers } from './scanner';
import { isBlank } from './span';

/** How many UTF-16 units of a text decide. */
export const HEAD_LENGTH = 2000;

/** A value before an END at the top, such as the number of a F-N field whose START is damaged, is no longer than this. */
const LONGEST_FIRST_VALUE = 100;

/**
 * Whether a text is an article: it begins with a START of the format; or its first field is closed near the top and
 * another marker follows (its START is damaged); or two whole fields stand near the top, behind stray text. Prose
 * that only names a marker is not.
 */
export function looksLikeArticle(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH).replace(/^\ufeff/, '');
  const markers = [...scanMarkers(head)].filter(isKnown);
  const [first, second, third, fourth] = markers;
  if (!first) return false;
  if (first.side === 'start' && isBlank(head, 0, first.start)) return true;
  if (!second) return false;
  if (first.side === 'end') return first.start <= LONGEST_FIRST_VALUE && second.side === 'start';
  return (
    isField(first, second) && isField(third, fourth) && third !== undefined && isBlank(head, second.end, third.start)
  );
}

function isKnown({ letters }: Marker): boolean {
  return FIELDS.some((row) => row.marker === letters);
}

function isField(open: Marker | undefined, close: Marker | undefined): boolean {
  return open?.side === 'start' && close?.side === 'end' && open.letters === close.letters;
}
