import { ownMarkers } from '../article';
import { checkDate } from '../date';
import { textOf, trimmed } from '../span';
import type { Rule } from './rule';

/** A date that is not written YYYY-MM-DD, or that is no day of the calendar. */
export const invalidDate: Rule = {
  code: 'invalid-date',
  severity: 'error',
  *check(article) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'date' || !ownMarkers(field)) continue;
      const span = trimmed(article.text, field.value);
      const fault = span.start < span.end && checkDate(textOf(article.text, span));
      if (fault) yield { span, message: fault };
    }
  },
};
