/** What a rule is. Each rule is a file named as its code; the list of them is in index.ts. */
import type { Article } from '../parse/article';
import type { Fix } from '../repair/edit';
import type { Span } from '../span';

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What there is to say of any rule: of an article, of a file's bytes, or across files. */
export interface DescribedRule {
  /** Stable and readable. */
  readonly code: string;
  /** How its findings are shown unless the settings say otherwise. */
  readonly severity: Severity | 'off';
  /** What it finds, in a few words, for the settings and the list of rules. */
  readonly finds: string;
  /** Why that matters to somebody who works with the corpus. */
  readonly why: string;
}

/**
 * A check of one article, in a file named as its code. A rule never sees the document, so its findings stay valid while
 * others are edited.
 */
export interface Rule extends DescribedRule {
  /** Text with the fault; docs/rules shows it with the rule's own verdict on it. */
  readonly example: string;
  /**
   * Articles in which it can find nothing, so that it need not be asked: those that are whole (`Article.isWhole`), or
   * those that are proven healthy as well (parse/proof.ts). Left out by a rule that may find something in any article.
   */
  readonly silentIn?: 'whole' | 'healthy';
  check(article: Article, context: Context): Iterable<RuleFinding>;
}

/** What a verdict may depend on besides the article. */
export interface Context {
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
  /** Letters (`B-Y-L-I-N-E`) of user-defined fields that count as known. */
  readonly additionalFields: readonly string[];
}

/** What a rule reports; offsets are relative to the article. */
export interface RuleFinding {
  readonly span: Span;
  /** What is wrong and what to do, as a plain sentence or two. */
  readonly message: string;
  readonly related?: readonly Related[] | undefined;
  /** Ways to mend it, the best first. */
  readonly fixes?: readonly Fix[] | undefined;
}

/** A rule's finding with its code and the severity that is in force. */
export interface Finding extends RuleFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** Another place that explains a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}
