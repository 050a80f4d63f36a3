/** What a reading pays for each fault. A hundred each; the small differences only decide between equal readings. */
export const COST = {
  unmatched: 100,
  /** An END that could close the open field, and does not. */
  closing: 130,
  crossed: 100,
  /** A START where an END belongs, or the other way round. */
  wrongSide: 105,
  nested: 110,
  /** A number in a value: rather does the value run into the next article. */
  nestedNumber: 200,
  missing: 100,
  /** A field that is missing beside another one or a lost marker: they went together. */
  furtherMissing: 20,
  duplicate: 110,
  /** Another number than the article's own: rather does the next article begin. */
  otherNumber: 200,
  misplaced: 100,
  unknown: 100,
  stray: 100,
  /** A misspelled marker, and each edit in it: less than the fault that the reading explains. */
  misspelled: 80,
  edit: 5,
  /** One of so many side by side that they were misspelled together: far less than that all of it is plain text. */
  misspelledAlike: 10,
  /** To take for plain text what is a marker but for one character. */
  passedOver: 40,
} as const;

/**
 * Most that a reading with one fault costs, as nearly every damaged article has one. Dearer readings are not looked at where
 * one fault is enough.
 */
export const ONE_FAULT = 150;

/**
 * A way that is this much dearer than the best one to the same place cannot win any more: the dearest meaning of a marker,
 * and one fault that the better way has still to pay.
 */
export const HOPELESS = 350;
