/** Writes dates in the form that a person has named as the format writes them. */
import { FIELDS } from '../../core/format';
import type { Article } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';
import type { Edit } from '../../core/repair/edit';
import { isFaithful } from '../../core/repair/faithful';
import { type Context, check, RULES, type Severities } from '../../core/rules';
import { invalidDate } from '../../core/rules/invalid-date';
import { shifted, textOf } from '../../core/span';
import { readDates } from '../../core/text/date';
import { dayIn, type ReadDate } from '../mapping/dateForm';
import type { Terms } from '../verdict/checkFile';
import { changedText, type FixedText, type Fixes, type PartOfFile, placesOf, WHOLE } from './fixes';

/** A file's text, or that of a part of it, after the edits of `datesInForm`. */
export function writeDates(text: string, { context }: Terms, readDate: ReadDate, place: PartOfFile = WHOLE): FixedText {
  return changedText(text, place, (document) => datesInForm(document, context, readDate));
}

/**
 * The edits that write the dates which `invalid-date` finds as YYYY-MM-DD: each that has the form of `readDate`, and can mean the day
 * that it has there. The articles of all others are left alone. No other date is read.
 */
export function datesInForm(document: ParsedDocument, context: Context, readDate: ReadDate): Fixes {
  const edits: Edit[] = [];
  const left = new Set<Article>();
  for (const [index, article] of document.articles.entries()) {
    for (const { span } of check(article, context, ONLY_DATES)) {
      const edit = { span, text: dayMeant(textOf(article.text, span), readDate) };
      if (edit.text !== '' && isFaithful(article, { title: '', edits: [edit], tier: 'suggested', changes: DATE }))
        edits.push({ ...edit, span: shifted(span, document.starts[index] as number) });
      else left.add(article);
    }
  }
  return { edits, unfixed: placesOf(document, left, 'date') };
}

const ONLY_DATES: Severities = Object.fromEntries(
  RULES.map(({ code }) => [code, code === invalidDate.code ? 'error' : 'off']),
);

/** Letters of the date. */
const DATE = FIELDS.filter(({ kind }) => kind === 'date').map(({ marker }) => marker);

/** A year of four digits or the name of a month. Without these, each of three numbers may be the year, as in `08/03/04`. */
const SAYS_YEAR = /\p{Nd}{4}|\p{L}/u;

/** The day of a date in a form; empty if it has another form, or certainly means another day without it. */
function dayMeant(written: string, readDate: ReadDate): string {
  const found = dayIn(written, readDate);
  if ('fault' in found) return '';
  const days = SAYS_YEAR.test(written) ? readDates(written) : [];
  return days.length === 0 || days.includes(found.day) ? found.day : '';
}
