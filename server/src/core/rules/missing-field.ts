import { ofKind } from '../damage/damages';
import { type FieldFormat, markerText, type ValueKind } from '../format';
import { type Article, type Gap, listed } from '../parse/article';
import type { Fix } from '../repair/edit';
import { spacing } from '../repair/spacing';
import type { Span } from '../span';
import type { Rule, RuleFinding } from './rule';

/**
 * Required fields are missing. Shown on the marker before the gap, so that the underline is short and near. Neighbouring
 * fields that are missing were lost together, and are one fault.
 */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  silentIn: 'whole',
  finds: 'a required field that is missing',
  why: 'Every article has a number, a date, a headline and a text. Programs that read the fields one after another take the missing one from the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    for (const damage of ofKind(damages, 'missing', 'unmarked')) {
      const { rows, before, after } = damage.gap;
      const span = before?.end ?? before?.start ?? after?.start ?? after?.end ?? article.markers[0];
      if (!span) continue;
      const insert = insertFields(article, damage.gap);
      if (damage.kind === 'unmarked') yield { span, ...unmarked(article, damage.text, damage.missing, insert) };
      else yield { span, message: messageFor(rows), fixes: [insert] };
    }
  },
};

/** The finding on a field of which only the value is there. */
function unmarked(article: Article, text: Span, { name, marker }: FieldFormat, insert: Fix): Omit<RuleFinding, 'span'> {
  const { inside } = spacing(article);
  const [start, end] = [markerText(marker, 'start'), markerText(marker, 'end')];
  return {
    message: `The ${name} field is missing; in its place is text without markers. Write ${start} before it and ${end} after it.`,
    related: [{ span: text, message: `This may be the value of ${name}.` }],
    fixes: [
      {
        title: `Write the markers of ${name} around the text`,
        edits: [
          { span: { start: text.start, end: text.start }, text: start + inside },
          { span: { start: text.end, end: text.end }, text: inside + end },
        ],
        tier: 'suggested',
      },
      insert,
    ],
  };
}

function messageFor(rows: Gap['rows']): string {
  const fields = rows.map((row) => `${markerText(row.marker, 'start')} … ${markerText(row.marker, 'end')}`);
  return `The ${listed(rows)} ${rows.length > 1 ? 'fields are' : 'field is'} missing. Add ${fields.join(' and ')}`;
}

/** The value of a new field until somebody fills it in. */
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
