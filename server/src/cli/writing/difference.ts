/** A unified diff of a document, in little memory if there are line ends between its changes. */

/** A part of a document before and after a change. */
export interface PartTexts {
  readonly before: string;
  readonly after: string;
}

/** So many lines are shown before and after a change. */
const CONTEXT = 1;

/** Changes with so many line ends between them have no shown line in common, and need not be compared together. */
const APART = 2 * CONTEXT + 2;

/** A stretch of more characters without enough line ends would be too much for one string of the diff. */
const MOST = 128 * 1024 * 1024;

/**
 * A unified diff, as `diff -u` writes it and `patch` reads it, of a document in parts. Throws an error with a sentence if more than
 * 128 million characters would have to be compared at once.
 */
export async function* difference(file: string, parts: Iterable<PartTexts>): AsyncGenerator<string> {
  const { FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, structuredPatch } = await import('diff');
  const name = file.replaceAll('\\', '/').replace(/^\//, '');
  let headers = FILE_HEADERS_ONLY;
  for (const { before, after, lines } of stretches(parts)) {
    const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: CONTEXT });
    const hunks = patch.hunks.map((hunk) => ({
      ...hunk,
      oldStart: hunk.oldStart + lines.before,
      newStart: hunk.newStart + lines.after,
    }));
    yield formatPatch({ ...patch, hunks }, headers);
    headers = OMIT_HEADERS;
  }
}

/** Whole lines around one change or several, and how many lines are before them. */
interface Stretch extends PartTexts {
  readonly lines: { readonly before: number; readonly after: number };
}

function* stretches(parts: Iterable<PartTexts>): Generator<Stretch> {
  const lines = { before: 0, after: 0 };
  let [before, after] = ['', ''];
  let isChanged = false;
  let same = { length: 0, lineEnds: 0 }; // Of the text with which both end.
  for (const part of parts) {
    before += part.before;
    after += part.after;
    if (before.length > MOST)
      throw new Error('There are too few line endings for a diff. --dry-run only names the files that would change.');
    if (part.before === part.after) {
      same = { length: same.length + part.before.length, lineEnds: same.lineEnds + lineEndsIn(part.before) };
    } else {
      same = { length: 0, lineEnds: 0 };
      isChanged = true;
    }
    if (same.lineEnds < (isChanged ? APART : 1)) continue;
    const text = before.slice(before.length - same.length);
    const kept = text.length - lastLine(text);
    const without = (whole: string, left: number) => whole.slice(0, whole.length - left);
    if (isChanged) {
      const rest = text.length - contextAfter(text);
      yield { before: without(before, rest), after: without(after, rest), lines: { ...lines } };
    }
    lines.before += lineEndsIn(without(before, kept));
    lines.after += lineEndsIn(without(after, kept));
    before = before.slice(before.length - kept);
    after = before;
    same = { length: kept, lineEnds: 0 };
    isChanged = false;
  }
  if (isChanged) yield { before, after, lines };
}

/** The offset after the line that a change ends in, and the lines that are shown after it. */
function contextAfter(text: string): number {
  let end = 0;
  for (let lines = 0; lines < 1 + CONTEXT; lines++) end = text.indexOf('\n', end) + 1;
  return end;
}

/** The offset of the last line with a line end. */
function lastLine(text: string): number {
  const end = text.lastIndexOf('\n');
  return end < 1 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
