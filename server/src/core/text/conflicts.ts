/**
 * Merge conflicts: the lines that git writes around two versions of a text that it could not merge. The first version is read
 * as usual. The other one is read as plain text, or its articles would all be there twice.
 */
import { countBefore, type Span, touch } from '../span';

/** From the first of these lines to the last, line ends not included. */
export interface Conflict extends Span {
  /** The other version, with the lines around it. */
  readonly other: Span;
}

const FIRST = '<<<<<<< ';
const SIGNS = [FIRST, '||||||| ', '=======', '>>>>>>> '];
/** A line that mail programs quote, fewer than seven times. */
const QUOTED = /^>{1,6}(?!>)/m;
const LINE = /^(?:<{7} |[|]{7} |={7}$|>{7} ).*$/gm;

/** Whether a conflict is open at the end of a span that begins after a marker. `isOpen` says whether one is open at its beginning. */
export function isOpenAfter(text: string, { start, end }: Span, isOpen: boolean): boolean {
  const content = text.slice(Math.max(0, start - 1), end);
  if (!isOpen && !content.includes(FIRST)) return false;
  return (content.match(LINE) ?? []).reduce(
    (open, line) => (open ? !line.startsWith('>') : line.startsWith('<')),
    isOpen,
  );
}

/** The conflicts in a span that have all their lines, in order. Linear. */
export function conflictsIn(text: string, { start, end }: Span): readonly Conflict[] {
  const content = text.slice(start, end);
  if (!content.includes(FIRST)) return [];
  const conflicts: Conflict[] = [];
  let first: number | undefined;
  let other: number | undefined;
  for (const { 0: line, index } of content.matchAll(LINE)) {
    const at = start + index;
    if (line.startsWith('<')) [first, other] = [first ?? at, undefined];
    else if (first === undefined) continue;
    else if (!line.startsWith('>')) other ??= at;
    else {
      const last = at + line.length;
      if (other !== undefined) conflicts.push({ start: first, end: last, other: { start: other, end: last } });
      first = undefined;
    }
  }
  return conflicts;
}

/**
 * The lines of git in a text that are in none of these conflicts, in order: they were left when somebody chose a version.
 * `isInText` says whether a line is within a value that may be prose. `=======` needs another of these lines beside it there,
 * because it may be drawn under a heading; `>>>>>>> ` may be a quotation of quotations.
 */
export function leftoverLines(
  text: string,
  conflicts: readonly Span[],
  isInText: (line: Span) => boolean,
): readonly Span[] {
  if (!mayHaveLine(text)) return [];
  const isQuoted = QUOTED.test(text);
  const lines = [...text.matchAll(LINE)]
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }))
    .filter(({ start }) => !(isQuoted && text[start] === '>'))
    .filter((line) => {
      const last = conflicts[countBefore(conflicts, line.start + 1, (each) => each) - 1];
      return !last || !touch(last, line);
    });
  const isSure = lines.some(({ start }) => text[start] !== '=');
  return isSure ? lines : lines.filter((line) => !isInText(line));
}

/** Whether a part of a text may have a line of git's. Nearly none has; a part of one line is not searched. */
export function mayHaveConflict(text: string, { start, end }: Span): boolean {
  const content = text.slice(start, end);
  return content.includes('\n') && mayHaveLine(content);
}

function mayHaveLine(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}

/** Whether any line of a text is one of git's. */
export function hasConflictLine(text: string): boolean {
  return text.search(LINE) !== -1;
}

/** The text with the other versions replaced by `=`. It has the same length. */
export function withoutOthers(text: string, conflicts: readonly Conflict[]): string {
  let result = '';
  let from = 0;
  for (const { other } of conflicts) {
    result += text.slice(from, other.start) + '='.repeat(other.end - other.start);
    from = other.end;
  }
  return result + text.slice(from);
}
