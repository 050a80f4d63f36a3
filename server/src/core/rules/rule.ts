/** What a rule is. Each rule is a file named as its code; the list of them is in index.ts. */
import type { Article } from '../article';
import type { Span } from '../span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A fault in an article; offsets are relative to the article. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What is wrong and what to do, as a plain sentence or two. */
  readonly message: string;
  readonly related?: readonly Related[];
}

/** Another place that explains a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A check of one article. A rule never sees the document, so its findings stay valid while others are edited. */
export interface Rule {
  /** Stable and readable; the file is named after it. */
  readonly code: string;
  readonly severity: Severity;
  check(article: Article): Iterable<Omit<Finding, 'code' | 'severity'>>;
}
