/**
 * Colours that a grammar cannot give: which markers are misspelled, unmatched, crossed or nested, which user-defined fields
 * are known, which days do not exist. All other markers and short values have tokens too, because VS Code uses no grammar in
 * a line that is longer than its limit. Long prose needs no colour, so a TEXT has no token.
 */

import { FIELDS } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Field, ownMarkers } from '../parse/article';
import { countBefore, type Span, textOf, trimmed } from '../span';
import { checkDate } from '../text/date';
import { MARKER_TOKEN, type TokenModifier, valueToken } from './tokenTypes';

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
  /** A value with a marker in it, also one of a jumble, is left to the grammar, because its extent is unknown. */
  const holdsMarker = ({ value }: Field) => {
    const next = article.markers[countBefore(article.markers, value.start, (marker) => marker)];
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
