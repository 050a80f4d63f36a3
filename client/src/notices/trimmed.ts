/** Whether the only difference between two texts is that white space at the ends of lines was removed. */
export function isTrimmed(before: string, after: string): boolean {
  return after.length < before.length && withoutEnds(before) === withoutEnds(after);
}

function withoutEnds(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
