import * as l10n from '@vscode/l10n';
import { valueIsCertain } from '../parse/article';
import { textOf, trimmed } from '../span';
import { checkDate } from '../text/date';
import type { Rule } from './rule';

/** A date in the future. Only information, because the clock of the machine may be wrong. */
export const futureDate: Rule = {
  code: 'future-date',
  severity: 'information',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('a date after today');
  },
  why: 'An article cannot have been published on a day in the future. Most often a digit of the year or the month is wrong.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2204-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article, { today }) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'date' || !valueIsCertain(article, field)) continue;
      const span = trimmed(article.text, field.value);
      const date = textOf(article.text, span);
      if (date > today && checkDate(date) === undefined) {
        yield { span, message: l10n.t('This day is in the future. Correct the date if it is wrong.') };
      }
    }
  },
};
