/** The rest of a marker in whose middle a file begins or ends: it was cut off with the fields that are missing there. */

import { type FieldFormat, markerText } from '../format';
import type { Article, Gap } from '../parse/article';
import { isBlank, textOf } from '../span';
import type { StrayText } from './strayTexts';

/** The text that is the rest of a marker of missing fields, at the beginning or the end of a document; none in most. */
export function brokenOff({ text, first, final }: Article, gap: Gap, stray: Iterable<StrayText>): readonly StrayText[] {
  const rows = gap.rows as readonly [FieldFormat, ...FieldFormat[]];
  const opening = markerText(rows[0].marker, 'start');
  const closing = markerText((rows.at(-1) as FieldFormat).marker, 'end');
  return [...stray].filter(({ span }) => {
    const rest = textOf(text, span);
    const isLast = final && !gap.after && isBlank(text, span.end, text.length);
    const isFirst = first && !gap.before && isBlank(text, 0, span.start);
    return (isLast && opening.startsWith(rest)) || (isFirst && closing.endsWith(rest));
  });
}
