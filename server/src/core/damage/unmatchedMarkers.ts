/** Markers without partners, with what else the same damage took or left. */

import { markerText } from '../format';
import type { Marker } from '../markers/scanner';
import { tornFrom } from '../markers/torn';
import { type Article, type Field, type Gap, isCut, type SyntaxFault } from '../parse/article';
import { isBlank, textOf } from '../span';
import { brokenOff } from './brokenOff';
import type { SomeSymptoms, Symptoms } from './symptoms';

/** A marker was moved away from its field. */
export interface Moved {
  readonly kind: 'moved';
  readonly marker: Marker;
  /** The marker that it clashes with where it is now, if there is one. */
  readonly partner: Marker | undefined;
  /** The field that lacks exactly this marker. */
  readonly home: Field;
  readonly explains: SomeSymptoms;
}

/** A marker without its partner. */
export interface Unmatched {
  readonly kind: 'unmatched';
  readonly marker: Marker;
  /** The marker that it clashes with, if there is one. */
  readonly partner: Marker | undefined;
  /** The field that it opens or closes; none if it is too many. */
  readonly field: Field | undefined;
  /** The fields that were cut off together with the partner. */
  readonly cut: readonly Gap[];
  /** The rest of a marker beside it: one cut took that marker's other part and the partner. */
  readonly torn: Marker | undefined;
  readonly explains: SomeSymptoms;
}

/** The unmatched markers in order. */
export function* unmatchedMarkers(article: Article, symptoms: Symptoms): Generator<Moved | Unmatched> {
  const unmatched = [...symptoms.faults].filter(({ code }) => code.startsWith('unmatched'));
  if (unmatched.length === 0) return;
  const fields = new Map(article.fields.flatMap((field) => [field.start, field.end].map((marker) => [marker, field])));
  const homes = homesOf(article, unmatched, fields);
  const homeless = new Map(unmatched.map((fault) => [fields.get(fault.marker), fault]));
  const found = new Set(homes.values());
  const torn = tornBeside(article);
  for (const fault of unmatched) {
    const { marker, partner } = fault;
    const field = fields.get(marker);
    const home = homes.get(marker);
    if (home) {
      const faults = [fault, homeless.get(home) ?? []].flat();
      yield { kind: 'moved', marker, partner, home, explains: { faults, misspelled: cutOff(article, marker) } };
    } else if (!field || !found.has(field)) {
      const cut = field ? [...symptoms.missing].filter((gap) => isCut(gap) && isBeside(gap, field)) : [];
      const rest = field && torn.get(field);
      const explains = {
        faults: [fault],
        missing: cut,
        stray: cut.flatMap((gap) => brokenOff(article, gap, symptoms.stray)),
        misspelled: [...cutOff(article, marker), rest ?? []].flat(),
      };
      yield { kind: 'unmatched', marker, partner, field, cut, torn: rest, explains };
    }
  }
}

function isBeside({ before, after }: Gap, field: Field): boolean {
  return before === field || after === field;
}

/** The marker itself, if it is misspelled because it was cut off together with its partner. */
function cutOff({ text, first, final }: Article, marker: Marker): readonly Marker[] {
  if (!marker.misspelled) return [];
  const isAtEdge =
    marker.side === 'start' ? final && marker.end === text.length : first && isBlank(text, 0, marker.start);
  return isAtEdge || tornFrom(textOf(text, marker)).length > 0 ? [marker] : [];
}

/** For each field that has lost a marker, the torn marker beside it on that side, if there is one. */
function tornBeside({ text, markers, fields }: Article): ReadonlyMap<Field, Marker> {
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
function homesOf(
  article: Article,
  unmatched: readonly SyntaxFault[],
  fields: ReadonlyMap<Marker | undefined, Field>,
): ReadonlyMap<Marker, Field> {
  const known = new Map<string, Marker | undefined>();
  for (const { marker } of unmatched) {
    if (fields.has(marker)) continue;
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
