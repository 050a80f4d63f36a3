import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { fieldName, markerText } from '../format';
import { isOneTooMany } from '../parse/article';
import type { Fix } from '../repair/edit';
import { remove, rename } from '../repair/markerEdits';
import type { Rule } from './rule';

/** A field occurs twice in one article, as after a paste. It is not clear which one is right. */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a field that occurs more than once in an article');
  },
  why: 'Some programs read the first of the two, others the last. Your results depend on which.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }, damages) {
    for (const { field, missing } of ofKind(damages, 'renamed')) {
      if (!field.format && !additionalFields.includes(field.letters)) continue;
      yield {
        span: field.start ?? field.span,
        message: l10n.t(
          'This article has two {0} fields, and {1} is missing in this place. Did you mean {2}?',
          fieldName(field.letters),
          missing.name,
          markerText(missing.marker, 'start'),
        ),
        fixes: [rename(article, field, missing)],
      };
    }
    for (const { field, first } of ofKind(damages, 'repeated')) {
      const name = fieldName(field.letters);
      const changes = [field.letters];
      const removals: Fix[] = [
        {
          title: l10n.t('Remove this {0} field', name),
          edits: [remove(article, field.span)],
          tier: 'suggested',
          changes,
        },
        {
          title: l10n.t('Remove the first {0} field', name),
          edits: [remove(article, first.span)],
          tier: 'suggested',
          changes,
        },
      ];
      yield {
        span: field.start ?? field.end ?? field.span,
        message: l10n.t('This article already has a {0} field. Keep one of the two.', name),
        related: [{ span: first.start ?? first.span, message: l10n.t('The first {0} field is here.', name) }],
        fixes: isOneTooMany(article, first) && !isOneTooMany(article, field) ? removals.reverse() : removals,
      };
    }
  },
};
