import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { fieldName } from '../format';
import { firstFrom } from '../parse/article';
import type { Fix } from '../repair/edit';
import { remove } from '../repair/markerEdits';
import { textOf } from '../span';
import type { Rule } from './rule';

/** A whole field is inside the value of another one. */
export const nestedField: Rule = {
  code: 'nested-field',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a field inside the value of another field');
  },
  why: 'In this format, no field can be inside another one. Programs read the inner markers as text, or end the outer value there.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks of D-A-T-E-S-T-A-R-T. 2024-04-08 D-A-T-E-E-N-D. go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    const nested = ofKind(damages, 'nested');
    if (nested.length === 0) return;
    const fields = new Set(article.fields.map(({ span }) => textOf(article.text, span)));
    for (const { marker, outer } of nested) {
      const [inner, name] = [fieldName(marker.letters), fieldName(outer.letters)];
      const end = firstFrom(article.markers, marker.end);
      const whole = { start: marker.start, end: end?.end ?? marker.end };
      const removal: Fix = {
        title: l10n.t('Remove this {0} field', inner),
        edits: [remove(article, whole)],
        tier: 'suggested',
        changes: [outer.letters],
      };
      const unmark: Fix = {
        title: l10n.t('Remove the markers of {0}', inner),
        edits: [marker, ...(end ? [end] : [])].map((each) => remove(article, each)),
        tier: 'suggested',
        changes: [outer.letters],
      };
      yield {
        span: marker,
        message: l10n.t('The {0} field is inside the {1} field. Move it out, or remove its markers.', inner, name),
        related: [{ span: outer, message: l10n.t('{0} is opened here.', name) }],
        // A copy of another field was pasted: it is better to remove it.
        fixes: fields.has(textOf(article.text, whole)) ? [removal, unmark] : [unmark, removal],
      };
    }
  },
};
