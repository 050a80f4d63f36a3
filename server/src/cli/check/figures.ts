/** Articles in figures. */
import type { ParsedDocument } from '../../core/parse/parser';
import type { HealthyArticle } from '../../core/parse/proof';
import { countWords, wordsOf } from '../../core/parse/words';
import { checkDate } from '../../core/text/date';
import { recordsOf } from '../../corpus/record';

/** Figures as they come from a worker, without methods. */
export type PlainFigures = Omit<Figures, 'add' | 'addHealthy' | 'addParsed' | 'addProblem'>;

export class Figures {
  articles = 0;
  /** In the TEXT fields. */
  words = 0;
  /** The first and the last day, YYYY-MM-DD; null if no article has a valid date. */
  first: string | null = null;
  last: string | null = null;
  /** Articles by month, YYYY-MM, and findings by rule, neither of them in order. Invalid dates are in no month. */
  readonly months: Record<string, number> = {};
  readonly problems: Record<string, number> = {};

  /** Counts an article that is proven healthy, and whose values are bytes as Latin-1. */
  addHealthy({ date, text }: HealthyArticle): void {
    const words = Buffer.from(text, 'latin1').toString();
    this.words += countWords(words, { start: 0, end: words.length });
    this.addDate(date);
  }

  /** Counts the articles of a part. */
  addParsed(parsed: ParsedDocument): void {
    for (const article of parsed.articles) this.words += wordsOf(article);
    for (const { date } of recordsOf(parsed)) this.addDate(date);
  }

  addProblem(code: string): void {
    addTo(this.problems, code, 1);
  }

  /** Adds the figures of other articles. */
  add({ articles, words, first, last, months, problems }: PlainFigures): void {
    this.articles += articles;
    this.words += words;
    if (first !== null && last !== null) this.extend(first, last);
    for (const [month, count] of Object.entries(months)) addTo(this.months, month, count);
    for (const [code, count] of Object.entries(problems)) addTo(this.problems, code, count);
  }

  private addDate(date: string): void {
    this.articles++;
    if (checkDate(date) !== undefined) return;
    this.extend(date, date);
    addTo(this.months, date.slice(0, 7), 1);
  }

  private extend(first: string, last: string): void {
    if (this.first === null || first < this.first) this.first = first;
    if (this.last === null || last > this.last) this.last = last;
  }
}

function addTo(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}
