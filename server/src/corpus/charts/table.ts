/** The figures of a chart, or a list, as a table. */
import { counted } from '../counted';
import type { Position } from '../lines';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** If each row is a pair of texts that can be compared: their ids. */
  readonly pairs?: readonly number[];
}

export type Cell = string | number | Link;

/** A cell that leads to articles. */
export interface Link {
  readonly text: string | number;
  /** What it says to screen readers; without it, the text. */
  readonly name?: string;
  /** A query for them. */
  readonly where?: string;
  /** The place of one of them. */
  readonly place?: { readonly uri: string; readonly position: Position };
}

/** A cell as people read it. */
export function shownCell(cell: Cell): string {
  const value = plainCell(cell);
  return typeof value === 'number' ? shownFigure(value) : value;
}

/** A cell as programs read it. */
export function plainCell(cell: Cell): string | number {
  return typeof cell === 'object' ? cell.text : cell;
}

/** A number with thousands separators. A median may end in .5. */
export function shownFigure(value: number): string {
  return counted(Math.floor(value)) + (value % 1 === 0 ? '' : '.5');
}
