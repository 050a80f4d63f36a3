import type { SemanticTokensDelta } from 'vscode-languageserver';

/**
 * The numbers after the edits of a delta. The edits do not overlap, their places are in the old numbers, and there may
 * be a million.
 */
export function applyDelta(data: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const parts: (readonly number[])[] = [];
  let from = 0;
  for (const { start, deleteCount, data: inserted } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(data.slice(from, start), inserted ?? []);
    from = start + deleteCount;
  }
  return [...parts, data.slice(from)].flat();
}
