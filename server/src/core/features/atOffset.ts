/** The marker or field at an offset of an article. */

import type { Marker } from '../markers/scanner';
import type { Article, Field } from '../parse/article';
import type { Span } from '../span';

/** Whether a span contains an offset, its end included: a cursor right after the last character counts. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function markerAt(article: Article, offset: number): Marker | undefined {
  return article.markers.find((marker) => holds(marker, offset));
}

export function fieldAt(article: Article, offset: number): Field | undefined {
  return article.fields.find(({ span }) => holds(span, offset));
}

/** The field that a marker opens or closes. */
export function fieldOfMarker(article: Article, marker: Marker): Field | undefined {
  return article.fields.find(({ start, end }) => start === marker || end === marker);
}
