/** Markers whose partners are lost, and what their articles tell of them: read once for all of them. */

import { markerText } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, cutOff, type Field, type SyntaxFault } from '../parse/article';
import { textOf } from '../span';
import type { LoneMarker } from './ownFields';

export interface UnmatchedMarker extends LoneMarker {
  /** The marker that it clashes with, if there is one. */
  readonly partner: Marker | undefined;
  /** The names of the fields that were cut off beside its field. */
  readonly cut: string | undefined;
  /** The field that lacks just this marker, which has none here: it was moved. */
  readonly home: Field | undefined;
  /** The rest of the marker beside it that was cut through with the partner. */
  readonly torn: Marker | undefined;
}

/** The markers of an article that one of the parser's faults of a kind is about, in order. */
export function unmatchedMarkers(article: Article, code: SyntaxFault['code']): readonly UnmatchedMarker[] {
  const faults = article.faults.filter((fault) => fault.code === code);
  if (faults.length === 0) return [];
  const fields = new Map(article.fields.flatMap((field) => [field.start, field.end].map((marker) => [marker, field])));
  const homes = homesOf(article, fields);
  const found = new Set(homes.values());
  const torn = tornBeside(article);
  const cut = cutOff(article);
  return faults.flatMap(({ marker, partner }) => {
    const field = fields.get(marker);
    // What there is to say of it is said where its marker is.
    if (field && found.has(field)) return [];
    return [
      { marker, partner, field, cut: field && cut.get(field), home: homes.get(marker), torn: field && torn.get(field) },
    ];
  });
}

/**
 * For each field that has lost a marker, the marker beside it on that side that was cut through: one cut went through both.
 */
export function tornBeside({ text, markers, fields }: Article): ReadonlyMap<Field, Marker> {
  const places = new Map(markers.map((marker, place) => [marker, place]));
  const torn = new Map<Field, Marker>();
  for (const field of fields) {
    const { start, end } = field;
    const own = start ?? end;
    if ((start && end) || !own) continue;
    const beside = markers[(places.get(own) ?? 0) + (start ? 1 : -1)];
    if (!beside?.misspelled || beside.side !== (start ? 'start' : 'end')) continue;
    const written = textOf(text, beside);
    const meant = markerText(beside.letters, beside.side);
    if (start ? meant.endsWith(written) : meant.startsWith(written)) torn.set(field, beside);
  }
  return torn;
}

/** The fields that lack just one marker, by the only marker without a field that it can be. */
function homesOf(article: Article, fields: ReadonlyMap<Marker | undefined, Field>): ReadonlyMap<Marker, Field> {
  const stray = article.faults.flatMap(({ code, marker }) =>
    code.startsWith('unmatched') && !fields.has(marker) ? [marker] : [],
  );
  const known = new Map<string, Marker | undefined>();
  for (const marker of stray) {
    const key = `${marker.side} ${marker.letters}`;
    known.set(key, known.has(key) ? undefined : marker); // Of two, nobody knows which.
  }
  const homes = new Map<Marker, Field>();
  for (const field of article.fields) {
    if (field.start && field.end) continue;
    const marker = known.get(`${field.start ? 'end' : 'start'} ${field.letters}`);
    if (marker && !homes.has(marker)) homes.set(marker, field);
  }
  return homes;
}
