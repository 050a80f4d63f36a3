import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { type FieldFormat, markerText, type ValueKind } from '../format';
import { allOf } from '../language';
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
  get finds() {
    return l10n.t('a required field that is missing');
  },
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
    message: l10n.t(
      'The {0} field is missing; in its place is text without markers. Write {1} before it and {2} after it.',
      name,
      start,
      end,
    ),
    related: [{ span: text, message: l10n.t('This may be the value of {0}.', name) }],
    fixes: [
      {
        title: l10n.t('Write the markers of {0} around the text', name),
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
  return rows.length > 1
    ? l10n.t('The {0} fields are missing. Add {1}', listed(rows), allOf(fields))
    : l10n.t('The {0} field is missing. Add {1}', listed(rows), allOf(fields));
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
    title:
      rows.length > 1
        ? l10n.t('Add {0} fields to fill in', listed(rows))
        : l10n.t('Add a {0} field to fill in', listed(rows)),
    edits: [
      {
        span: { start: at, end: at },
        text: fields.map((field) => (before ? between + field : field + between)).join(''),
      },
    ],
    tier: 'suggested',
  };
}
