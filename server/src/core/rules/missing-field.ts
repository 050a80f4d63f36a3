import { type Article, fieldOf, missingFields } from '../article';
import { FIELDS, type FieldFormat, fieldRank, markerText, type ValueKind } from '../format';
import { spacing } from '../repair';
import type { Span } from '../span';
import type { Fix, Rule } from './rule';

/** A required field is absent. Shown on the marker before the gap, to keep the squiggle short and in its place. */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  finds: 'a required field that is not there',
  why: 'Every article has a number, a date, a headline and a text. Programs that read them one after another take the missing one from the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article) {
    if (article.fields.length === 0) return;
    for (const row of missingFields(article)) {
      yield {
        span: markerBeside(article, row),
        message: `The ${row.name} field is missing. Add ${markerText(row.marker, 'start')} … ${markerText(row.marker, 'end')}`,
        fixes: [insertField(article, row)],
      };
    }
  },
};

/** The last marker of the fields that should stand before, or the article's first marker when there is none. */
function markerBeside(article: Article, missing: FieldFormat): Span {
  return lastMarkerBefore(article, missing) ?? (article.markers[0] as Span);
}

function lastMarkerBefore(article: Article, missing: FieldFormat): Span | undefined {
  for (let rank = fieldRank(missing.marker) - 1; rank >= 0; rank--) {
    const before = fieldOf(article, FIELDS[rank] as FieldFormat);
    const marker = before?.end ?? before?.start;
    if (marker) return marker;
  }
  return undefined;
}

/** What stands in a new field until somebody fills it in. */
const PLACEHOLDER: Record<ValueKind, string> = { number: '0', date: 'YYYY-MM-DD', title: 'TITLE', text: 'TEXT' };

function insertField(article: Article, row: FieldFormat): Fix {
  const { inside, between } = spacing(article);
  const field = [markerText(row.marker, 'start'), PLACEHOLDER[row.kind], markerText(row.marker, 'end')].join(inside);
  const before = lastMarkerBefore(article, row);
  const at = before?.end ?? article.markers[0]?.start ?? 0;
  return {
    title: `Add a ${row.name} field to fill in`,
    edits: [{ span: { start: at, end: at }, text: before ? between + field : field + between }],
    tier: 'suggested',
  };
}
