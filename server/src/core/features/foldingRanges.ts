/** What can be folded: articles and fields. Those on one line are left out where lines are known, on the wire. */
import { type Article, markedSpan } from '../article';
import type { Span } from '../span';

export interface Fold {
  readonly span: Span;
  readonly kind: 'article' | 'field';
}

/** The folds of an article, relative to it: itself, then its fields. */
export function articleFolds(article: Article): readonly Fold[] {
  if (article.markers.length === 0) return [];
  return [
    { span: markedSpan(article), kind: 'article' },
    ...article.fields.map(({ span }) => ({ span, kind: 'field' as const })),
  ];
}
