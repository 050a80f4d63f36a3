/** Whether a text differs from what it was before only in that white space at the ends of its lines is gone. */
export function isTrimmed(before: string, after: string): boolean {
  return after.length < before.length && withoutEnds(before) === withoutEnds(after);
}

function withoutEnds(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
