/** Lines of git that were left when somebody chose one version of a merge conflict. */
import { type Article, fieldAround, firstFrom } from '../parse/article';
import { type Span, touch } from '../span';
import { leftoverLines } from '../text/conflicts';
import type { StrayText } from './strayTexts';
import type { SomeSymptoms, Symptoms } from './symptoms';

export interface Leftover {
  readonly kind: 'leftover';
  /** All of them in the article, at least one. */
  readonly lines: readonly Span[];
  readonly explains: SomeSymptoms;
}

export function* leftovers(article: Article, { stray }: Symptoms): Generator<Leftover> {
  const lines = leftoversIn(article);
  if (lines.length === 0) return;
  const isGits = ({ span }: StrayText) => touch(firstFrom(lines, span.start) ?? NOWHERE, span);
  yield { kind: 'leftover', lines, explains: { stray: [...stray].filter(isGits) } };
}

const NOWHERE: Span = { start: -1, end: -1 };

/** The lines that git left in an article. */
export function leftoversIn(article: Article): readonly Span[] {
  return leftoverLines(article.text, article.conflicts, (line) => {
    const field = fieldAround(article, line);
    return field !== undefined && (field.format?.kind ?? 'text') === 'text';
  });
}
