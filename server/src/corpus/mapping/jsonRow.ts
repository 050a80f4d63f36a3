/** The rows of a table in JSON Lines. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { repeatedKey } from '../repeatedKey';
import type { BadRow, RowValues, TableRow } from './tableRow';

/** The row of a line; `index` is its place among the rows, from 1. */
export function jsonRow(line: string, at: number, index: number): TableRow | BadRow {
  let values: unknown;
  try {
    values = JSON.parse(line);
  } catch {
    return { at, what: 'the line is not JSON', todo: 'Correct it, or remove it.' };
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return {
      at,
      what: 'the line is not a JSON object',
      todo: 'Write an object on each line: jq -c ".[]" does that with an array.',
    };
  if (repeatedKey(line) !== undefined)
    return { at, what: 'the line has a column twice', todo: 'Give one of the two another name.' };
  return { at, index, values: values as RowValues, written: (column) => writtenIn(line, column) };
}

/** A column's value as it is written in the line, because JSON.parse rounds numbers. */
export function writtenIn(line: string, column: string): string {
  const root = parseTree(line);
  const node = root && findNodeAtLocation(root, [column]);
  return node ? line.slice(node.offset, node.offset + node.length) : '';
}
