/** Where sentences end. */
import { isWhiteSpace, type Span } from '../span';

/** What closes a sentence, in any script. */
const CLOSING = /[\p{Sentence_Terminal}…]/u;

/** Quotes and brackets that may stand after it. German closes with a quote that opens elsewhere. */
const CLOSER = /[\p{Pe}\p{Pf}\p{Pi}"']/u;

/** Whether a stretch of text ends in closing punctuation, be it after quotes or brackets. */
export function endsSentence(text: string, { start, end }: Span): boolean {
  let at = end - 1;
  while (at >= start && (isWhiteSpace(text.charCodeAt(at)) || CLOSER.test(text.charAt(at)))) at--;
  return at >= start && CLOSING.test(text.charAt(at));
}

/** The last word of a stretch of text that does not end in white space. */
export function lastWord(text: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && !isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return { start: at, end };
}
