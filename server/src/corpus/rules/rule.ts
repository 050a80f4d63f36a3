/** What a rule across articles is. Each is a file named as its code; the list of them is in index.ts. */
import type { DescribedRule, Severity } from '../../core/rules';
import type { Span } from '../../core/span';
import type { ArticleRecord } from '../record';

/** A file of the corpus. */
export interface CorpusFile {
  readonly uri: string;
  /** As people know it: its path in the workspace, or as it was given on the command line. Parts end in slashes. */
  readonly name: string;
  readonly records: readonly ArticleRecord[];
}

/** An article and the file that it is in. */
export interface Occurrence {
  readonly file: CorpusFile;
  readonly record: ArticleRecord;
}

/**
 * A check of articles against each other. It says by a key which articles concern each other, and what is wrong with all
 * that have the same key; so a change of one article concerns only those with its old key or its new one. In a file named
 * as its code.
 */
export interface CorpusRule extends DescribedRule {
  /** Files, by their names, with the fault; docs/rules shows them with the rule's own verdict. */
  readonly example: Readonly<Record<string, string>>;
  /** It may find something in an article that shares its key with no other one. */
  readonly alone?: true;
  /** Undefined for an article that the rule has nothing to do with. */
  key(article: Occurrence): string | undefined;
  /** Where a key costs much: another one that costs little, and is the same for all articles with the same key. */
  sketch?(article: Occurrence): string | number | undefined;
  /** What is wrong with the articles of one key, at least one, in the order of their files and places. */
  check(articles: readonly Occurrence[]): Iterable<CorpusRuleFinding>;
}

/** What a rule across articles reports; offsets are UTF-16 units of the document. */
export interface CorpusRuleFinding {
  readonly article: Occurrence;
  readonly span: Span;
  /** What is wrong and what to do, as a plain sentence or two. */
  readonly message: string;
  readonly related: readonly CorpusRelated[];
}

/** Another place, often in another file, that explains a finding. */
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

/** How many twins a finding points to; there may be as many as the corpus has articles. */
const MOST_RELATED = 3;

/** A number in a message, however long it is. */
export function shownNumber(number: string): string {
  return number.length > 60 ? `${number.slice(0, 60)}…` : number;
}

/** The last part of a file's name. */
export function baseName({ name }: CorpusFile): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Who else has something: `Another article, in lf_1986.txt, has` or `3 other articles have`; `first` is one of them. */
export function othersHave(count: number, first: Occurrence, { file: own }: Occurrence): string {
  if (count > 1) return `${count} other articles have`;
  return `Another article, in ${first.file.uri === own.uri ? 'this file' : first.file.name}, has`;
}

/** The first of a group's articles that fit, at most as many as a finding points to. */
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
