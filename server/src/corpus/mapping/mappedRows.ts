/** Makes articles of the rows of a table, by a mapping, and notes what is wrong with the others. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { parse } from '../../core/parse/parser';
import { check } from '../../core/rules';
import { textOf } from '../../core/span';
import { type LineField, lineArticle } from '../tables/lineArticle';
import { readsAs } from '../tables/readsAs';
import { DocumentNames } from '../targets/documentNames';
import type { ReadDate } from './dateForm';
import { type Mapping, ownFieldsIn } from './mapping';
import { foundBy, PROBLEMS } from './problems';
import { RowFields, type ValueChange } from './rowFields';
import { type Reader, type RowNoun, RowProblems } from './rowProblems';
import { type BadRow, isBad, type TableRow } from './tableRow';

/** An article, and the name of its file. */
export interface MappedArticle {
  readonly name: string;
  readonly article: string;
}

/** Rules that are off by default, because of what news is like; a table that was cut off is another matter. */
const SEVERITIES = { 'unfinished-text': 'warning' } as const;

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
  private readonly changes: Record<ValueChange, number> = { white: 0, date: 0, utc: 0, number: 0 };
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
    const found = new RowFields(row, this.mapping, this.options.readDate);
    const { fields } = found;
    const number = fields[0]?.value as string;
    if (this.numbers.has(number)) found.fault(PROBLEMS.sameNumber, number);
    const article = ` ${lineArticle(fields)} `;
    if (found.faults.length === 0) this.prove(article, found);
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
  problemSentences(noun: RowNoun, reader: Reader): readonly string[] {
    return [...this.leftOut.sentences('omitted', noun, reader), ...this.noted.sentences('written', noun, reader)];
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

  /** Notes if an article would be read as another one than this, and what the rules find in it. */
  private prove(article: string, found: RowFields): void {
    if (!readsAs(article, found.fields)) {
      found.fault(PROBLEMS.marker, markerIn(found.fields));
      return;
    }
    const context = { today: this.options.today, additionalFields: ownFieldsIn(this.mapping) };
    for (const each of parse(article).articles) {
      for (const { code, severity, span } of check(each, context, SEVERITIES)) {
        const example = textOf(each.text, span).trim() || undefined;
        if (severity === 'error') found.fault(PROBLEMS.marker, example);
        else found.note(foundBy(code), example);
      }
    }
  }
}

/** The first marker in a value. */
function markerIn(fields: readonly LineField[]): string | undefined {
  for (const { value } of fields) {
    for (const { text, markers } of parse(value).articles) for (const marker of markers) return textOf(text, marker);
  }
  return undefined;
}
