/** What an article is called, for whoever looks for it: by its number, and by its place among the articles of its file. */

import { FIELDS, type FieldFormat } from '../core/format';
import { type Article, fieldOf } from '../core/parse/article';
import type { ParsedDocument } from '../core/parse/parser';
import { textOf } from '../core/span';

export interface ArticleName {
  /** The value of its number, verbatim; null where it has none. */
  readonly number: string | null;
  /** Its place among the articles of its file or stream, from 1. */
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
 * The articles of a document, or of the part of one that comes after so many articles, in their order. Text without any
 * marker is no article.
 */
export function* numbered({ articles, starts }: ParsedDocument, before = 0): Generator<NumberedArticle> {
  let index = before;
  for (const [place, article] of articles.entries()) {
    if (article.markers.length > 0) yield { article, index: ++index, base: starts[place] as number };
  }
}

const NUMBER = FIELDS.find(({ kind }) => kind === 'number') as FieldFormat;

/** The value of an article's number, verbatim; null where it has none. */
export function numberOf(article: Article): string | null {
  const field = fieldOf(article, NUMBER);
  return field ? textOf(article.text, field.value) : null;
}
