/**
 * The lines of a text that is held in pieces: offsets to positions and back, exactly as TextDocument has them (line
 * ends are LF, CRLF and CR), but without a copy of the text and without its work for each edit.
 */
import type { Position } from 'vscode-languageserver-textdocument';

const LF = 0x0a;
const CR = 0x0d;

/** Offsets in a piece at which a line begins; the one at its end, behind a CR, holds only if no LF follows. */
export type LineStarts = readonly number[];

const NONE: LineStarts = [];

/** Where lines begin in a piece, in order, besides its own beginning. */
export function lineStarts(piece: string): LineStarts {
  if (!piece.includes('\n') && !piece.includes('\r')) return NONE;
  return Array.from(piece.matchAll(/\r\n|[\r\n]/g), ({ index, 0: end }) => index + end.length);
}

export class Lines {
  /** How many lines begin before each piece, the document's first one not counted. */
  private readonly before: Int32Array;
  /** Lines of the whole document, the first one not counted. */
  private readonly count: number;
  /** The piece that was asked for last: the next question is most often about the same one. */
  private last = 0;

  /** `starts` are the offsets at which the pieces begin, `lineStarts` the lines in each of them. */
  constructor(
    private readonly pieces: readonly { readonly text: string }[],
    private readonly starts: Int32Array,
    private readonly length: number,
    private readonly lineStarts: readonly LineStarts[],
  ) {
    const before = new Int32Array(pieces.length);
    let count = 0;
    for (let i = 0; i < pieces.length; i++) {
      before[i] = count;
      const { length: own } = lineStarts[i] as LineStarts;
      if (own > 0) count += this.endsInHalf(i) ? own - 1 : own;
    }
    this.before = before;
    this.count = count;
  }

  get lineCount(): number {
    return this.count + 1;
  }

  /** The position of an offset; of the nearest one there is, when it lies outside the text or between CR and LF. */
  positionAt(offset: number): Position {
    let at = Math.max(0, Math.min(offset, this.length));
    if (this.count === 0) return { line: 0, character: at };
    const line = this.lineOf(at);
    const start = this.lineStart(line);
    if (at > start && this.unitAt(at - 1) === CR && this.unitAt(at) === LF) at--;
    return { line, character: at - start };
  }

  /** The offset of a position; of the nearest one there is, when its line or its character does not exist. */
  offsetAt({ line, character }: Position): number {
    if (line > this.count) return this.length;
    if (line < 0) return 0;
    const start = this.lineStart(line);
    if (character <= 0) return start;
    const end = line === this.count ? this.length : this.lineStart(line + 1);
    let at = Math.min(start + character, end);
    while (at > start && this.isLineEnd(at - 1)) at--;
    return at;
  }

  /** The UTF-16 unit at an offset, NaN outside the text. */
  unitAt(offset: number): number {
    const piece = this.pieceAt(offset);
    return this.pieces[piece]?.text.charCodeAt(offset - (this.starts[piece] as number)) ?? Number.NaN;
  }

  /** Whether the unit at an offset is a line end, or half of one. */
  isLineEnd(offset: number): boolean {
    const unit = this.unitAt(offset);
    return unit === LF || unit === CR;
  }

  /** Whether a piece ends in the CR of a CRLF whose LF is in the next one. */
  private endsInHalf(piece: number): boolean {
    const text = this.pieces[piece]?.text ?? '';
    return this.lineStarts[piece]?.at(-1) === text.length && text.endsWith('\r') && this.unitBehind(piece) === LF;
  }

  /** The first unit behind a piece. */
  private unitBehind(piece: number): number | undefined {
    return this.pieces[piece + 1]?.text.charCodeAt(0);
  }

  private lineOf(offset: number): number {
    const piece = this.pieceAt(offset);
    const begun = atMost(this.lineStarts[piece] as LineStarts, offset - (this.starts[piece] as number));
    return Math.min((this.before[piece] as number) + begun, this.before[piece + 1] ?? this.count);
  }

  /** The offset at which a line that exists begins. */
  private lineStart(line: number): number {
    if (line === 0) return 0;
    const piece = atMost(this.before, line - 1) - 1;
    return (this.starts[piece] as number) + (this.lineStarts[piece]?.[line - 1 - (this.before[piece] as number)] ?? 0);
  }

  /** Index of the piece that holds an offset; at a border, of the one that begins there. */
  private pieceAt(offset: number): number {
    const { starts, last } = this;
    const isSame = (starts[last] as number) <= offset && offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY);
    if (!isSame) this.last = Math.max(0, atMost(starts, offset) - 1);
    return this.last;
  }
}

/** How many of the numbers, which are in order, are no greater than a limit. */
function atMost(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
