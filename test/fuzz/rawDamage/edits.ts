/** A raw edit: what is from `start` to `end` is replaced by `text`. */
export interface RawEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after edits; undefined if two of them overlap. */
export function edited(text: string, edits: readonly RawEdit[]): string | undefined {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) return undefined;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
