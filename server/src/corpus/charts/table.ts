/** The figures of a chart, or a list, as a table. */
import * as l10n from '@vscode/l10n';
import { counted } from '../../core/language';
import type { Position } from '../text/lines';
import type { Heading } from './headings';

export interface Table {
  readonly head: readonly Heading[];
  readonly rows: readonly (readonly Cell[])[];
  /** If each row is a pair of texts that can be compared: their ids. */
  readonly pairs?: readonly number[];
}

export type Cell = string | number | Link;

/** A cell that leads to articles, or that people read in their language. */
export interface Link {
  readonly text: string | number;
  /** What people read; without it, the text. */
  readonly shown?: string;
  /** What it says to screen readers; without it, the text. */
  readonly name?: string;
  /** A query for them. */
  readonly where?: string;
  /** The place of one of them. */
  readonly place?: { readonly uri: string; readonly position: Position };
}

/** A cell as people read it. */
export function shownCell(cell: Cell): string {
  if (typeof cell === 'object' && cell.shown !== undefined) return cell.shown;
  const value = plainCell(cell);
  return typeof value === 'number' ? counted(value) : value;
}

/** A cell as programs read it. */
export function plainCell(cell: Cell): string | number {
  return typeof cell === 'object' ? cell.text : cell;
}

/** The cell of a title, which may be empty. */
export function titleCell(title: string): Link {
  return title === '' ? { text: title, shown: l10n.t('No title') } : { text: title };
}
