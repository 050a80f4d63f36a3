/** What is counted of articles, one by one, in several places at once if there are many. */
import type { Severity } from '../../core/rules';
import { checkDate } from '../../core/text/date';
import { copied } from '../text/copied';

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

/** How many problems of each severity there are, by rule. */
export type ProblemCounts = ReadonlyMap<string, ReadonlyMap<Severity, number>>;

/** Stands for the day of articles without a valid date. */
export const UNDATED = '';

export class ArticleFigures {
  /** The words of each article, by its valid day, YYYY-MM-DD, or by UNDATED. */
  readonly words = new Map<string, number[]>();
  /** The number of each article, and the digest of its text, in any order. */
  readonly numbers: string[] = [];
  readonly digests: string[] = [];
  /** How many findings of each severity there are, by rule, in any order. */
  readonly problems = new Map<string, Map<Severity, number>>();

  addArticle({ date, number, digest, words }: CountedArticle): void {
    if (number !== undefined) this.numbers.push(number);
    if (digest !== undefined) this.digests.push(digest);
    const ofDay = this.words.get(date); // Many articles have the same date, which need not be checked again.
    if (ofDay) ofDay.push(words);
    else this.addWords(checkDate(date) === undefined ? copied(date) : UNDATED, [words]);
  }

  addProblem({ code, severity }: { readonly code: string; readonly severity: Severity }, count = 1): void {
    const ofRule = this.problems.get(code) ?? new Map<Severity, number>();
    this.problems.set(code, ofRule.set(severity, (ofRule.get(severity) ?? 0) + count));
  }

  /** Adds the figures of other articles. */
  add({ words, numbers, digests, problems }: PlainFigures): void {
    for (const [day, counts] of words) this.addWords(day, counts);
    for (const number of numbers) this.numbers.push(number);
    for (const digest of digests) this.digests.push(digest);
    for (const [code, ofRule] of problems)
      for (const [severity, count] of ofRule) this.addProblem({ code, severity }, count);
  }

  private addWords(day: string, counts: readonly number[]): void {
    const ofDay = this.words.get(day);
    if (!ofDay) this.words.set(day, [...counts]);
    else for (const count of counts) ofDay.push(count);
  }
}

/** Figures as they come from a worker, without methods. */
export type PlainFigures = Pick<ArticleFigures, 'words' | 'numbers' | 'digests' | 'problems'>;
