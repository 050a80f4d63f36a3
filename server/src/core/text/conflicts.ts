/**
 * The lines that git writes around two versions of a text which it could not merge. The first version is read as usual;
 * the other one is no more than text, or its articles would all be there twice.
 */
import type { Span } from '../span';

/** From the first of these lines to the last, line ends not included. */
export interface Conflict extends Span {
  /** The other version, with the lines around it. */
  readonly other: Span;
}

const FIRST = '<<<<<<< ';
const LINE = /^(?:<{7} |[|]{7} |={7}$|>{7} ).*$/gm;

/** Whether a conflict is open at the end of a stretch of text, which begins after a marker; `isOpen` says so of its beginning. */
export function isOpenAfter(text: string, { start, end }: Span, isOpen: boolean): boolean {
  const stretch = text.slice(Math.max(0, start - 1), end);
  if (!isOpen && !stretch.includes(FIRST)) return false;
  return (stretch.match(LINE) ?? []).reduce(
    (open, line) => (open ? !line.startsWith('>') : line.startsWith('<')),
    isOpen,
  );
}

/** The conflicts in a stretch of text that have all their lines, in order. Linear. */
export function conflictsIn(text: string, { start, end }: Span): readonly Conflict[] {
  const stretch = text.slice(start, end);
  if (!stretch.includes(FIRST)) return [];
  const conflicts: Conflict[] = [];
  let first: number | undefined;
  let other: number | undefined;
  for (const { 0: line, index } of stretch.matchAll(LINE)) {
    const at = start + index;
    if (line.startsWith('<')) [first, other] = [first ?? at, undefined];
    else if (first === undefined) continue;
    else if (!line.startsWith('>')) other ??= at;
    else {
      const after = at + line.length;
      if (other !== undefined) conflicts.push({ start: first, end: after, other: { start: other, end: after } });
      first = undefined;
    }
  }
  return conflicts;
}

/** Whether a text has one of git's lines, its first and its last line included. */
export function hasConflictLine(text: string): boolean {
  return text.search(LINE) !== -1;
}

/** The text with nothing in place of the other versions, which is as long. */
export function withoutOthers(text: string, conflicts: readonly Conflict[]): string {
  let result = '';
  let from = 0;
  for (const { other } of conflicts) {
    result += text.slice(from, other.start) + '='.repeat(other.end - other.start);
    from = other.end;
  }
  return result + text.slice(from);
}
