/** Answers requests about what CoreNLP has found. An answer is null when the document has changed meanwhile. */
import type { Position, Range } from 'vscode-languageserver';
import { holds } from '../../core/features/atOffset';
import type { Direction } from '../../core/features/neighbour';
import { type Article, fieldOf } from '../../core/parse/article';
import { articleIndex } from '../../core/parse/parser';
import { type Span, shifted, touch } from '../../core/span';
import { entitySpan, resultHover, sentenceAt, sentenceSpans } from '../../corpus/corenlp/hover';
import { entityKind, entityName } from '../../corpus/corenlp/wording';
import { MOST_ANNOTATED, type ShownAnnotations } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import type { Annotated, Annotations, Shown } from './annotations';

/** A hover, and its span in the document if it is about a word or a sentence. */
export interface AnnotationHover {
  readonly markdown: string;
  readonly span: Span | undefined;
}

export async function annotationHover(
  annotations: Annotations,
  document: ArticleDocument,
  position: Position,
): Promise<AnnotationHover | null> {
  const [article, base, offset] = document.articleAt(position) ?? [];
  if (!article || base === undefined || offset === undefined) return null;
  const found = await current(document, annotations.of(document, article, base));
  if (!found) return null;
  if ('note' in found) return isInProse(article, offset) ? { markdown: found.note, span: undefined } : null;
  const hover = resultHover(found, found.text, base + offset - found.base);
  return hover ? { markdown: hover.markdown, span: shifted(hover.span, found.base) } : null;
}

/** The beginning of the next or previous sentence, across articles; null where there is none. */
export async function neighbourSentence(
  annotations: Annotations,
  document: ArticleDocument,
  position: Position,
  way: Direction,
): Promise<Position | null> {
  const { parsed } = document;
  const offset = document.offsetAt(position);
  const step = way === 'next' ? 1 : -1;
  for (let index = articleIndex(parsed, offset); parsed.articles[index]; index += step) {
    const article = parsed.articles[index] as Article;
    const found = await current(document, annotations.of(document, article, parsed.starts[index] as number));
    if (document.parsed !== parsed) return null;
    if (!found || 'note' in found) continue;
    const start = neighbourStart(found, offset, way);
    if (start !== undefined) return document.positionAt(start);
  }
  return null;
}

/** The results for the articles that a range touches, at most MOST_ANNOTATED of them. */
export async function annotationsIn(
  annotations: Annotations,
  document: ArticleDocument,
  range: Range,
): Promise<ShownAnnotations | null> {
  const wanted = document.spanOf(range);
  const found = new Set<Annotated>();
  for (const [article, base] of [...document.articlesIn(wanted)].slice(0, MOST_ANNOTATED)) {
    const each = await current(document, annotations.of(document, article, base));
    if (each === null) return null;
    if (each) found.add(each);
  }
  const notes = new Set([...found].flatMap((each) => ('note' in each ? each.note : [])));
  const [note] = notes;
  const shown = [...found].flatMap((each) => ('note' in each ? [] : each));
  const isWanted = (span: Span) => touch(span, wanted);
  return {
    sentences: shown.flatMap((each) => {
      const spans = sentenceSpans(each).map((span, index) => ({ ...shifted(span, each.base), index: index + 1 }));
      return spans
        .filter(isWanted)
        .map(({ start, end, index }) => ({ index, range: document.rangeOf({ start, end }) }));
    }),
    entities: shown.flatMap((each) => {
      const entities = each.result.entities.map((entity) => ({
        entity,
        span: shifted(entitySpan(each, entity), each.base),
      }));
      return entities
        .filter(({ span }) => isWanted(span))
        .map(({ entity: { type }, span }) => ({
          ...{ kind: entityKind(type), name: entityName(type), range: document.rangeOf(span) },
        }));
    }),
    ...(note !== undefined && { note }),
  };
}

/** What was found, if the document is still the same; otherwise null. */
async function current<T>(document: ArticleDocument, found: Promise<T>): Promise<T | null> {
  const { revision } = document;
  const result = await found;
  return document.revision === revision ? result : null;
}

function isInProse(article: Article, offset: number): boolean {
  return (['title', 'text'] as const).some((kind) => {
    const value = fieldOf(article, kind)?.value;
    return value !== undefined && holds(value, offset);
  });
}

/** The nearest beginning of a sentence after an offset, or before the sentence at the offset. */
function neighbourStart(found: Shown, offset: number, way: Direction): number | undefined {
  const starts = sentenceSpans(found).map(({ start }) => start + found.base);
  if (way === 'next') return starts.find((start) => start > offset);
  const own = sentenceAt(found, offset - found.base)?.span.start;
  const limit = own === undefined ? offset : Math.min(offset, own + found.base);
  return starts.findLast((start) => start < limit);
}
