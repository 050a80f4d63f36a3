/** The rest of a marker in whose middle a file begins or ends: it was cut off with the fields that are missing there. */

import { type FieldFormat, markerText } from '../format';
import { type Article, type Gap, gaps } from '../parse/article';
import { isBlank, type Span, textOf } from '../span';

/** If a text outside any field is the rest of a marker, the fields that were cut off with it; undefined for other text. */
export function brokenOff(article: Article, span: Span): Gap | undefined {
  const { text, fields, first, final } = article;
  if (fields.length === 0) return undefined;
  const rest = textOf(text, span);
  if (final && isBlank(text, span.end, text.length)) {
    const gap = gaps(article).find(({ after }) => !after);
    if (gap && markerText((gap.rows[0] as FieldFormat).marker, 'start').startsWith(rest)) return gap;
  }
  if (first && isBlank(text, 0, span.start)) {
    const gap = gaps(article).find(({ before }) => !before);
    if (gap && markerText((gap.rows.at(-1) as FieldFormat).marker, 'end').endsWith(rest)) return gap;
  }
  return undefined;
}
