/** The outline: one symbol for each article, named by number and title, with its fields and their values. */

import * as l10n from '@vscode/l10n';
import { fieldName, type ValueKind } from '../format';
import { plural } from '../language';
import { type Article, type Field, fieldOf, markedSpan } from '../parse/article';
import { countWords } from '../parse/words';
import { type Span, textOf } from '../span';

export interface ArticleSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: ValueKind | 'article' | 'unknown';
  /** From the first marker to the last, relative to the article. */
  readonly span: Span;
  /** What is selected when the symbol is chosen: the value. */
  readonly selection: Span;
  readonly children: readonly ArticleSymbol[];
}

/** Longest name or detail; VS Code shortens them to the width of the view anyway. */
const LONGEST_SHOWN = 200;

/** The symbol of an article, even a broken one; undefined if it has no marker. */
export function articleSymbol(article: Article): ArticleSymbol | undefined {
  if (article.markers.length === 0) return undefined;
  const value = (kind: ValueKind) => {
    const field = fieldOf(article, kind);
    return field ? oneLine(article, field.value) : '';
  };
  const names = [value('number'), value('title')].filter((part) => part !== '');
  const span = markedSpan(article);
  return {
    name: names.join(' · ') || l10n.t('Article without number and title'),
    detail: value('date'),
    kind: 'article',
    span,
    selection: article.fields[0]?.value ?? span,
    children: article.fields.map((field) => fieldSymbol(article, field)),
  };
}

function fieldSymbol(article: Article, field: Field): ArticleSymbol {
  const kind = field.format?.kind ?? 'unknown';
  return {
    name: fieldName(field.letters),
    detail: kind === 'text' ? wordCount(countWords(article.text, field.value)) : oneLine(article, field.value),
    kind,
    span: field.span,
    selection: field.value,
    children: [],
  };
}

function wordCount(words: number): string {
  return plural(words, '{0} word', '{0} words');
}

function oneLine(article: Article, span: Span): string {
  const end = Math.min(span.end, span.start + LONGEST_SHOWN);
  return textOf(article.text, { start: span.start, end }).replace(/\s+/g, ' ').trim();
}
