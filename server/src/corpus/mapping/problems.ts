/** What may be wrong with the rows of a table that become articles, and what to do. */
import * as l10n from '@vscode/l10n';
import { RULES } from '../../core/rules';
import { ROW_NUMBER } from './mapping';
import type { RowProblem } from './rowProblems';
import type { OtherValue } from './values';

/** What may be wrong with a row, or with what is made of it. */
export const PROBLEMS = {
  noNumber: {
    what: () => l10n.t('there is no number'),
    todo: () => l10n.t('Add the numbers, or number the rows with {0}.', `number=${ROW_NUMBER}`),
    todoInEditor: () => l10n.t('Add the numbers, or choose “number” and “number the rows”.'),
  },
  notWhole: {
    what: () => l10n.t('the number is not a whole number'),
    todo: correctIt,
  },
  noDate: {
    what: () => l10n.t('there is no date'),
    todo: () => l10n.t('Add the dates to the table.'),
  },
  uncertainDate: {
    what: () => l10n.t('it is not certain which day a date means'),
    ...formNeeded('DD/MM/YYYY'),
  },
  ambiguousMonth: {
    what: () => l10n.t('the month of a date has the name of another month in another language'),
    todo: () => l10n.t('Write the months as numbers in the table.'),
  },
  otherDate: {
    what: () => l10n.t('a date has another form than the one that was named'),
    todo: () => l10n.t('Correct it in the table, or import these rows separately.'),
  },
  otherCalendar: {
    what: () => l10n.t('the year of a date is before the first newspapers, so it may be of another calendar'),
    todo: () => l10n.t('Write it in the Gregorian calendar.'),
  },
  noDay: {
    what: () => l10n.t('a date is no day of the calendar'),
    todo: correctIt,
  },
  sameNumber: {
    what: () => l10n.t('a row before has the same number'),
    todo: () => l10n.t('Give each article a number of its own, or remove the row.'),
  },
  noText: {
    what: () => l10n.t('there is no text'),
    todo: () => l10n.t('Add the texts, or remove the rows.'),
  },
  marker: {
    what: () => l10n.t('a value holds a marker, or what looks like one, so the article would be damaged'),
    todo: () => l10n.t('Remove it from the table.'),
  },
  nul: {
    what: () => l10n.t('a value holds a NUL character, which no text file may have'),
    todo: () => l10n.t('Remove it from the table.'),
  },
  half: {
    what: () => l10n.t('a value holds half a character (a lone surrogate)'),
    todo: correctIt,
  },
  html: {
    what: () => l10n.t('HTML is in a value'),
    todo: () => l10n.t('Convert the column to plain text, and import again.'),
  },
  missingWord: {
    what: () => l10n.t('a value is a word that programs write for a missing one'),
    todo: () => l10n.t('Empty these cells in the table, or correct the values.'),
  },
} satisfies Record<string, RowProblem>;

/** Dates that are numbers, and what they may count. */
const NUMBERS: readonly (RowProblem & { readonly form: RegExp })[] = [
  {
    form: /^\d{5}(?:\.\d+)?$/,
    what: () => l10n.t('a date is a number of days, as spreadsheets and R have them'),
    todo: () =>
      l10n.t(
        'Write it as YYYY-MM-DD: in a spreadsheet, give the cells the format yyyy-mm-dd; in R, use {0}.',
        'as.Date',
      ),
  },
  {
    form: /^\d{8}$/,
    what: () => l10n.t('it is not certain which day a date of eight digits means'),
    ...formNeeded('YYYYMMDD'),
  },
  {
    form: /^\d{9,10}(?:\.\d+)?$/,
    what: () => l10n.t('a date is a number, perhaps of seconds since 1970'),
    ...formPossible('X'),
  },
  {
    form: /^\d{12,13}(?:\.0+)?$/,
    what: () => l10n.t('a date is a number, perhaps of milliseconds since 1970'),
    ...formPossible('x'),
  },
];

/** Why a date that is not of ISO 8601 is left out. */
export function uncertain(line: string): RowProblem {
  return NUMBERS.find(({ form }) => form.test(line)) ?? PROBLEMS.uncertainDate;
}

type Todo = Required<Omit<RowProblem, 'what'>>;

function formNeeded(form: string): Todo {
  return {
    todo: () => l10n.t('Name the form of the dates, such as {0} (--date-format).', form),
    todoInEditor: () => l10n.t('Choose “form of the dates”, and write a form such as {0}.', form),
  };
}

function formPossible(form: string): Todo {
  return {
    todo: () => l10n.t('If so, name this form, {0} (--date-format).', form),
    todoInEditor: () => l10n.t('If so, choose “form of the dates”, and write {0}.', form),
  };
}

function correctIt(): string {
  return l10n.t('Correct it in the table.');
}

/** A value of a column that is not a text. */
export function notText(column: string, is: OtherValue): RowProblem {
  return {
    what: () => NOT_TEXT[is](column),
    todo: () => l10n.t('Write it as a text in the table.'),
  };
}

const NOT_TEXT: Readonly<Record<OtherValue, (column: string) => string>> = {
  number: (column) => l10n.t('{0} is a number', column),
  bytes: (column) => l10n.t('{0} is bytes that are not text in UTF-8', column),
  list: (column) => l10n.t('{0} is a list', column),
  object: (column) => l10n.t('{0} is an object', column),
  truth: (column) => l10n.t('{0} is true or false', column),
};

/** What a rule finds in an article. */
export function foundBy(code: string): RowProblem {
  return {
    what: () => l10n.t('the rule {0} finds {1}', code, findsOf(code)),
    todo: () => l10n.t('Correct it in the table or in the articles.'),
  };
}

function findsOf(code: string): string {
  return RULES.find((rule) => rule.code === code)?.finds ?? '';
}
