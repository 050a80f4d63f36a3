/** The rows of a table in JSON Lines. */
import * as l10n from '@vscode/l10n';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { repeatedKey } from '../tables/repeatedKey';
import type { RowProblem } from './rowProblems';
import type { BadRow, RowValues, TableRow } from './tableRow';

const NOT_JSON: RowProblem = {
  what: () => l10n.t('the line is not JSON'),
  todo: () => l10n.t('Correct it, or remove it.'),
};
const NO_OBJECT: RowProblem = {
  what: () => l10n.t('the line is not a JSON object'),
  todo: () => l10n.t('Write an object on each line: {0} does that with an array.', 'jq -c ".[]"'),
};
const TWICE: RowProblem = {
  what: () => l10n.t('the line has a column twice'),
  todo: () => l10n.t('Give one of the two another name.'),
};

/** The row of a line; `index` is its place among the rows, from 1. */
export function jsonRow(line: string, at: number, index: number): TableRow | BadRow {
  let values: unknown;
  try {
    values = JSON.parse(line);
  } catch {
    return { at, problem: NOT_JSON };
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return { at, problem: NO_OBJECT };
  if (repeatedKey(line) !== undefined) return { at, problem: TWICE };
  return { at, index, values: values as RowValues, written: (column) => writtenIn(line, column) };
}

/** A column's value as it is written in the line, because JSON.parse rounds numbers. */
export function writtenIn(line: string, column: string): string {
  const root = parseTree(line);
  const node = root && findNodeAtLocation(root, [column]);
  return node ? line.slice(node.offset, node.offset + node.length) : '';
}
