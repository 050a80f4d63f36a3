/** Markers whose partners are lost, and what their articles tell of them: read once for all of them. */
import { type Article, cutOff, type Field, type SyntaxFault } from './article';
import type { LoneMarker } from './ownFields';
import type { Marker } from './scanner';

export interface UnmatchedMarker extends LoneMarker {
  /** The marker that it clashes with, if there is one. */
  readonly partner: Marker | undefined;
  /** The names of the fields that were cut off beside its field. */
  readonly cut: string | undefined;
  /** The field that lacks just this marker, which has none here: it was moved. */
  readonly home: Field | undefined;
}

/** The markers of an article that one of the parser's faults of a kind is about, in order. */
export function unmatchedMarkers(article: Article, code: SyntaxFault['code']): readonly UnmatchedMarker[] {
  const faults = article.faults.filter((fault) => fault.code === code);
  if (faults.length === 0) return [];
  const fields = new Map(article.fields.flatMap((field) => [field.start, field.end].map((marker) => [marker, field])));
  const homes = homesOf(article, fields);
  const found = new Set(homes.values());
  const cut = cutOff(article);
  return faults.flatMap(({ marker, partner }) => {
    const field = fields.get(marker);
    // What there is to say of it is said where its marker is.
    if (field && found.has(field)) return [];
    return [{ marker, partner, field, cut: field && cut.get(field), home: homes.get(marker) }];
  });
}

/** The fields that lack just one marker, by the only marker without a field that it can be. */
function homesOf(article: Article, fields: ReadonlyMap<Marker | undefined, Field>): ReadonlyMap<Marker, Field> {
  const stray = article.faults.flatMap(({ code, marker }) =>
    code.startsWith('unmatched') && !fields.has(marker) ? [marker] : [],
  );
  const homes = new Map<Marker, Field>();
  for (const field of article.fields) {
    if (field.start && field.end) continue;
    const side = field.start ? 'end' : 'start';
    const fitting = stray.filter((marker) => marker.side === side && marker.letters === field.letters);
    const [marker, other] = fitting;
    if (marker && !other && !homes.has(marker)) homes.set(marker, field);
  }
  return homes;
}
