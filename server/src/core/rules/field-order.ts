import { FIELDS, fieldName } from '../format';
import type { Rule } from './rule';

/** A field stands where the format's order has another; programs that read by position take the wrong value. */
export const fieldOrder: Rule = {
  code: 'field-order',
  severity: 'warning',
  *check(article) {
    for (const field of article.fields) {
      if (!field.misplaced) continue;
      yield {
        span: field.start ?? field.end ?? field.span,
        message: `${fieldName(field.letters)} stands out of order. The order is ${FIELDS.map((row) => row.name).join(', ')}.`,
      };
    }
  },
};
