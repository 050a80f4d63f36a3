/** Shows a place in a line of text. */
import { eastAsianWidth } from 'get-east-asian-width';

/** A line that underlines what is `marked`, which comes after `before`. Both are as they are shown. */
export function underline(before: string, marked: string): string {
  return ' '.repeat(columns(before)) + '^'.repeat(Math.max(1, columns(marked)));
}

/** Nearly all texts are plain, and then nobody has to look at each character. */
const PLAIN = /^[ -~]*$/;

/** How many columns of a terminal a text takes. It must not contain invisible characters. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!/\p{M}/u.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  }
  return width;
}
