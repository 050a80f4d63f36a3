import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { anyOf, dayInWords } from '../language';
import { type Field, valueIsCertain } from '../parse/article';
import type { Fix } from '../repair/edit';
import { type Span, textOf, trimmed } from '../span';
import { checkDate, readDates } from '../text/date';
import type { Rule } from './rule';

/** A date that is not in the form YYYY-MM-DD, or is not a day of the calendar. */
export const invalidDate: Rule = {
  code: 'invalid-date',
  severity: 'error',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('a date that is not in the form YYYY-MM-DD, or is not a day of the calendar');
  },
  why: 'Programs expect this form. With another form they fail, leave out the article, or read the day as the month.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 09/04/2024 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    const renamed = ofKind(damages, 'renamed').map(({ field }) => field);
    for (const field of article.fields) {
      if (field.format?.kind !== 'date' || !valueIsCertain(article, field) || renamed.includes(field)) continue;
      const span = trimmed(article.text, field.value);
      const written = textOf(article.text, span);
      const fault = written !== '' && checkDate(written);
      if (!fault || isRestIn(field, written)) continue;
      const days = readDates(written);
      yield { span, message: messageOn(fault, days), fixes: readings(days, span, field.letters) };
    }
  },
};

/** Whether a day is there, and what is beside it is the rest of a misspelled marker, as in `2024-04-09 D⏎# A-T-E-E-N-D.` */
function isRestIn({ start, end }: Field, written: string): boolean {
  return Boolean(start?.misspelled || end?.misspelled) && written.split(/\s+/).some((word) => !checkDate(word));
}

function messageOn(fault: string, days: readonly string[]): string {
  if (days.length < 2) return fault;
  return l10n.t('This date may be {0}. Write the day that the source has, in the form YYYY-MM-DD.', anyOf(days));
}

/** One fix for each day that the date can mean. If there are several, each has the day in words, and only a person chooses one. */
function readings(days: readonly string[], span: Span, letters: string): readonly Fix[] {
  const isOpen = days.length > 1;
  return days.map((day) => ({
    title: isOpen ? l10n.t('Write {0} ({1})', day, dayInWords(day)) : l10n.t('Write {0}', day),
    edits: [{ span, text: day }],
    tier: 'suggested',
    ...(isOpen && { byHand: true }),
    changes: [letters],
  }));
}
