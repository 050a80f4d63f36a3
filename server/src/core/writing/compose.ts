/** Edits upon edits, as one list that leads from the first text to the last. */
import type { Edit } from '../repair/edit';
import type { Span } from '../span';

/** What a text is made of after edits: stretches of the first text, and new text between them. */
export type Pieces = readonly (Span | string)[];

/** The pieces after further edits, which do not overlap and stand in order, in offsets of what the pieces make up. */
export function edited(pieces: Pieces, edits: readonly Edit[]): Pieces {
  const result: (Span | string)[] = [];
  const rest = [...edits].reverse();
  let at = 0;
  let until = 0; // What is before is replaced.
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    for (let next = rest.at(-1); next && next.span.start < end; next = rest.at(-1)) {
      result.push(cut(piece, until - at, next.span.start - at), next.text);
      until = next.span.end;
      rest.pop();
    }
    result.push(cut(piece, until - at, end - at));
    at = end;
  }
  return [...result, ...rest.reverse().map(({ text }) => text)].filter((piece) => lengthOf(piece) > 0);
}

/** The edits that make the pieces out of the first text, each as small as it can be. */
export function smallestEdits(pieces: Pieces, before: string): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let text = '';
  for (const piece of [...pieces, { start: before.length, end: before.length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const edit = smallest(before, { span: { start: from, end: piece.start }, text });
    if (edit.text !== '' || edit.span.end > edit.span.start) edits.push(edit);
    from = piece.end;
    text = '';
  }
  return edits;
}

/** Without what is the same at its ends. */
function smallest(before: string, { span, text }: Edit): Edit {
  let { start, end } = span;
  let from = 0;
  let to = text.length;
  while (start < end && from < to && before[start] === text[from]) {
    start++;
    from++;
  }
  while (start < end && from < to && before[end - 1] === text[to - 1]) {
    end--;
    to--;
  }
  return { span: { start, end }, text: text.slice(from, to) };
}

function lengthOf(piece: Span | string): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

/** The part of a piece from one offset in it to another. */
function cut(piece: Span | string, from: number, to: number): Span | string {
  const within = (offset: number) => Math.min(Math.max(offset, 0), lengthOf(piece));
  const first = within(from);
  const last = Math.max(first, within(to));
  if (typeof piece === 'string') return piece.slice(first, last);
  return { start: piece.start + first, end: piece.start + last };
}
