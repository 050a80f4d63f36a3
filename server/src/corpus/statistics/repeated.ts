/** Counts what several articles have in common. */

export interface Groups {
  readonly groups: number;
  /** In all groups together. */
  readonly articles: number;
}

/** The groups of articles that have the same; each key is what an article has. */
export function groupsIn(keys: readonly string[]): Groups {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return groupsOf([...counts.values()].filter((count) => count > 1));
}

/** Groups of these sizes. */
export function groupsOf(sizes: readonly number[]): Groups {
  return { groups: sizes.length, articles: sizes.reduce((sum, size) => sum + size, 0) };
}
