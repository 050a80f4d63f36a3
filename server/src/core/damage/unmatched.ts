/** Markers without partners, and what their articles show about them. It is read once for all of them. */

import { markerText } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, cutOff, type Field, type SyntaxFault } from '../parse/article';
import { textOf } from '../span';
import type { LoneMarker } from './ownFields';

export interface UnmatchedMarker extends LoneMarker {
  /** The marker that it is in conflict with, if there is one. */
  readonly partner: Marker | undefined;
  /** The names of the fields that were cut off beside its field. */
  readonly cut: string | undefined;
  /** The field that lacks exactly this marker: the marker was moved away from it. */
  readonly home: Field | undefined;
  /** The rest of a marker beside it: one cut took that marker's other part and the partner. */
  readonly torn: Marker | undefined;
}

/** The markers of all faults of one kind, in order. */
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
    // It is reported at the marker that was moved away from it.
    if (field && found.has(field)) return [];
    return [
      { marker, partner, field, cut: field && cut.get(field), home: homes.get(marker), torn: field && torn.get(field) },
    ];
  });
}

/**
 * For each field that has lost a marker, the torn marker beside it on that side, if there is one: one cut damaged both.
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
    const present = textOf(text, beside);
    const meant = markerText(beside.letters, beside.side);
    if (start ? meant.endsWith(present) : meant.startsWith(present)) torn.set(field, beside);
  }
  return torn;
}

/** The fields that lack one marker, by the only marker without a field that can be the missing one. */
function homesOf(article: Article, fields: ReadonlyMap<Marker | undefined, Field>): ReadonlyMap<Marker, Field> {
  const stray = article.faults.flatMap(({ code, marker }) =>
    code.startsWith('unmatched') && !fields.has(marker) ? [marker] : [],
  );
  const known = new Map<string, Marker | undefined>();
  for (const marker of stray) {
    const key = `${marker.side} ${marker.letters}`;
    known.set(key, known.has(key) ? undefined : marker); // Of two, it is not clear which.
  }
  const homes = new Map<Marker, Field>();
  for (const field of article.fields) {
    if (field.start && field.end) continue;
    const marker = known.get(`${field.start ? 'end' : 'start'} ${field.letters}`);
    if (marker && !homes.has(marker)) homes.set(marker, field);
  }
  return homes;
}
