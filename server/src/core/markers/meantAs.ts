/** How near a text is to one given marker. The format's markers are searched for in nearMiss.ts, without knowing which. */
import { decoded } from '../text/decoded';
import { editDistance } from '../text/editDistance';
import { lettersIn } from '../text/lookAlikes';
import { fold } from './folded';
import { isTorn } from './torn';

/** As many as in a misspelled marker of the format. */
const MOST_EDITS = 2;

/**
 * The edits between a text and a marker, however it is written: with wrong joints or letters, escaped or wrapped. One more than
 * the most for a torn marker; undefined for everything else.
 */
export function editsTo(written: string, marker: string): number | undefined {
  const text = decoded(written)?.text ?? written;
  const folded = fold(text)
    .map(({ as }) => as)
    .join('');
  // Words are more than one letter each.
  const mayBeWords = /\s/.test(text) && /\p{L}{2}/u.test(folded);
  if (!mayBeWords && lettersIn(folded) === lettersIn(marker)) return 0;
  const edits = editDistance(folded, marker, MOST_EDITS);
  if (edits <= MOST_EDITS) return edits;
  return isTorn(text, marker) ? MOST_EDITS + 1 : undefined;
}
