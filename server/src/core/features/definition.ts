/** *Go to Definition* leads from a marker to the other marker of its field; highlighting shows both. */
import type { Article } from '../parse/article';
import type { Span } from '../span';
import { fieldOfMarker, markerAt } from './atOffset';

/** The markers of the field whose marker is at an offset, or undefined; the one at the offset comes first. */
export function markerPair(article: Article, offset: number): readonly Span[] | undefined {
  const marker = markerAt(article, offset);
  if (!marker) return undefined;
  const { start, end } = fieldOfMarker(article, marker) ?? {};
  const partner = marker === start ? end : start;
  return partner && partner !== marker ? [marker, partner] : [marker];
}
