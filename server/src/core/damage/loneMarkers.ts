/**
 * User-defined fields that have lost a marker. The parser does not know the settings: it reads a single marker of an unknown
 * field as a spelled-out word. Here the settings say that it is a marker.
 */

import { type Marker, scanMarkers } from '../markers/scanner';
import { type Article, type Field, fieldAround } from '../parse/article';
import { trimmed } from '../span';

/** A marker without its partner, and the field that it opens or closes; no field if it is in the value of another field. */
export interface LoneMarker {
  readonly marker: Marker;
  readonly field: Field | undefined;
}

/** The single markers of known user-defined fields; not one that is crossed with another pair, whose fault is reported. */
export function loneMarkers(article: Article, additionalFields: readonly string[]): readonly LoneMarker[] {
  if (additionalFields.length === 0) return [];
  const known = new Set(article.markers.map(({ start }) => start));
  const faulty = new Set(article.faults.map(({ marker }) => marker.start));
  const markers = [...scanMarkers(article.text)];
  return markers.flatMap((marker, index) => {
    if (known.has(marker.start) || marker.misspelled || !additionalFields.includes(marker.letters)) return [];
    const [before, after] = [markers[index - 1], markers[index + 1]];
    const neighbour = marker.side === 'start' ? after : before;
    if (neighbour && faulty.has(neighbour.start)) return [];
    const { start, end } = fieldAround(article, marker) ?? {};
    const isInside = start && end && start.end <= marker.start && marker.end <= end.start;
    return [{ marker, field: isInside ? undefined : halfField(article, marker, before, after) }];
  });
}

/** The field of a single marker. Its value reaches to the next marker on that side. */
function halfField({ text }: Article, marker: Marker, before: Marker | undefined, after: Marker | undefined): Field {
  const isStart = marker.side === 'start';
  const inside = isStart
    ? { start: marker.end, end: after?.start ?? text.length }
    : { start: before?.end ?? 0, end: marker.start };
  const value = trimmed(text, inside);
  return {
    letters: marker.letters,
    format: undefined,
    start: isStart ? marker : undefined,
    end: isStart ? undefined : marker,
    value,
    span: isStart ? { start: marker.start, end: value.end } : { start: value.start, end: marker.end },
    misplaced: false,
    duplicate: false,
  };
}
