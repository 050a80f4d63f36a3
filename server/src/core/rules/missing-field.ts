import { type Article, type Gap, gaps, isCut, listed } from '../article';
import { markerText, type ValueKind } from '../format';
import { spacing } from '../repair';
import type { Fix, Rule } from './rule';

/**
 * Required fields are absent. Shown on the marker before the gap, to keep the squiggle short and in its place. Fields that
 * are missing side by side went together, and are one fault.
 */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  finds: 'a required field that is not there',
  why: 'Every article has a number, a date, a headline and a text. Programs that read them one after another take the missing one from the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article) {
    if (article.fields.length === 0) return;
    for (const gap of gaps(article)) {
      if (isCut(gap)) continue; // The marker that went with them has a finding of its own.
      const { rows, before, after } = gap;
      const span = before?.end ?? before?.start ?? after?.start ?? after?.end ?? article.markers[0];
      if (span) yield { span, message: messageFor(rows), fixes: [insertFields(article, gap)] };
    }
  },
};

function messageFor(rows: Gap['rows']): string {
  const fields = rows.map((row) => `${markerText(row.marker, 'start')} … ${markerText(row.marker, 'end')}`);
  return `The ${listed(rows)} ${rows.length > 1 ? 'fields are' : 'field is'} missing. Add ${fields.join(' and ')}`;
}

/** What stands in a new field until somebody fills it in. */
const PLACEHOLDER: Record<ValueKind, string> = { number: '0', date: 'YYYY-MM-DD', title: 'TITLE', text: 'TEXT' };

function insertFields(article: Article, { rows, before }: Gap): Fix {
  const { inside, between } = spacing(article);
  const fields = rows.map((row) =>
    [markerText(row.marker, 'start'), PLACEHOLDER[row.kind], markerText(row.marker, 'end')].join(inside),
  );
  const at = before?.span.end ?? article.markers[0]?.start ?? 0;
  return {
    title: `Add a ${listed(rows)} field to fill in`,
    edits: [
      {
        span: { start: at, end: at },
        text: fields.map((field) => (before ? between + field : field + between)).join(''),
      },
    ],
    tier: 'suggested',
  };
}
