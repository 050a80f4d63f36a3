/** JSON Lines that every reader splits in the same way. */

/**
 * A value as one line of JSON, with its line end. The line ends that only some programs know (U+0085, U+2028, U+2029) are
 * escaped, as JSON allows anywhere in a string: Python's `splitlines`, for one, would cut the row there.
 */
export function jsonLine(value: unknown): string {
  return `${jsonText(value)}\n`;
}

/** The same without the line end. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(LINE_ENDS, escaped);
}

const LINE_ENDS = /[\u0085\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
