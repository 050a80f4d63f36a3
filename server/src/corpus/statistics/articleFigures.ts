/** What is counted of articles, one by one, in several places at once if there are many. */
import { checkDate } from '../../core/text/date';
import { weekdayOf } from './time';

/** An article as it is counted. */
export interface CountedArticle {
  /** Without the white space at its ends. */
  readonly date: string;
  /** Undefined if it is missing or uncertain. */
  readonly number: string | undefined;
  /** Equal for equal texts; undefined if the text is missing, uncertain or a placeholder. */
  readonly digest: string | undefined;
  /** In its text. */
  readonly words: number;
}

export class ArticleFigures {
  /** The words of each article, by the month of its date, YYYY-MM; of an article without a valid date, by an empty name. */
  readonly words: Record<string, number[]> = {};
  readonly weekdays: Record<string, number> = {};
  /** The number of each article, and the digest of its text, in any order. */
  readonly numbers: string[] = [];
  readonly digests: string[] = [];
  /** The first and the last day, YYYY-MM-DD; null if no article has a valid date. */
  first: string | null = null;
  last: string | null = null;
  /** Findings by rule, in any order. */
  readonly problems: Record<string, number> = {};

  addArticle({ date, number, digest, words }: CountedArticle): void {
    if (number !== undefined) this.numbers.push(number);
    if (digest !== undefined) this.digests.push(digest);
    const isValid = checkDate(date) === undefined;
    this.addWords(isValid ? date.slice(0, 7) : '', [words]);
    if (!isValid) return;
    addTo(this.weekdays, weekdayOf(date), 1);
    this.extend(date, date);
  }

  addProblem(code: string): void {
    addTo(this.problems, code, 1);
  }

  /** Adds the figures of other articles. */
  add({ words, weekdays, numbers, digests, first, last, problems }: PlainFigures): void {
    for (const [month, counts] of Object.entries(words)) this.addWords(month, counts);
    for (const [weekday, count] of Object.entries(weekdays)) addTo(this.weekdays, weekday, count);
    for (const number of numbers) this.numbers.push(number);
    for (const digest of digests) this.digests.push(digest);
    if (first !== null && last !== null) this.extend(first, last);
    for (const [code, count] of Object.entries(problems)) addTo(this.problems, code, count);
  }

  private addWords(month: string, counts: readonly number[]): void {
    const ofMonth = this.words[month] ?? [];
    this.words[month] = ofMonth;
    for (const count of counts) ofMonth.push(count);
  }

  private extend(first: string, last: string): void {
    if (this.first === null || first < this.first) this.first = first;
    if (this.last === null || last > this.last) this.last = last;
  }
}

/** Figures as they come from a worker, without methods. */
export type PlainFigures = Pick<
  ArticleFigures,
  'words' | 'weekdays' | 'numbers' | 'digests' | 'first' | 'last' | 'problems'
>;

function addTo(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}
