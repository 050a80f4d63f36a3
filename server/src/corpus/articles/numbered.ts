/** How an article is named in output: by its number, and by its index among the articles of its file. Its text. */

import { type Article, fieldOf } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';
import { textOf } from '../../core/span';

export interface ArticleName {
  /** The value of its number, verbatim; null where it has none. */
  readonly number: string | null;
  /** Its index among the articles of its file or stream, from 1. */
  readonly index: number;
}

export interface NumberedArticle {
  readonly article: Article;
  /** As in its name. */
  readonly index: number;
  /** Where it begins, in UTF-16 units. */
  readonly base: number;
}

/**
 * The articles of a document, in order. For a part of a document, `before` is the number of articles before it. Text without a
 * marker is not an article.
 */
export function* numbered({ articles, starts }: ParsedDocument, before = 0): Generator<NumberedArticle> {
  let index = before;
  for (const [i, article] of articles.entries()) {
    if (article.markers.length > 0) yield { article, index: ++index, base: starts[i] as number };
  }
}

/** How many articles a document, or a part of one, has. */
export function articlesIn({ articles }: ParsedDocument): number {
  return articles.filter(({ markers }) => markers.length > 0).length;
}

/** The value of an article's number, verbatim; null where it has none. */
export function numberOf(article: Article): string | null {
  const field = fieldOf(article, 'number');
  return field ? textOf(article.text, field.value) : null;
}

/** The text of an article, verbatim; empty if it has none. */
export function textValueOf(article: Article): string {
  const field = fieldOf(article, 'text');
  return field ? textOf(article.text, field.value) : '';
}
