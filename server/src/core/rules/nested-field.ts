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
  finds: 'a field inside the value of another field',
  why: 'In this format, no field can be inside another one. Programs read the inner markers as text, or end the outer value there.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks of D-A-T-E-S-T-A-R-T. 2024-04-08 D-A-T-E-E-N-D. go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    const nested = ofKind(damages, 'nested');
    if (nested.length === 0) return;
    const fields = new Set(article.fields.map(({ span }) => textOf(article.text, span)));
    for (const { marker, outer } of nested) {
      const name = fieldName(outer.letters);
      const end = firstFrom(article.markers, marker.end);
      const inner = { start: marker.start, end: end?.end ?? marker.end };
      const removal: Fix = {
        title: `Remove this ${fieldName(marker.letters)} field`,
        edits: [remove(article, inner)],
        tier: 'suggested',
        changes: [outer.letters],
      };
      const unmark: Fix = {
        title: `Remove the markers of ${fieldName(marker.letters)}`,
        edits: [marker, ...(end ? [end] : [])].map((each) => remove(article, each)),
        tier: 'suggested',
        changes: [outer.letters],
      };
      yield {
        span: marker,
        message: `The ${fieldName(marker.letters)} field is inside the ${name} field. Move it out, or remove its markers.`,
        related: [{ span: outer, message: `${name} is opened here.` }],
        // A copy of another field was pasted: it is better to remove it.
        fixes: fields.has(textOf(article.text, inner)) ? [removal, unmark] : [unmark, removal],
      };
    }
  },
};
