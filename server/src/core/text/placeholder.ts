/** The sentence that a producer writes in place of a text. */
import { textOf, trimmed } from '../span';

/** What a producer writes where its source had no text. */
export const PLACEHOLDER = 'Error in processing document';

/** Whether a text is that sentence, with or without white space around it. */
export function isPlaceholder(text: string): boolean {
  return textOf(text, trimmed(text, { start: 0, end: text.length })) === PLACEHOLDER;
}
