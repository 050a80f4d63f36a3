/** Counts words as `wc -w` does: parts of a text between white space. */

import { isWhiteSpace, type Span } from '../span';
import { type Article, fieldOf } from './article';

/** How many words the text of an article has. */
export function wordsOf(article: Article): number {
  const text = fieldOf(article, 'text');
  return text ? countWords(article.text, text.value) : 0;
}

/** How many words are in a span of a text. */
export function countWords(text: string, { start, end }: Span): number {
  let words = 0;
  let afterBlank = true;
  for (let at = start; at < end; at++) {
    const isBlank = isWhiteSpace(text.charCodeAt(at));
    if (afterBlank && !isBlank) words++;
    afterBlank = isBlank;
  }
  return words;
}

/** How many sentences a text has, by Unicode's rules (UAX #29). */
export function countSentences(text: string): number {
  let sentences = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    if (segment.trim() !== '') sentences++;
  }
  return sentences;
}
