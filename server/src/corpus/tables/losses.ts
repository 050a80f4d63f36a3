/** Counts the articles that a table does not hold completely, for a message at the end of an export. */

/** The reasons. An article is counted under each reason that applies; under the last, which is no loss, only if no other applies. */
export type Loss =
  /** Its markers cannot be read. It has no row at all. */
  | 'unreadable'
  /** A marker is broken, a field of the format is missing or occurs twice, or text is outside all fields. */
  | 'damaged'
  /** It has fields that no setting names. They have no column. */
  | 'unnamed'
  /** Everything is in the row, but `import` writes the line layout: other white space beside markers, and no byte order mark. */
  | 'spaced';

/** What an export reports: losses, and articles of files whose names `import` refuses. */
export type Omission = Loss | 'hidden';

/** How many articles, by reason; and the letters of the fields that no setting names. */
export interface Losses extends Record<Loss, number> {
  readonly letters: Set<string>;
}

export const LOSSES: readonly Loss[] = ['unreadable', 'damaged', 'unnamed', 'spaced'];

export function noLosses(): Losses {
  return { unreadable: 0, damaged: 0, unnamed: 0, spaced: 0, letters: new Set() };
}

/** Adds the losses of further articles. */
export function addLosses(losses: Losses, more: Losses): void {
  for (const loss of LOSSES) losses[loss] += more[loss];
  for (const letters of more.letters) losses.letters.add(letters);
}
