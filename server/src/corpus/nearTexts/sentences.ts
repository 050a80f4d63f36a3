/** A text as it is compared with another one: one sentence a line. */

/**
 * The sentences of a text by Unicode's rules (UAX #29), each on a line of its own, with single spaces between words. An empty line
 * ends a sentence; the end of a line does not, because a text may be wrapped.
 */
export function sentenceLines(text: string): string {
  const unwrapped = text.trim().replace(/\s+/g, (blank) => (blank.split('\n').length > 2 ? '\n' : ' '));
  const lines: string[] = [];
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(unwrapped)) {
    const line = segment.trim();
    if (line !== '') lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}
