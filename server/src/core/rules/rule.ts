/** The types of rules. Each rule is a file with its code as its name; the list is in index.ts. */
import type { Damage } from '../damage/damages';
import type { Article } from '../parse/article';
import type { Fix } from '../repair/edit';
import type { Span } from '../span';

/** The most serious first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The description of any rule: for an article, for a file's bytes, or across files. */
export interface DescribedRule {
  /** Its name in settings and output. It never changes. */
  readonly code: string;
  /** The severity of its findings, unless the settings give another one. */
  readonly severity: Severity | 'off';
  /** What it finds, in a few words, for the settings and the list of rules, in the language of people. */
  readonly finds: string;
  /** Why it matters to people who work with the corpus. */
  readonly why: string;
}

/**
 * A check of one article. A rule does not see the document, so its findings stay valid while other articles are edited.
 */
export interface Rule extends DescribedRule {
  /** A text with the fault; docs/rules shows it with the findings of the rule. */
  readonly example: string;
  /**
   * Articles in which it finds nothing, so that it need not run: those that are whole (`Article.isWhole`), or only those that
   * are proven healthy (parse/proof.ts). Absent if it may find something in any article.
   */
  readonly silentIn?: 'whole' | 'healthy';
  /** `damages` are those of the article (damage/damages.ts). */
  check(article: Article, context: Context, damages: readonly Damage[]): Iterable<RuleFinding>;
}

/** Everything that a verdict depends on besides the article. */
export interface Context {
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
  /** Letters (`B-Y-L-I-N-E`) of user-defined fields that count as known. */
  readonly additionalFields: readonly string[];
}

/** What a rule reports; offsets are relative to the article. */
export interface RuleFinding {
  readonly span: Span;
  /** What is wrong, then what to do, in plain sentences. */
  readonly message: string;
  readonly related?: readonly Related[] | undefined;
  /** Ways to correct it, the best first. */
  readonly fixes?: readonly Fix[] | undefined;
}

/** A rule's finding with its code and the severity that is in force. */
export interface Finding extends RuleFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** Another span that explains a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}
