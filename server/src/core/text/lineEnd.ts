/** The line end that a text gets where new lines are made in it. */
import { skipWhiteSpace } from '../span';

export type LineEnd = '\n' | '\r\n';

/**
 * The first line end of a text after the white space at its beginning, which a layout may remove; if there is none, the first of all;
 * LF without any. The text is given in parts.
 */
export function lineEndOf(parts: Iterable<string>): LineEnd {
  let atFirst: LineEnd | undefined;
  let isBlank = true;
  let last = '';
  for (const part of parts) {
    const beginning: number = isBlank ? skipWhiteSpace(part, 0, part.length) : 0;
    isBlank = beginning === part.length;
    const found = firstIn(part, beginning, last);
    if (found) return found;
    atFirst ??= firstIn(part, 0, last);
    last = part.at(-1) ?? last;
  }
  return atFirst ?? '\n';
}

/** `last` is the character before the text. */
function firstIn(text: string, from: number, last: string): LineEnd | undefined {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return undefined;
  return (feed > 0 ? text[feed - 1] : last) === '\r' ? '\r\n' : '\n';
}
