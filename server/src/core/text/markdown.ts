/** Text for hovers, which are Markdown. */

/** Signs that are Markdown anywhere in a line, or parts of an address that a viewer would make a link. */
const INLINE =
  /[\\`*[~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z\d]+;)|:(?=\/)|(?<=www)\.|@/giu;

/** Signs that are Markdown where a line begins: headings, quotes, lists and rules. */
const AT_START = /^(?:[>#]|[-+](?=[-\s]|$))|(?<=^\d{1,9})[.)](?=\s|$)/g;

/**
 * Text for Markdown: what would be markup in its place is escaped, and nothing else, because some editors show
 * Markdown as it is written. Line ends become spaces.
 */
export function escaped(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(INLINE, '\\$&').replace(AT_START, '\\$&');
}
