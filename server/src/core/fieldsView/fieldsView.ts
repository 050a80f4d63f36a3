/**
 * The fields view of a file, and the way back. Each piece (marker, value or stray text) is on lines of its own, and an empty
 * line separates the articles.
 *
 * The white space between the pieces is not shown. On the way back it is taken from the file. Only beside new pieces it is the
 * usual white space of the file.
 */
import type { Article } from '../parse/article';
import { parse } from '../parse/parser';
import { type Spacing, spacing } from '../repair/spacing';
import { lineEndOf } from '../text/lineEnd';
import { matching } from './matching';
import { type Piece, piecesOf } from './pieces';

/** The view of a file's text. Its line ends are the file's own; LF where it has none. */
export function fieldsView(text: string): string {
  const lineEnd = lineEndOf([text]);
  const pieces = piecesOf(parse(text), 'file');
  return pieces
    .map((piece, index) => {
      const isLast = piece.article !== pieces[index + 1]?.article && index + 1 < pieces.length;
      return piece.text + lineEnd + (isLast ? lineEnd : '');
    })
    .join('');
}

/**
 * The file's text after its view was edited to `view`; `text` is the present text of the file. Undefined if the new text would
 * be read differently from the view: then it must not be written.
 */
export function fileText(view: string, text: string): string | undefined {
  const wanted = piecesOf(parse(view), 'view');
  const result = joined(wanted, text);
  const written = piecesOf(parse(result), 'file');
  return written.map(content).join('\n') === wanted.map(content).join('\n') ? result : undefined;
}

/**
 * Whether a text can be written back from its view. It cannot if broken markers are glued together or to words, and line ends
 * between them would change how they are read.
 */
export function isEditable(text: string): boolean {
  return fileText(fieldsView(text), text) === text;
}

/** The content that must stay the same. White space beside stray text belongs to nothing. */
function content({ role, text }: Piece): string {
  return `${role} ${role === 'stray' ? text.trim() : text}`;
}

/** The wanted pieces, with the white space of `text` between them. */
function joined(wanted: readonly Piece[], text: string): string {
  const { articles, starts, length } = parse(text || ' ');
  const existing = piecesOf({ articles, starts, length }, 'file');
  const partners = matching(existing, wanted);
  const spaceAfter = (index: number) =>
    text.slice(existing[index]?.end ?? 0, existing[index + 1]?.start ?? text.length);

  let result = '';
  for (let at = -1; at < wanted.length; at++) {
    const [piece, next] = [wanted[at], wanted[at + 1]];
    const before = piece ? partners[at] : -1;
    const after = next ? partners[at + 1] : existing.length;
    const kept = before !== undefined && after === before + 1 ? spaceAfter(before) : undefined;
    // No white space is kept as it is only between unchanged pieces: otherwise they would be glued.
    const isSame = piece?.text === existing[before ?? -1]?.text && next?.text === existing[after ?? -1]?.text;
    if (kept || (kept === '' && isSame)) {
      result += (piece?.text ?? '') + kept;
    } else {
      const article = existing[before ?? -1]?.article ?? existing[after ?? -1]?.article ?? 0;
      result += (piece?.text ?? '') + usualSpace(piece, next, spacing(articles[article] as Article));
    }
  }
  return result;
}

/** The usual white space of a document between two pieces, or at its ends. */
function usualSpace(before: Piece | undefined, after: Piece | undefined, usual: Spacing): string {
  if (!before) return usual.lead;
  if (!after) return usual.tail;
  if (before.article !== after.article) return usual.border;
  const opens = before.role === 'start' && after.role !== 'start';
  const closes = after.role === 'end' && before.role !== 'end';
  return opens || closes ? usual.inside : usual.between;
}
