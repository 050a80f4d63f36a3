/** Markers whose partners are lost, and what their articles tell of them: read once for all of them. */
import { type Article, cutOff, type SyntaxFault } from './article';
import type { LoneMarker } from './ownFields';
import type { Marker } from './scanner';

export interface UnmatchedMarker extends LoneMarker {
  /** The marker that it clashes with, if there is one. */
  readonly partner: Marker | undefined;
  /** The names of the fields that were cut off beside its field. */
  readonly cut: string | undefined;
}

/** The markers of an article that one of the parser's faults of a kind is about, in order. */
export function unmatchedMarkers(article: Article, code: SyntaxFault['code']): readonly UnmatchedMarker[] {
  const faults = article.faults.filter((fault) => fault.code === code);
  if (faults.length === 0) return [];
  const fields = new Map(article.fields.flatMap((field) => [field.start, field.end].map((marker) => [marker, field])));
  const cut = cutOff(article);
  return faults.map(({ marker, partner }) => {
    const field = fields.get(marker);
    return { marker, partner, field, cut: field && cut.get(field) };
  });
}
