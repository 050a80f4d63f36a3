/** Articles in a text outside any field: their markers are written in a way that nobody can read. */
import { unreadableIn } from '../markers/unreadable';
import type { Article } from '../parse/article';
import { type Span, shifted, textOf } from '../span';
import type { StrayText } from './strayTexts';
import type { SomeSymptoms, Symptoms } from './symptoms';

export interface Unreadable {
  readonly kind: 'unreadable';
  /** What may be the first marker of each article. */
  readonly markers: readonly Span[];
  readonly explains: SomeSymptoms;
}

export function* unreadableArticles(article: Article, { stray }: Symptoms): Generator<Unreadable> {
  for (const text of stray) {
    const markers = unreadableAt(article, text);
    if (markers.length > 0) yield { kind: 'unreadable', markers, explains: { stray: [text] } };
  }
}

/** What may be the first marker of each unreadable article in a text outside any field. */
export function unreadableAt({ text }: Article, { span }: StrayText): readonly Span[] {
  return unreadableIn(textOf(text, span)).map((marker) => shifted(marker, span.start));
}
