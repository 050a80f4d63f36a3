/** The targets of *Go to Next Article*, *Go to Previous Field* and the like. */
import type { Article } from '../parse/article';
import { articleIndex, type ParsedDocument } from '../parse/parser';
import { fieldAt } from './atOffset';

export type Unit = 'article' | 'field';
export type Direction = 'next' | 'previous';

/**
 * The first marker of the next or previous article, or the beginning of the next or previous field's value, across
 * articles; undefined where there is none. All offsets are the document's.
 */
export function neighbour(parsed: ParsedDocument, offset: number, unit: Unit, way: Direction): number | undefined {
  const own = articleIndex(parsed, offset);
  const step = way === 'next' ? 1 : -1;
  for (let index = unit === 'article' ? own + step : own; parsed.articles[index]; index += step) {
    const article = parsed.articles[index] as Article;
    const base = parsed.starts[index] as number;
    const target = unit === 'article' ? article.markers[0]?.start : valueStart(article, offset - base, way);
    if (target !== undefined) return base + target;
  }
  return undefined;
}

/** The beginning of the nearest value after an offset, or of the nearest one before the field at the offset. */
function valueStart(article: Article, offset: number, way: Direction): number | undefined {
  const starts = article.fields.map(({ value }) => value.start).sort((a, b) => a - b);
  if (way === 'next') return starts.find((start) => start > offset);
  const limit = Math.min(offset, fieldAt(article, offset)?.value.start ?? offset);
  return starts.findLast((start) => start < limit);
}
