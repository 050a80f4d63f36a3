/** Makes fields of the values in a row, and notes what is wrong with them. */
import { FIELDS, fieldRank } from '../../core/format';
import { columnOf } from '../tables/columns';
import type { LineField } from '../tables/lineArticle';
import { dayIn, isoDay, type ReadDate } from './dateForm';
import { type MappedField, type Mapping, ROW_NUMBER } from './mapping';
import { oneLine } from './oneLine';
import { notText, PROBLEMS, uncertain } from './problems';
import type { RowProblem } from './rowProblems';
import type { TableRow } from './tableRow';
import { isMissing, NotText, writtenValue } from './values';

/** What was changed in a value, so that the format takes it. */
export type ValueChange = 'white' | 'date' | 'utc' | 'number';

/** Tags and character references of HTML that are in no prose. */
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|img|table|tr|td|blockquote|script|style)\b[^<>]{0,200}>|&(?:amp|lt|gt|quot|nbsp|apos|#\d{1,6}|#x[\da-f]{1,6});/i;

/** A time in UTC: where the paper appeared, it may have been another day. */
const IN_UTC = /(?:Z|UTC|GMT|[+-]00:?00)$/;

/** A whole number that a program has written as one that is not, because its column has gaps. */
const WITH_POINT = /^(-?\d+)\.0+$/;

type Found = readonly [RowProblem, example: string | undefined];

export class RowFields {
  /** The number comes first. */
  readonly fields: readonly LineField[];
  /** Why the row makes no article. */
  readonly faults: Found[] = [];
  /** What a person should look at in its article. */
  readonly notes: Found[] = [];
  readonly changes: ValueChange[] = [];

  constructor(
    private readonly row: TableRow,
    mapping: Mapping,
    private readonly readDate: ReadDate | undefined,
  ) {
    this.fields = mapping.flatMap((field) => this.fieldOf(field) ?? []);
  }

  fault(problem: RowProblem, example?: string): void {
    this.faults.push([problem, example]);
  }

  note(problem: RowProblem, example?: string): void {
    this.notes.push([problem, example]);
  }

  /** The field of a column; undefined if the article does not have it. */
  private fieldOf({ letters, column }: MappedField): LineField | undefined {
    const { row } = this;
    if (column === ROW_NUMBER) return { letters, value: String(row.index) };
    const kind = FIELDS[fieldRank(letters)]?.kind;
    const value = Object.hasOwn(row.values, column) ? row.values[column] : null;
    let written: string;
    try {
      written = writtenValue(value, { kind, written: () => row.written(column) });
    } catch (error) {
      if (!(error instanceof NotText)) throw error;
      this.fault(notText(columnOf(letters), error.is));
      return undefined;
    }
    const line = oneLine(written);
    if (line !== written) this.changes.push('white');
    if (line.includes('\0')) this.fault(PROBLEMS.nul);
    if (/\p{Cs}/u.test(line)) this.fault(PROBLEMS.half);
    if (kind === 'number') return { letters, value: this.numberIn(line) };
    if (kind === 'date') return { letters, value: this.dayIn(line) };
    if (kind === 'text' && isMissing(line)) this.fault(PROBLEMS.noText, line || undefined);
    if (kind === undefined && line === '') return undefined;
    if (kind !== 'text' && line !== '' && isMissing(line)) this.note(PROBLEMS.missingWord, line);
    const [markup] = MARKUP.exec(line) ?? [];
    if (markup !== undefined) this.note(PROBLEMS.html, markup);
    return { letters, value: line };
  }

  private numberIn(line: string): string {
    if (isMissing(line)) this.fault(PROBLEMS.noNumber, line || undefined);
    const [, whole] = WITH_POINT.exec(line) ?? [];
    if (whole === undefined && /^-?\d*[.,]\d+(?:e[+-]?\d+)?$/i.test(line)) this.fault(PROBLEMS.notWhole, line);
    if (whole !== undefined) this.changes.push('number');
    return whole ?? line;
  }

  private dayIn(line: string): string {
    const { readDate } = this;
    if (isMissing(line)) {
      this.fault(PROBLEMS.noDate, line || undefined);
      return line;
    }
    const found = dayIn(line, readDate ?? isoDay);
    if ('fault' in found) {
      const isUnread = found.fault === 'otherDate' && !readDate;
      this.fault(isUnread ? uncertain(line) : PROBLEMS[found.fault], line);
      return line;
    }
    if (found.day !== line) this.changes.push(IN_UTC.test(line) ? 'utc' : 'date');
    return found.day;
  }
}
