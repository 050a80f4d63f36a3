/** The cost of each fault. It is about a hundred; the small differences decide between readings with equally many faults. */
export const COST = {
  unmatched: 100,
  /** An END that could close the open field, but is read as stray. */
  closing: 130,
  crossed: 100,
  /** A START where an END belongs, or the other way round. */
  wrongSide: 105,
  nested: 110,
  /** A number inside a value: it is more likely that the value runs into the next article. */
  nestedNumber: 200,
  missing: 100,
  /** A field that is missing beside another missing one or a lost marker: they were lost together. */
  furtherMissing: 20,
  duplicate: 110,
  /** A second number that differs from the article's own: it is more likely that the next article begins. */
  otherNumber: 200,
  misplaced: 100,
  unknown: 100,
  stray: 100,
  /** A misspelled marker, and each edit in it. Together they are less than the fault that this reading explains. */
  misspelled: 80,
  edit: 5,
  /** One of many side by side that were misspelled together: far less than reading them all as plain text. */
  misspelledAlike: 10,
  /** Reading as plain text what differs from a marker by one character. */
  passedOver: 40,
} as const;

/**
 * Most that a reading with one fault costs, as nearly every damaged article has one. Dearer readings are not looked at where
 * one fault is enough.
 */
export const ONE_FAULT = 150;

/** Dearer readings are only looked at all together. Damage that needs one is rare. */
export const FEW_FAULTS = 4 * ONE_FAULT;

/**
 * A way that is this much dearer than the best one to the same place cannot win any more: the dearest meaning of a marker,
 * and one fault that the better way has still to pay.
 */
export const HOPELESS = 350;
