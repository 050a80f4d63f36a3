/** The offsets at which the lines of a file begin: enough to turn offsets into lines and columns without the text. */
import { countWhile, type Span } from '../../core/span';
import { secondHalves } from '../../core/text/secondHalves';

/** Offset of each line's first character, in UTF-16 units. Lines end as in LSP: with LF, CRLF or CR. */
export type LineStarts = Uint32Array;

/** From 0; `character` in UTF-16 units, or in UTF-32 where that is said. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Shared by all files of one line, as nearly every article file is. */
const ONE_LINE: LineStarts = Uint32Array.of(0);

/** The line starts of a text. Linear, and fast where there is no line end. */
export function lineStarts(text: string): LineStarts {
  const lines = new GrowingLines();
  lines.add(text);
  return lines.starts;
}

/** The line starts of a text that comes in parts, none of which ends within a CRLF. */
export class GrowingLines {
  /** Of the text so far, in UTF-16 units. */
  length = 0;
  private readonly found = [0];

  add(text: string): void {
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    while (lf !== -1 || cr !== -1) {
      const isCr = cr !== -1 && (lf === -1 || cr < lf);
      const end = isCr && lf === cr + 1 ? lf + 1 : (isCr ? cr : lf) + 1;
      this.found.push(this.length + end);
      if (lf !== -1 && lf < end) lf = text.indexOf('\n', end);
      if (cr !== -1 && cr < end) cr = text.indexOf('\r', end);
    }
    this.length += text.length;
  }

  get starts(): LineStarts {
    return this.found.length === 1 ? ONE_LINE : Uint32Array.from(this.found);
  }
}

/** Line and column of an offset. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = countWhile(starts, (start) => start <= offset) - 1;
  return { line, character: offset - (starts[line] as number) };
}

/** Both ends of a span, as lines and columns. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Gives the ranges of spans. */
export type RangeOf = (span: Span) => Range;

const onOneLine: RangeOf = (span) => rangeAt(ONE_LINE, span);

/**
 * The function that gives ranges in a text. All texts of one line share one. With the second halves of the text's pairs
 * (`secondHalves`), the ranges are in UTF-32.
 */
export function rangesIn(lines: LineStarts, halves: readonly number[] = []): RangeOf {
  if (halves.length > 0) {
    const inUtf32 = (offset: number) => withoutHalves(positionAt(lines, offset), offset, halves);
    return ({ start, end }) => ({ start: inUtf32(start), end: inUtf32(end) });
  }
  return lines === ONE_LINE ? onOneLine : (span) => rangeAt(lines, span);
}

/** The function that gives ranges in a text, in UTF-16 units or in UTF-32. */
export function rangesInText(text: string, inUtf32: boolean): RangeOf {
  return rangesIn(lineStarts(text), inUtf32 ? secondHalves(text) : []);
}

/** The position of an offset in UTF-32. */
function withoutHalves({ line, character }: Position, offset: number, halves: readonly number[]): Position {
  const before = (limit: number) => countWhile(halves, (half) => half < limit);
  return { line, character: character - (before(offset) - before(offset - character)) };
}

export function rangeAt(starts: LineStarts, { start, end }: Span): Range {
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}
