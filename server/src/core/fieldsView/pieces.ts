/** The pieces of a document that the fields view shows: markers, values and stray text. White space is between them. */

import type { Side } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Field, ownMarkers } from '../parse/article';
import type { ParsedDocument } from '../parse/parser';
import { type Span, textOf, trimmed } from '../span';

/** Offsets are UTF-16 units of the document. */
export interface Piece extends Span {
  readonly text: string;
  /** A marker of either side, the value between the two markers of a field, or any other text. */
  readonly role: Side | 'value' | 'stray';
  /** Index of its article in the document. */
  readonly article: number;
}

/**
 * How white space beside stray text is read. In a file it does not belong to the text. In the view, only the line ends and
 * empty lines around it do not.
 */
export type Form = 'file' | 'view';

const EDGES: Record<Form, (text: string, span: Span) => Span> = { file: trimmed, view: withoutLineEnds };

/** The pieces of a document, in order. */
export function piecesOf({ articles, starts }: ParsedDocument, form: Form): readonly Piece[] {
  return articles.flatMap((article, index) => [...articlePieces(article, index, starts[index] as number, form)]);
}

function* articlePieces(article: Article, index: number, base: number, form: Form): Generator<Piece> {
  const piece = ({ start, end }: Span, role: Piece['role']): Piece => ({
    start: base + start,
    end: base + end,
    text: article.text.slice(start, end),
    role,
    article: index,
  });
  const closed = closedFields(article);
  let previous: Marker | undefined;
  const stray = function* (end: number) {
    const span = EDGES[form](article.text, { start: previous?.end ?? 0, end });
    if (span.start < span.end) yield piece(span, 'stray');
  };
  for (const marker of article.markers) {
    const field = closed.get(marker);
    if (field && field.start === previous) yield piece(field.value, 'value');
    else yield* stray(marker.start);
    yield piece(marker, marker.side);
    previous = marker;
  }
  yield* stray(article.text.length);
}

/** The fields whose value is certain, by the marker that closes them. */
function closedFields(article: Article): ReadonlyMap<Marker | undefined, Field> {
  return new Map(article.fields.filter(ownMarkers).map((field) => [field.end, field]));
}

/** A span without the line ends and empty lines at its ends, and without white space beside a marker on the same line. */
function withoutLineEnds(text: string, span: Span): Span {
  const { start, end } = trimmed(text, span);
  if (start === end) return { start, end };
  const before = textOf(text, { start: span.start, end: start });
  const after = textOf(text, { start: end, end: span.end });
  return {
    start: start - (/[\r\n]([^\r\n]*)$/.exec(before)?.[1]?.length ?? 0),
    end: end + (/^([^\r\n]*)[\r\n]/.exec(after)?.[1]?.length ?? 0),
  };
}

/** A position in a document, independent of its form. */
export interface PiecePlace {
  readonly article: number;
  /** Index of the piece among those of its article. */
  readonly piece: number;
  /** UTF-16 units from the beginning of the piece. */
  readonly offset: number;
}

/** The piece at an offset; in white space, the piece before it. Undefined if there is none. */
export function pieceAt(parsed: ParsedDocument, form: Form, offset: number): PiecePlace | undefined {
  const all = piecesOf(parsed, form);
  const found = all.findLast(({ start }) => start <= offset);
  if (!found) return undefined;
  const piece = all.filter(({ article }) => article === found.article).indexOf(found);
  return { article: found.article, piece, offset: Math.min(offset, found.end) - found.start };
}

/** The offset of such a position, or the nearest one that exists. */
export function offsetOf(parsed: ParsedDocument, form: Form, { article, piece, offset }: PiecePlace): number {
  const own = piecesOf(parsed, form).filter((candidate) => candidate.article === article);
  const found = own[piece] ?? own.at(-1);
  return found ? Math.min(found.start + offset, found.end) : 0;
}
