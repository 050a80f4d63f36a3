/** What of the articles does not come over whole into a table, for a last word to the user. */

/** Why an article does not. An article is counted under each reason that it has, but for the last, which is no loss by itself. */
export type Loss =
  /** A marker is broken, a field of the format is missing or there twice, or text is outside all fields. */
  | 'damaged'
  /** It has fields that no setting names. They have no column. */
  | 'unnamed'
  /** All is in the row, but `import` writes the line layout: other white space beside markers, and no byte order mark. */
  | 'spaced';

/** How many articles; and the letters of the fields that no setting names. */
export interface Losses extends Record<Loss, number> {
  readonly letters: Set<string>;
}

export const LOSSES: readonly Loss[] = ['damaged', 'unnamed', 'spaced'];

export function noLosses(): Losses {
  return { damaged: 0, unnamed: 0, spaced: 0, letters: new Set() };
}
