/** The types of rules across articles. Each rule is a file with its code as its name; the list is in index.ts. */
import type { DescribedRule, Severity } from '../../core/rules';
import type { Span } from '../../core/span';
import type { ArticleRecord } from '../articles/record';
import type { NearOthers, NearText } from '../nearTexts/nearArticles';

/** A file of the corpus. */
export interface CorpusFile {
  readonly uri: string;
  /** Its path in the workspace, or as it was given on the command line. Slashes separate its parts. */
  readonly name: string;
  readonly records: readonly ArticleRecord[];
}

/** An article and the file that it is in. */
export interface Occurrence {
  readonly file: CorpusFile;
  readonly record: ArticleRecord;
}

/**
 * A check of articles against each other. It compares only articles with the same key. So a change of one article concerns only
 * the articles with its old key or its new one.
 */
export interface CorpusRule extends DescribedRule {
  /** Files with the fault, by their names; docs/rules shows them with the findings of the rule. */
  readonly example: Readonly<Record<string, string>>;
  /** It may find something in a single article, whose key no other article has. */
  readonly alone?: true;
  /** Undefined for an article that the rule does not compare. */
  key(article: Occurrence): string | undefined;
  /** For an expensive key: a cheap value that is equal for equal keys. */
  sketch?(article: Occurrence): string | number | undefined;
  /** The findings on the articles with one key. There is at least one article; they are in the order of files and offsets. */
  check(articles: readonly Occurrence[]): Iterable<CorpusRuleFinding>;
  /**
   * For a rule that compares the texts themselves, and no keys: the findings on an article, by the texts that are nearly the same as
   * its own. `articlesWith` gives the articles that have such a text, if there still are any.
   */
  checkText?(article: Occurrence, near: NearOthers, articlesWith: ArticlesWith): Iterable<CorpusRuleFinding>;
  /** How well it finds what it looks for, as Markdown, for its page. */
  readonly measured?: string;
}

export type ArticlesWith = (text: NearText) => SameText | undefined;

/** What a rule across articles reports; offsets are UTF-16 units of the document. */
export interface CorpusRuleFinding {
  readonly article: Occurrence;
  readonly span: Span;
  /** What is wrong, then what to do, in plain sentences. */
  readonly message: string;
  readonly related: readonly CorpusRelated[];
}

/** Another span, often in another file, that explains a finding. */
export interface CorpusRelated {
  readonly file: CorpusFile;
  readonly span: Span;
  readonly message: string;
}

/** A rule's finding with its code and the severity that is in force for its file. */
export interface CorpusFinding extends CorpusRuleFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** The most related articles of a finding; there may be as many as the corpus has articles. */
export const MOST_RELATED = 3;

/** A number in a message, shortened if it is too long. */
export function shownNumber(number: string): string {
  return number.length > 60 ? `${number.slice(0, 60)}…` : number;
}

/** The last part of a file's name. */
export function baseName({ name }: CorpusFile): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Whether two articles are in one file. */
export function areTogether(one: Occurrence, other: Occurrence): boolean {
  return one.file.uri === other.file.uri;
}

/** The first articles of a group that fit, at most MOST_RELATED. */
export function firstOthers(
  articles: readonly Occurrence[],
  fits: (article: Occurrence) => boolean,
): readonly Occurrence[] {
  const others: Occurrence[] = [];
  for (const article of articles) {
    if (fits(article)) others.push(article);
    if (others.length === MOST_RELATED) break;
  }
  return others;
}

/** The articles that have one text, by their numbers. There may be as many as the corpus has articles. */
export class SameText {
  private readonly counts = new Map<string, number>();
  private readonly firsts: Occurrence[] = [];
  private count = 0;

  constructor(articles: Iterable<Occurrence>) {
    for (const article of articles) {
      const { number } = article.record;
      const same = this.counts.get(number);
      if (same === undefined) this.firsts.push(article);
      this.counts.set(number, (same ?? 0) + 1);
      this.count++;
    }
  }

  /** How many have another number than this. */
  countWithout(number: string): number {
    return this.count - (this.counts.get(number) ?? 0);
  }

  /** The first articles of this many other numbers, at most. */
  firstsWithout(number: string, most: number): readonly Occurrence[] {
    return this.firsts
      .slice(0, most + 1)
      .filter(({ record }) => record.number !== number)
      .slice(0, most);
  }
}
