/** Proves that a result belongs to a text, and gives the places of its words there. */
import type { Span } from '../../core/span';
import type { Result, Word } from './result';
import type { SourceText } from './sourceText';

/** A result whose words were found in an article or a file. */
export interface PlacedResult {
  readonly result: Result;
  /** The place of each token, in UTF-16 units of the article or the file. */
  readonly places: readonly Span[];
}

/** What tokens may leave out between them: white space, and characters without a shape. */
const NOTHING = /^[\s\p{Z}\p{C}]*$/u;

/**
 * The places of all tokens; undefined if the result is of another text. That is proven by the tokens themselves: each must be in
 * its place, as it was written, and no other word may be between them.
 */
export function placed(result: Result, source: SourceText): PlacedResult | undefined {
  // Offsets count UTF-16 units in CoreNLP itself, and characters in what some programs make of its results.
  const hasPairs = /[\ud800-\udbff]/.test(source.text);
  const places = placesIn(result.tokens, source) ?? (hasPairs && placesIn(inUnits(result.tokens, source.text), source));
  return places ? { result, places } : undefined;
}

function placesIn(tokens: readonly Word[], { text, places }: SourceText): readonly Span[] | undefined {
  const found: Span[] = [];
  let at = 0;
  /** Whether no word of the article is between `at` and the next token. */
  const isClear = (to: number, before: string | undefined) => {
    const between = text.slice(at, to);
    if (NOTHING.test(between) || between === before) return true;
    let own = '';
    for (let unit = at; unit < to; unit++) if ((places[unit] as number) >= 0) own += text[unit];
    return NOTHING.test(own);
  };
  for (const { start, end, original, before } of tokens) {
    const isThere = start >= at && end - start === original.length && text.startsWith(original, start);
    const [first = -1, last = -1] = [places[start], places[end - 1]];
    if (!isThere || first < 0 || last < 0 || !isClear(start, before)) return undefined;
    found.push({ start: first, end: last + 1 });
    at = end;
  }
  return isClear(text.length, undefined) ? found : undefined;
}

/** The same tokens, with offsets in UTF-16 units in place of characters. */
function inUnits(tokens: readonly Word[], text: string): readonly Word[] {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) units.push(at);
  units.push(text.length);
  return tokens.map((token) => ({
    ...token,
    start: units[token.start] ?? text.length,
    end: units[token.end] ?? text.length,
  }));
}
