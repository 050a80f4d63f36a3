/** What can be folded: articles and fields. Folds of one line are left out later, where lines are known. */
import { type Article, type Field, markedSpan } from '../parse/article';
import type { Span } from '../span';

export interface Fold {
  readonly span: Span;
  readonly kind: 'article' | 'field';
}

/** The folds of an article, relative to it: itself, then its fields. */
export function articleFolds(article: Article): readonly Fold[] {
  if (article.markers.length === 0) return [];
  const { start, end } = markedSpan(article);
  const number = article.fields.find(isNumber);
  const fields = article.fields.filter((field) => !isNumber(field));
  return [
    // The first line of a fold stays visible: it should be the line of the number.
    { span: { start: number?.value.start ?? start, end }, kind: 'article' },
    ...fields.map(({ span }) => ({ span, kind: 'field' as const })),
  ];
}

function isNumber({ format }: Field): boolean {
  return format?.kind === 'number';
}
