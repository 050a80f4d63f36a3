/** Characters beyond U+FFFF, such as emoji: two units in UTF-16, one in UTF-32. */

const NONE: readonly number[] = [];

/** The offsets of their second units in a text, in order. */
export function secondHalves(text: string): readonly number[] {
  let found: number[] | undefined;
  for (let at = 1; at < text.length; at++) {
    // Nearly every unit fails the first comparison.
    if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800) continue;
    found ??= [];
    found.push(at);
  }
  return found ?? NONE;
}
