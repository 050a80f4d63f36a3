/** Cuts a query into tokens. */
import * as l10n from '@vscode/l10n';
import type { Span } from '../../core/span';
import { QueryError } from './queryError';

export const OPERATORS = ['=', '!=', '<=', '>=', '<', '>', '~', '!~'] as const;

export type Operator = (typeof OPERATORS)[number];

/** The signs of a query, those first that begin like a shorter one. */
const SIGNS = ['&&', '||', '!=', '!~', '<=', '>=', '<', '>', '=', '~', '!', '(', ')'] as const;

export type Sign = (typeof SIGNS)[number];

export interface Token {
  /** `end` is the end of the query. */
  readonly kind: 'sign' | 'word' | 'quoted' | 'end';
  /** The sign, the word, or the text between quotation marks. */
  readonly text: string;
  readonly span: Span;
}

/** A word needs no quotation marks: names of fields and rules, days, numbers, paths. */
const WORD = /[\p{L}\p{M}\p{N}_.:/-]+/uy;

/** What people write in other languages, and what a query has for it. */
const FOREIGN: Readonly<Record<string, string>> = { '==': '=', '&': '&&', '|': '||', '=~': '~', '<>': '!=' };

/** The tokens of a query; the last one is its end. Throws a QueryError. */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) at++;
    else {
      const token = tokenAt(query, at);
      tokens.push(token);
      at = token.span.end;
    }
  }
  return [...tokens, { kind: 'end', text: '', span: { start: query.length, end: query.length } }];
}

function tokenAt(query: string, start: number): Token {
  const spanOf = (length: number) => ({ start, end: start + length });
  const quote = query.charAt(start);
  if (quote === '"' || quote === "'") return quotedAt(query, start);
  const foreign = Object.keys(FOREIGN).find((each) => query.startsWith(each, start) && !hasSign(query, start, each));
  if (foreign)
    throw new QueryError(l10n.t('Write {0} instead of {1}.', FOREIGN[foreign] ?? '', foreign), spanOf(foreign.length));
  const sign = SIGNS.find((each) => query.startsWith(each, start));
  if (sign) return { kind: 'sign', text: sign, span: spanOf(sign.length) };
  WORD.lastIndex = start;
  const word = WORD.exec(query)?.[0];
  if (word) return { kind: 'word', text: word, span: spanOf(word.length) };
  const [character = ''] = query.slice(start);
  throw new QueryError(
    l10n.t('A query cannot have {0} here. Write texts between straight quotation marks: {1}.', character, '"…"'),
    spanOf(character.length),
  );
}

/** Whether a correct sign that is longer than this one, or the same, is at its place. */
function hasSign(query: string, start: number, foreign: string): boolean {
  return SIGNS.some((sign) => sign.length >= foreign.length && query.startsWith(sign, start));
}

/** A text between quotation marks, in which a backslash is before each quotation mark and backslash that belongs to it. */
function quotedAt(query: string, start: number): Token {
  const quote = query.charAt(start);
  let text = '';
  for (let at = start + 1; at < query.length; at++) {
    const character = query.charAt(at);
    if (character === quote) return { kind: 'quoted', text, span: { start, end: at + 1 } };
    const isEscaped = character === '\\' && [quote, '\\'].includes(query.charAt(at + 1));
    text += isEscaped ? query.charAt(++at) : character;
  }
  const message = l10n.t('The text that begins here has no end. Add {0} after it.', quote);
  throw new QueryError(message, { start, end: start + 1 });
}
