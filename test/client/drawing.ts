/** Tests of typing, written as text: a document with its cursor and its diagnostics. */
import { type CodeAndRange, type Position, type Range, wordAt, wordBefore } from '../../client/src/problems/withheld';

/** A text with its cursor and its diagnostics. */
export interface Picture {
  readonly text: string;
  readonly cursor: number;
  readonly diagnostics: readonly (CodeAndRange & { code: string })[];
  readonly shown: readonly (CodeAndRange & { code: string })[];
}

/**
 * Reads a drawing: lines of text with `|` for the cursor, and under each line its diagnostics: `^^^ code` for one that must
 * be shown, `~~~ code` for one that must be held back.
 */
export function picture(drawing: string): Picture {
  const lines = drawing.replace(/^\n|\n *$/g, '').split('\n');
  const indent = Math.min(...lines.map((line) => line.search(/\S|$/)));
  const text: string[] = [];
  const found: (CodeAndRange & { code: string; isShown: boolean })[] = [];
  for (const line of lines.map((whole) => whole.slice(indent))) {
    const mark = /^ *(\^+|~+) (\S+)$/.exec(line);
    if (!mark) {
      text.push(line);
      continue;
    }
    const [, underline = '', code = ''] = mark;
    // The cursor has a column in the drawing but not in the text.
    const column = text.at(-1)?.indexOf('|') ?? -1;
    const [from, to] = [line.indexOf(underline), line.indexOf(underline) + underline.length].map((at) =>
      column !== -1 && at > column ? at - 1 : at,
    ) as [number, number];
    const at = text.length - 1;
    const range = { start: { line: at, character: from }, end: { line: at, character: to } };
    found.push({ range, code, isShown: underline.startsWith('^') });
  }
  const whole = text.join('\n');
  const diagnostics = found.map(({ range, code }) => ({ range, code }));
  return {
    text: whole.replace('|', ''),
    cursor: whole.indexOf('|'),
    diagnostics,
    shown: diagnostics.filter((_, index) => found[index]?.isShown),
  };
}

/** The single edit at the cursor that turns one drawing into another: the new word, and its range before the edit. */
export function edit(from: Picture, to: Picture): { word: Range; before: Range } {
  let start = 0;
  while (start < Math.min(from.cursor, to.cursor) && from.text[start] === to.text[start]) start++;
  const end = Math.max(start, from.text.length - (to.text.length - to.cursor));
  const cursor = positionAt(to.text, to.cursor);
  const word = wordAt(to.text.split('\n')[cursor.line] ?? '', cursor);
  const replaced = { start: positionAt(from.text, start), end: positionAt(from.text, end) };
  return { word, before: wordBefore(word, replaced, cursor) };
}

export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function offsetAt(text: string, { line, character }: Position): number {
  return text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}
