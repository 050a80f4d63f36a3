import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { FIELDS, fieldName, fieldRank } from '../format';
import { type Article, ownMarkers } from '../parse/article';
import type { Edit, Fix } from '../repair/edit';
import { textOf } from '../span';
import type { Rule } from './rule';

/** A field is not in the format's order; programs that read by position take the wrong value. */
export const fieldOrder: Rule = {
  code: 'field-order',
  severity: 'warning',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a field that is not in the order of the format');
  },
  why: 'Programs that read the fields by their position take the wrong value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    for (const { field } of ofKind(damages, 'disordered')) {
      const fix = reorder(article);
      yield {
        span: field.start ?? field.end ?? field.span,
        message: l10n.t(
          '{0} is in the wrong place. The order is {1}.',
          fieldName(field.letters),
          FIELDS.map((row) => row.name).join(', '),
        ),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

/** Writes the fields of the format in the format's order into the places that they have now. */
function reorder(article: Article): Fix | undefined {
  const fields = article.fields.filter(({ format }) => format);
  if (!fields.every(ownMarkers)) return undefined;
  const ordered = fields.toSorted((a, b) => fieldRank(a.letters) - fieldRank(b.letters));
  const edits: Edit[] = [];
  for (const [index, { span }] of fields.entries()) {
    const field = ordered[index];
    if (field && field.span !== span) edits.push({ span, text: textOf(article.text, field.span) });
  }
  return { title: l10n.t('Put the fields in order'), edits, tier: 'suggested' };
}
