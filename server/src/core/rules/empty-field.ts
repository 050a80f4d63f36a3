import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { fieldName } from '../format';
import type { Field } from '../parse/article';
import type { Span } from '../span';
import type { Rule } from './rule';

/** A field is empty or contains only white space. */
export const emptyField: Rule = {
  code: 'empty-field',
  severity: 'warning',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('a field that is empty or contains only white space');
  },
  why: 'An empty headline or text is usually a fault of the scraper. In every table that is made from the corpus, it is an empty cell.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(_article, _context, damages) {
    for (const { field } of ofKind(damages, 'empty')) {
      yield {
        span: shownSpan(field),
        message: l10n.t('The {0} field is empty. Add its value.', fieldName(field.letters)),
      };
    }
  },
};

/** The value; if it has no character to underline, the white space between the markers, or the START. */
function shownSpan({ value, start, end }: Field): Span {
  if (value.end > value.start || !start || !end) return value;
  return end.start > start.end ? { start: start.end, end: end.start } : start;
}
