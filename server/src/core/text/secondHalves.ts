/** Characters beyond U+FFFF, such as emoji: two units in UTF-16, one in UTF-32. */

const NONE: readonly number[] = [];

/** Nearly every text has none, and the engine knows that at once if it holds one byte for each unit. */
const FIRST_HALF = /[\ud800-\udbff]/;

/** The offsets of their second units in a text, in order. */
export function secondHalves(text: string): readonly number[] {
  if (!FIRST_HALF.test(text)) return NONE;
  const found: number[] = [];
  for (let at = 1; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) found.push(at);
  }
  return found;
}
