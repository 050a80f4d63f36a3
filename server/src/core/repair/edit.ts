/** Edits of an article's text, and fixes, which are edits with a promise. */
import type { Span } from '../span';

/** A way to correct a finding. */
export interface Fix {
  /** What it does, as the text of a menu item. */
  readonly title: string;
  /** Edits that do not overlap, in the order of their offsets. */
  readonly edits: readonly Edit[];
  /**
   * `safe`: no value changes, no field is invented or removed, and only one reading of the article is possible.
   * `suggested`: everything else. A person decides.
   */
  readonly tier: 'safe' | 'suggested';
  /** Only a person chooses it: it removes more than a few words or what may be an article, or is one of several readings of a date. */
  readonly byHand?: boolean;
  /** Letters of the fields whose values it changes on purpose. All other values must stay the same. */
  readonly changes?: readonly string[];
}

/** Replaces a span of the article by a text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text after edits that do not overlap, given in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}
