import { FIELDS, markerText } from '../format';
import type { Rule } from './rule';

/** A well-formed field that the format does not have: one of your own, or a slip. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'warning',
  *check(article) {
    for (const { format, start, end, letters } of article.fields) {
      if (format) continue;
      const marker = start ?? end;
      if (!marker) continue;
      yield {
        span: marker,
        message: `${markerText(letters, marker.side)} belongs to no field of the format. Its fields are ${FIELDS.map((row) => row.name).join(', ')}.`,
      };
    }
  },
};
