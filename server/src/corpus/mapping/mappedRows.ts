/** Makes articles of the rows of a table, by a mapping, and notes what is wrong with the others. */
import * as l10n from '@vscode/l10n';
import { FIELDS, fieldRank } from '../../core/format';
import { plural } from '../../core/language';
import { parse } from '../../core/parse/parser';
import { check, RULES } from '../../core/rules';
import { textOf } from '../../core/span';
import { checkDate } from '../../core/text/date';
import { columnOf } from '../tables/columns';
import { type LineField, lineArticle } from '../tables/lineArticle';
import { readsAs } from '../tables/readsAs';
import { DocumentNames } from '../targets/documentNames';
import { isoDay, type ReadDate } from './dateForm';
import { type MappedField, type Mapping, ownFieldsIn, ROW_NUMBER } from './mapping';
import { AmbiguousMonth } from './monthNames';
import { oneLine } from './oneLine';
import { type RowNoun, type RowProblem, RowProblems } from './rowProblems';
import { type BadRow, isBad, type TableRow } from './tableRow';
import { isMissing, NotText, type OtherValue, writtenValue } from './values';

/** An article, and the name of its file. */
export interface MappedArticle {
  readonly name: string;
  readonly article: string;
}

/** What was changed in a value, so that the format takes it. */
type Change = 'white' | 'date' | 'utc' | 'number';

const NO_NUMBER: RowProblem = {
  code: 'no-number',
  what: () => l10n.t('there is no number'),
  todo: () => l10n.t('Add the numbers, or number the rows with {0}.', `number=${ROW_NUMBER}`),
};
const NOT_WHOLE: RowProblem = {
  code: 'not-whole',
  what: () => l10n.t('the number is not a whole number'),
  todo: correctIt,
};
const NO_DATE: RowProblem = {
  code: 'no-date',
  what: () => l10n.t('there is no date'),
  todo: () => l10n.t('Add the dates to the table.'),
};
const UNCERTAIN_DATE: RowProblem = {
  code: 'uncertain-date',
  what: () => l10n.t('it is not certain which day a date means'),
  todo: () => l10n.t('Name the form of the dates, such as {0} (--date-format).', 'DD/MM/YYYY'),
};
/** Dates that are numbers, and what they may count. */
const NUMBERS: readonly (RowProblem & { readonly form: RegExp })[] = [
  {
    form: /^\d{5}(?:\.\d+)?$/,
    code: 'days',
    what: () => l10n.t('a date is a number of days, as spreadsheets and R have them'),
    todo: () =>
      l10n.t(
        'Write it as YYYY-MM-DD: in a spreadsheet, give the cells the format yyyy-mm-dd; in R, use {0}.',
        'as.Date',
      ),
  },
  {
    form: /^\d{8}$/,
    code: 'eight-digits',
    what: () => l10n.t('it is not certain which day a date of eight digits means'),
    todo: () => l10n.t('Name the form of the dates, such as {0} (--date-format).', 'YYYYMMDD'),
  },
  {
    form: /^\d{9,10}(?:\.\d+)?$/,
    code: 'seconds',
    what: () => l10n.t('a date is a number, perhaps of seconds since 1970'),
    todo: () => l10n.t('If so, name this form, {0} (--date-format).', 'X'),
  },
  {
    form: /^\d{12,13}(?:\.0+)?$/,
    code: 'milliseconds',
    what: () => l10n.t('a date is a number, perhaps of milliseconds since 1970'),
    todo: () => l10n.t('If so, name this form, {0} (--date-format).', 'x'),
  },
];
const AMBIGUOUS_MONTH: RowProblem = {
  code: 'ambiguous-month',
  what: () => l10n.t('the month of a date has the name of another month in another language'),
  todo: () => l10n.t('Write the months as numbers in the table.'),
};
const OTHER_DATE: RowProblem = {
  code: 'other-date',
  what: () => l10n.t('a date has another form than the one that was named'),
  todo: () => l10n.t('Correct it in the table, or import these rows separately.'),
};
const OTHER_CALENDAR: RowProblem = {
  code: 'other-calendar',
  what: () => l10n.t('the year of a date is before the first newspapers, so it may be of another calendar'),
  todo: () => l10n.t('Write it in the Gregorian calendar.'),
};
const NO_DAY: RowProblem = {
  code: 'no-day',
  what: () => l10n.t('a date is no day of the calendar'),
  todo: correctIt,
};
const SAME_NUMBER: RowProblem = {
  code: 'same-number',
  what: () => l10n.t('a row before has the same number'),
  todo: () => l10n.t('Give each article a number of its own, or remove the row.'),
};
const NO_TEXT: RowProblem = {
  code: 'no-text',
  what: () => l10n.t('there is no text'),
  todo: () => l10n.t('Add the texts, or remove the rows.'),
};
const MARKER: RowProblem = {
  code: 'marker',
  what: () => l10n.t('a value holds a marker, or what looks like one, so the article would be damaged'),
  todo: () => l10n.t('Remove it from the table.'),
};
const NUL: RowProblem = {
  code: 'nul',
  what: () => l10n.t('a value holds a NUL character, which no text file may have'),
  todo: () => l10n.t('Remove it from the table.'),
};
const HALF: RowProblem = {
  code: 'half',
  what: () => l10n.t('a value holds half a character (a lone surrogate)'),
  todo: correctIt,
};
const HTML: RowProblem = {
  code: 'html',
  what: () => l10n.t('HTML is in a value'),
  todo: () => l10n.t('Convert the column to plain text, and import again.'),
};
const MISSING_WORD: RowProblem = {
  code: 'missing-word',
  what: () => l10n.t('a value is a word that programs write for a missing one'),
  todo: () => l10n.t('Empty these cells in the table, or correct the values.'),
};

function correctIt(): string {
  return l10n.t('Correct it in the table.');
}

function notText(column: string, is: OtherValue): RowProblem {
  return {
    code: `not-text-${column}-${is}`,
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

function foundBy(code: string): RowProblem {
  return {
    code: `rule-${code}`,
    what: () => l10n.t('the rule {0} finds {1}', code, findsOf(code)),
    todo: () => l10n.t('Correct it in the table or in the articles.'),
  };
}

/** Rules that are off by default, because of what news is like; a table that was cut off is another matter. */
const SEVERITIES = { 'unfinished-text': 'warning' } as const;

/** Tags and character references of HTML that are in no prose. */
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|img|table|tr|td|blockquote|script|style)\b[^<>]{0,200}>|&(?:amp|lt|gt|quot|nbsp|apos|#\d{1,6}|#x[\da-f]{1,6});/i;

/** A time in UTC: where the paper appeared, it may have been another day. */
const IN_UTC = /(?:Z|UTC|GMT|[+-]00:?00)$/;

/** The first newspaper is of 1605. The years of Islamic and Persian calendars are now about 1400. */
const FIRST_NEWSPAPERS = '1600';

/** A whole number that a program has written as one that is not, because its column has gaps. */
const WITH_POINT = /^(-?\d+)\.0+$/;

export interface MappedOptions {
  /** Reads a date in the form that was named; undefined if none was, and dates are those of ISO 8601. */
  readonly readDate: ReadDate | undefined;
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
}

export class MappedRows {
  /** Rows that make no article. */
  readonly leftOut = new RowProblems();
  /** Articles that a person should look at. */
  readonly noted = new RowProblems();
  private readonly changes: Record<Change, number> = { white: 0, date: 0, utc: 0, number: 0 };
  /** The mapped columns that were in some row. */
  readonly columns = new Set<string>();
  /** Other columns. */
  readonly others = new Set<string>();
  private readonly names = new DocumentNames();
  private readonly numbers = new Set<string>();
  private readonly mapped: ReadonlySet<string>;

  constructor(
    private readonly mapping: Mapping,
    private readonly options: MappedOptions,
  ) {
    this.mapped = new Set(mapping.map(({ column }) => column));
  }

  /** The article of a row; undefined if the row makes none, which is then noted. */
  take(row: TableRow | BadRow): MappedArticle | undefined {
    if (isBad(row)) {
      this.leftOut.add(row.problem, row.at);
      return undefined;
    }
    for (const column of Object.keys(row.values)) (this.mapped.has(column) ? this.columns : this.others).add(column);
    const found = new Found();
    const fields = this.mapping.flatMap((field) => this.fieldOf(field, row, found) ?? []);
    const number = fields[0]?.value as string;
    if (this.numbers.has(number)) found.fault(SAME_NUMBER, number);
    const article = ` ${lineArticle(fields)} `;
    if (found.faults.length === 0) this.prove(article, fields, found);
    if (found.faults.length > 0) {
      for (const [problem, example] of found.faults) this.leftOut.add(problem, row.at, example);
      return undefined;
    }
    this.numbers.add(number);
    for (const [problem, example] of found.notes) this.noted.add(problem, row.at, example);
    for (const change of found.changes) this.changes[change]++;
    return { name: `${this.names.nameFor(`article_${number}`)}.txt`, article };
  }

  /** What is wrong with rows, as sentences. */
  problemSentences(noun: RowNoun): readonly string[] {
    return [...this.leftOut.sentences('omitted', noun), ...this.noted.sentences('written', noun)];
  }

  /** What was changed in the values, as a sentence; none if nothing was. */
  changeSentences(): readonly string[] {
    const { white, date, utc, number } = this.changes;
    const parts = [
      white > 0 &&
        plural(
          white,
          'line breaks, or white space at the ends ({0} value)',
          'line breaks, or white space at the ends ({0} values)',
        ),
      date > 0 && plural(date, 'the form of dates ({0} date)', 'the form of dates ({0} dates)'),
      utc > 0 &&
        plural(utc, 'times of UTC, to their day in UTC ({0} date)', 'times of UTC, to their day in UTC ({0} dates)'),
      number > 0 &&
        plural(number, '.0 at the end of whole numbers ({0} number)', '.0 at the end of whole numbers ({0} numbers)'),
    ].filter((part) => part !== false);
    return parts.length === 0 ? [] : [l10n.t('Changed for the format: {0}.', parts.join('; '))];
  }

  /** The columns that were not asked for, as a sentence; none if there are none. */
  otherColumnSentences(): readonly string[] {
    const names = [...this.others].map((column) => column || l10n.t('(without a name)'));
    return names.length === 0 ? [] : [l10n.t('Columns that were not imported: {0}.', names.join(', '))];
  }

  /** The field of a column; undefined if the article does not have it. */
  private fieldOf({ letters, column }: MappedField, row: TableRow, found: Found): LineField | undefined {
    if (column === ROW_NUMBER) return { letters, value: String(row.index) };
    const kind = FIELDS[fieldRank(letters)]?.kind;
    const value = Object.hasOwn(row.values, column) ? row.values[column] : null;
    let written: string;
    try {
      written = writtenValue(value, { kind, written: () => row.written(column) });
    } catch (error) {
      if (!(error instanceof NotText)) throw error;
      found.fault(notText(columnOf(letters), error.is));
      return undefined;
    }
    const line = oneLine(written);
    if (line !== written) found.changes.push('white');
    if (line.includes('\0')) found.fault(NUL);
    if (/\p{Cs}/u.test(line)) found.fault(HALF);
    if (kind === 'number') return { letters, value: numberIn(line, found) };
    if (kind === 'date') return { letters, value: this.dayIn(line, found) };
    if (kind === 'text' && isMissing(line)) found.fault(NO_TEXT, line || undefined);
    if (kind === undefined && line === '') return undefined;
    if (kind !== 'text' && line !== '' && isMissing(line)) found.note(MISSING_WORD, line);
    const [markup] = MARKUP.exec(line) ?? [];
    if (markup !== undefined) found.note(HTML, markup);
    return { letters, value: line };
  }

  private dayIn(line: string, found: Found): string {
    if (isMissing(line)) {
      found.fault(NO_DATE, line || undefined);
      return line;
    }
    const { readDate } = this.options;
    let day: string | undefined;
    try {
      day = (readDate ?? isoDay)(line);
    } catch (error) {
      if (!(error instanceof AmbiguousMonth)) throw error;
      found.fault(AMBIGUOUS_MONTH, line);
      return line;
    }
    if (day === undefined) found.fault(readDate ? OTHER_DATE : uncertain(line), line);
    else if (checkDate(day) !== undefined) found.fault(NO_DAY, line);
    else if (day < FIRST_NEWSPAPERS) found.fault(OTHER_CALENDAR, line);
    else if (day !== line) found.changes.push(IN_UTC.test(line) ? 'utc' : 'date');
    return day ?? line;
  }

  /** Notes if an article would be read as another one than this, and what the rules find in it. */
  private prove(article: string, fields: readonly LineField[], found: Found): void {
    if (!readsAs(article, fields)) {
      found.fault(MARKER, markerIn(fields));
      return;
    }
    const context = { today: this.options.today, additionalFields: ownFieldsIn(this.mapping) };
    for (const each of parse(article).articles) {
      for (const { code, severity, span } of check(each, context, SEVERITIES)) {
        const example = textOf(each.text, span).trim() || undefined;
        if (severity === 'error') found.fault(MARKER, example);
        else found.note(foundBy(code), example);
      }
    }
  }
}

function numberIn(line: string, found: Found): string {
  if (isMissing(line)) found.fault(NO_NUMBER, line || undefined);
  const [, whole] = WITH_POINT.exec(line) ?? [];
  if (whole === undefined && /^-?\d*[.,]\d+(?:e[+-]?\d+)?$/i.test(line)) found.fault(NOT_WHOLE, line);
  if (whole !== undefined) found.changes.push('number');
  return whole ?? line;
}

/** Why a date that is not of ISO 8601 is left out. */
function uncertain(line: string): RowProblem {
  return NUMBERS.find(({ form }) => form.test(line)) ?? UNCERTAIN_DATE;
}

type Example = string | undefined;

/** What is found in one row. */
class Found {
  /** Why it makes no article. */
  readonly faults: (readonly [RowProblem, Example])[] = [];
  /** What a person should look at in its article. */
  readonly notes: (readonly [RowProblem, Example])[] = [];
  readonly changes: Change[] = [];

  fault(problem: RowProblem, example?: Example): void {
    this.faults.push([problem, example]);
  }

  note(problem: RowProblem, example?: Example): void {
    this.notes.push([problem, example]);
  }
}

function findsOf(code: string): string {
  return RULES.find((rule) => rule.code === code)?.finds ?? '';
}

/** The first marker in a value. */
function markerIn(fields: readonly LineField[]): string | undefined {
  for (const { value } of fields) {
    for (const { text, markers } of parse(value).articles) for (const marker of markers) return textOf(text, marker);
  }
  return undefined;
}
