/**
 * Colours that a grammar cannot give: which markers are misspelled, unmatched, crossed or nested, which user-defined fields
 * are known, which days do not exist. All other markers and short values have tokens too, because VS Code uses no grammar in
 * a line that is longer than its limit. Long prose needs no colour, so a TEXT has no token.
 */

import { FIELDS, type FieldFormat } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Field, ownMarkers } from '../parse/article';
import { type Span, textOf, trimmed } from '../span';
import { checkDate } from '../text/date';

/** The kind of a marker's token; a value's is that of its row in the format's table. */
export const MARKER_TOKEN = 'article-marker';

/** The kind of a value's token, by the field's row; undefined where a value is long prose. */
export function valueToken({ kind, name }: FieldFormat): string | undefined {
  return kind === 'text' ? undefined : `article-${name.toLowerCase()}`;
}

/** All kinds of tokens. */
export const TOKEN_TYPES: readonly string[] = [MARKER_TOKEN, ...FIELDS.flatMap((row) => valueToken(row) ?? [])];

const STANDARD: Record<FieldFormat['kind'], string> = {
  number: 'number',
  date: 'number',
  title: 'string',
  text: 'string',
};

/** The same kinds, in the same order, by the nearest names of the LSP specification, which every theme knows. */
export const STANDARD_TOKEN_TYPES: readonly string[] = [
  'keyword',
  ...FIELDS.filter(valueToken).map(({ kind }) => STANDARD[kind]),
];

/** The modifiers of tokens; each token has at most one. */
export const TOKEN_MODIFIERS = ['start', 'end', 'unknown', 'misspelled', 'mismatched', 'invalid'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  /** Within one line, because VS Code shows no token that spans lines. */
  readonly span: Span;
  readonly type: string;
  readonly modifier: TokenModifier | undefined;
}

/**
 * The tokens of an article, in order, without overlaps. `additionalFields` are the letters of user-defined fields that are
 * known.
 */
export function semanticTokens(article: Article, additionalFields: readonly string[]): readonly SemanticToken[] {
  const mismatched = new Set(article.faults.map(({ marker }) => marker));
  const modifierOf = (marker: Marker): TokenModifier => {
    if (marker.misspelled) return 'misspelled';
    if (mismatched.has(marker)) return 'mismatched';
    const isKnown = FIELDS.some((row) => row.marker === marker.letters) || additionalFields.includes(marker.letters);
    return isKnown ? marker.side : 'unknown';
  };
  const markers = article.markers.map((marker) => token(marker, MARKER_TOKEN, modifierOf(marker)));
  return [...markers, ...valueTokens(article)]
    .flatMap((whole) => lineParts(article.text, whole))
    .sort((a, b) => a.span.start - b.span.start);
}

function token({ start, end }: Span, type: string, modifier?: TokenModifier): SemanticToken {
  return { span: { start, end }, type, modifier };
}

function valueTokens(article: Article): SemanticToken[] {
  const indexes = new Map(article.markers.map((marker, index) => [marker, index]));
  /** A value with a marker in it is left to the grammar, because its extent is unknown. */
  const holdsMarker = ({ start, value }: Field) => {
    const next = start && article.markers[(indexes.get(start) as number) + 1];
    return next !== undefined && next.start < value.end;
  };
  return article.fields.flatMap((field) => {
    const type = field.format && valueToken(field.format);
    if (!type || holdsMarker(field)) return [];
    const span = trimmed(article.text, field.value);
    if (field.format?.kind !== 'date' || !checkDate(textOf(article.text, span))) return [token(span, type)];
    // Without its own markers, the text may not be a date.
    return ownMarkers(field) ? [token(span, type, 'invalid')] : [];
  });
}

/** The parts of a token on each line. */
function lineParts(text: string, { span, type, modifier }: SemanticToken): SemanticToken[] {
  return [...textOf(text, span).matchAll(/[^\r\n]+/g)].map(({ index, 0: part }) => {
    const start = span.start + index;
    return token({ start, end: start + part.length }, type, modifier);
  });
}
