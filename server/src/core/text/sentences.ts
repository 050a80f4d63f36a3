/** Where sentences end. */
import { isWhiteSpace, type Span } from '../span';

/** The punctuation that ends a sentence, in any script. */
const TERMINATOR = /[\p{Sentence_Terminal}…]/u;

/** Quotes and brackets that may follow it. German closes with a quote that opens in English. */
const CLOSER = /[\p{Pe}\p{Pf}\p{Pi}"']/u;

/** Whether a span of text ends with closing punctuation; quotes and brackets may follow it. */
export function endsSentence(text: string, { start, end }: Span): boolean {
  let at = end - 1;
  while (at >= start && (isWhiteSpace(text.charCodeAt(at)) || CLOSER.test(text.charAt(at)))) at--;
  return at >= start && TERMINATOR.test(text.charAt(at));
}

/** The last word of a span that does not end with white space. */
export function lastWord(text: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && !isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return { start: at, end };
}
