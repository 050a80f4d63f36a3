/** Composes several rounds of edits into one list, which leads from the first text to the last. */
import type { Edit } from '../repair/edit';
import type { Span } from '../span';

/** A text after edits: spans of the first text, and new text between them. */
export type Parts = readonly (Span | string)[];

/** The parts after further edits. These are in order, do not overlap, and have offsets of the text that the parts make. */
export function edited(parts: Parts, edits: readonly Edit[]): Parts {
  const result: (Span | string)[] = [];
  const rest = [...edits].reverse();
  let at = 0;
  let until = 0; // The text up to here is replaced.
  for (const part of parts) {
    const end = at + lengthOf(part);
    for (let next = rest.at(-1); next && next.span.start < end; next = rest.at(-1)) {
      result.push(cut(part, until - at, next.span.start - at), next.text);
      until = next.span.end;
      rest.pop();
    }
    result.push(cut(part, until - at, end - at));
    at = end;
  }
  return [...result, ...rest.reverse().map(({ text }) => text)].filter((part) => lengthOf(part) > 0);
}

/** The edits that turn the first text into the parts, each as small as possible. */
export function smallestEdits(parts: Parts, before: string): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let text = '';
  for (const part of [...parts, { start: before.length, end: before.length }]) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const edit = smallest(before, { span: { start: from, end: part.start }, text });
    if (edit.text !== '' || edit.span.end > edit.span.start) edits.push(edit);
    from = part.end;
    text = '';
  }
  return edits;
}

/** The edit without the beginning and the end that are the same before and after it. */
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

function lengthOf(part: Span | string): number {
  return typeof part === 'string' ? part.length : part.end - part.start;
}

/** A part from one offset in it to another. */
function cut(part: Span | string, from: number, to: number): Span | string {
  const within = (offset: number) => Math.min(Math.max(offset, 0), lengthOf(part));
  const first = within(from);
  const last = Math.max(first, within(to));
  if (typeof part === 'string') return part.slice(first, last);
  return { start: part.start + first, end: part.start + last };
}
