import { type Article, fieldOf, missingFields } from '../article';
import { FIELDS, type FieldFormat, fieldRank, markerText } from '../format';
import type { Span } from '../span';
import type { Rule } from './rule';

/** A required field is absent. Shown on the marker before the gap, to keep the squiggle short and in its place. */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  *check(article) {
    if (article.fields.length === 0) return;
    for (const row of missingFields(article)) {
      yield {
        span: markerBeside(article, row),
        message: `The ${row.name} field is missing. Add ${markerText(row.marker, 'start')} … ${markerText(row.marker, 'end')}`,
      };
    }
  },
};

/** The last marker of the field that should stand before, or the article's first marker when there is none. */
function markerBeside(article: Article, missing: FieldFormat): Span {
  for (let rank = fieldRank(missing.marker) - 1; rank >= 0; rank--) {
    const before = fieldOf(article, FIELDS[rank] as FieldFormat);
    const marker = before?.end ?? before?.start;
    if (marker) return marker;
  }
  return article.markers[0] as Span;
}
